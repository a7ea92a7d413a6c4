import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { judgeCredit } from './judge-credit.ts';

const facts = {
  limit: 1000,
  toleranceDays: 5,
  owed: 0,
  overdue: 0,
  oldestOverdueDays: 0,
  brokenPromises: 0,
  openOrders: 0,
  incoming: 0,
};

describe('credit', () => {
  test.each`
    limit   | owed   | open   | overdue | days | broken | incoming | reasons                          | release
    ${1000} | ${400} | ${0}   | ${0}    | ${0} | ${0}   | ${600}   | ${[]}                            | ${null}
    ${1000} | ${400} | ${0}   | ${0}    | ${0} | ${0}   | ${601}   | ${['over-limit']}                | ${{ amount: 1, overdueDays: 0 }}
    ${1000} | ${400} | ${300} | ${0}    | ${0} | ${0}   | ${301}   | ${['over-limit']}                | ${{ amount: 1, overdueDays: 0 }}
    ${1000} | ${100} | ${0}   | ${100}  | ${5} | ${0}   | ${1}     | ${[]}                            | ${null}
    ${1000} | ${100} | ${0}   | ${100}  | ${6} | ${0}   | ${1}     | ${['overdue']}                   | ${{ amount: 0, overdueDays: 6 }}
    ${1000} | ${100} | ${0}   | ${100}  | ${1} | ${1}   | ${1}     | ${['overdue', 'broken-promise']} | ${{ amount: 0, overdueDays: 1 }}
    ${1000} | ${100} | ${0}   | ${0}    | ${0} | ${2}   | ${1}     | ${[]}                            | ${null}
    ${0}    | ${0}   | ${0}   | ${0}    | ${0} | ${0}   | ${1}     | ${['over-limit']}                | ${{ amount: 1, overdueDays: 0 }}
    ${1000} | ${900} | ${0}   | ${900}  | ${9} | ${0}   | ${200}   | ${['over-limit', 'overdue']}     | ${{ amount: 100, overdueDays: 9 }}
  `('limit $limit, owed $owed, open $open, $days days late, new $incoming', (row) => {
    const { open: openOrders, days: oldestOverdueDays, broken: brokenPromises, limit, owed, overdue, incoming } = row;
    const verdict = judgeCredit({
      ...facts,
      limit,
      owed,
      overdue,
      incoming,
      openOrders,
      oldestOverdueDays,
      brokenPromises,
    });
    expect(verdict.reasons.map((reason) => reason.kind)).toEqual(row.reasons);
    expect(verdict.release).toEqual(row.release);
  });

  it('says what is left, and never lets a larger order pass where a smaller did not', () => {
    expect(judgeCredit({ ...facts, owed: 300, incoming: 200 })).toMatchObject({ exposure: 500, left: 500 });
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.nat(2000), (owed, incoming, more) => {
        const small = judgeCredit({ ...facts, owed, incoming }).reasons.length > 0;
        return !small || judgeCredit({ ...facts, owed, incoming: incoming + more }).reasons.length > 0;
      }),
    );
  });
});
