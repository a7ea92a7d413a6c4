import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf, countedBeyond, mostUrgent, type Urgency } from './agenda.ts';
import type { WorkLine } from './duty.ts';

const line = (id: string, urgency: Urgency): WorkLine => ({
  id,
  kind: 'test.call',
  params: {},
  subject: { kind: 'client', id, label: id },
  since: null,
  due: null,
  stake: 0,
  urgency,
  href: `/clients/${id}`,
});
const urgency = fc.constantFrom<Urgency>('late', 'today', 'soon');

describe('the agenda of a duty', () => {
  it('tells what there is of each urgency beyond the lines', () => {
    const { more } = agendaOf([line('a', 'late'), line('b', 'late')], { late: 134, soon: 3 }, '/all');
    expect(more).toEqual([
      { urgency: 'late', count: 132, href: '/all' },
      { urgency: 'soon', count: 3, href: '/all' },
    ]);
  });

  it('counts no further than it is counted', () => {
    expect(agendaOf([], { today: 5000 }, '/all').more).toEqual([
      { urgency: 'today', count: countedBeyond, href: '/all' },
    ]);
  });

  it('shows the most urgent, in the order given, and loses none', () => {
    const shown = mostUrgent([line('a', 'soon'), line('b', 'late'), line('c', 'today'), line('d', 'late')], 3, '/all');
    expect(shown.lines.map(({ id }) => id)).toEqual(['b', 'd', 'c']);
    fc.assert(
      fc.property(fc.array(urgency, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (urgencies, most) => {
        const lines = urgencies.map((each, index) => line(String(index), each));
        const agenda = mostUrgent(lines, most, '/all');
        const counted = agenda.more.reduce((sum, beyond) => sum + beyond.count, agenda.lines.length);
        expect([agenda.lines.length <= most, counted]).toEqual([true, lines.length]);
      }),
    );
  });
});
