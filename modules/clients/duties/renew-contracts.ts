import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import { endingIn, runningOut } from '../data/contracts.ts';
import { dueOn, judgeRenewal } from '../rules/contract-end.ts';

const usualDays = 7;

/** Sees to contracts before they run out: each is renewed, or it is decided that it is not, so many days before its last one. */
export const renewContracts = duty({
  key: 'clients.renew-contracts',
  settings: Type.Object(
    { daysBefore: Type.Integer({ minimum: 0, maximum: 365, unit: 'days' }) },
    { additionalProperties: false },
  ),
  defaults: { daysBefore: usualDays },
  grants: [
    { permit: 'clients.read', scope: 'own' },
    { permit: 'clients.edit', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const today = w.today.toString();
    const contracts = await runningOut(w, employeeId, today, { most, daysBefore: settings.daysBefore });
    const lines = contracts.map(({ id, clientId, client, number, validUntil }): WorkLine => {
      const due = dueOn(validUntil, settings.daysBefore);
      return {
        id: `clients.contract:${id}`,
        kind: 'clients.contract',
        params: { client, number, until: validUntil },
        subject: { kind: 'client', id: clientId, label: client },
        since: null,
        due,
        stake: 0,
        urgency: due < today ? 'late' : 'soon',
        href: `/clients/${clientId}?tab=contracts`,
      };
    });
    const [first] = contracts;
    const href = `/contracts?keeper=${employeeId}&open=true&noticeOn.lte=today`;
    return agendaOf(lines, { late: first?.late ?? 0, soon: first?.others ?? 0 }, href);
  },
  measure: async (w, { employeeId, settings: { daysBefore } }, period) => {
    const later = (day: string) => Temporal.PlainDate.from(day).add({ days: daysBefore }).toString();
    const ending = await endingIn(w, employeeId, { from: later(period.from), to: later(period.to) });
    const evidence = ending.flatMap((each): EvidenceRecord[] => {
      const verdict = judgeRenewal(each, daysBefore, w.today.toString());
      const href = `/clients/${each.clientId}?tab=contracts`;
      const label = `${each.client}, ${each.number}`;
      return verdict === 'open' ? [] : [{ kind: 'contract', id: each.id, label, at: each.validUntil, href, verdict }];
    });
    const count = (verdict: EvidenceRecord['verdict']) => evidence.filter((each) => each.verdict === verdict).length;
    return {
      required: evidence.length,
      done: count('done'),
      late: count('late'),
      missed: count('missed'),
      unit: 'count',
      evidence: evidence.slice(0, 500),
    };
  },
});
