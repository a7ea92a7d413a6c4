import type { Fill } from '#platform/declare/slot.ts';
import { workDue } from '#platform/notifications/slots.ts';
import type { Work } from '#platform/work.ts';
import { today } from './routes/today.ts';

/** What of the day list is late or for today; nothing for whoever may not see a mandate of their own. */
async function dueLines(w: Work) {
  if (!w.authority.permits.has('mandates.own')) return [];
  const { lines } = await today(w);
  return lines
    .filter(({ urgency }) => urgency !== 'soon')
    .map(({ title, subject, urgency, href }) => ({
      text: subject.label ? `${subject.label}: ${title}` : title,
      late: urgency === 'late',
      href,
    }));
}

/** What mandates answer to the questions of the platform. */
export const mandateFills: readonly Fill[] = [workDue.with(dueLines)];
