import type { DutyContext } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import { type BoundDuty, dutiesInForce, gatheredAt, type LateLine, replaceLateWork } from '../data/late-work.ts';

/** Beyond so many bound duties it is gathered once an hour only. */
const many = 1000;
const pause = { minutes: 50 };
/** Of each duty so many lines are kept. */
const most = 100;

/** Asks every duty of everybody what is late, and keeps it for the screens of those above. */
export async function gatherLateWork(w: Work): Promise<void> {
  const duties = await dutiesInForce(w);
  const last = await gatheredAt(w);
  const tooSoon = last !== null && Temporal.Instant.compare(Temporal.Instant.from(last).add(pause), w.now) > 0;
  if (duties.length > many && tooSoon) return;
  const late: LateLine[] = [];
  // One duty after the other: together they would hold thousands of questions at once.
  for (const duty of duties) late.push(...(await lateOf(w, duty)));
  await replaceLateWork(w, late);
}

async function lateOf(w: Work, duty: BoundDuty): Promise<LateLine[]> {
  const agenda = w.registry.duties.get(duty.key)?.agenda;
  if (!agenda) return [];
  const { employeeId, clauseId, clauseNumber } = duty;
  const settings = { ...w.registry.duties.get(duty.key)?.defaults, ...duty.settings };
  const context = { employeeId, clauseId, clauseNumber, settings } as unknown as DutyContext<never>;
  const { lines } = await agenda(w, context, most);
  return lines.filter((line) => line.urgency === 'late').map((line) => ({ duty, line }));
}
