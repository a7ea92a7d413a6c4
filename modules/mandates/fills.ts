import type { Fill } from '#platform/declare/slot.ts';
import { workDue } from '#platform/notifications/slots.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { openActions } from './data/agreed-actions.ts';
import { today } from './routes/today.ts';
import { isLate } from './rules/agreed-action.ts';

/** What of the day list and of what was agreed in appraisals is late or for today; nothing for whoever may not see a mandate of their own. */
async function dueLines(w: Work) {
  if (!w.authority.permits.has('mandates.own')) return [];
  const [{ lines }, agreed] = await Promise.all([today(w), openActions(w)]);
  const day = w.today.toString();
  const actions = agreed
    .filter(({ dueOn }) => dueOn <= day)
    .map((each) => ({
      text: sentence(w.registry, w.actor.language, 'mandates.action-due', { text: each.text, who: each.who.name }),
      late: isLate(each, day),
      href: `/appraisals/${each.appraisalId}?tab=actions`,
    }));
  const duties = lines
    .filter(({ urgency }) => urgency !== 'soon')
    .map(({ title, subject, urgency, href }) => ({
      text: subject.label ? `${subject.label}: ${title}` : title,
      late: urgency === 'late',
      href,
    }));
  return [...duties, ...actions];
}

/** What mandates answer to the questions of the platform. */
export const mandateFills: readonly Fill[] = [workDue.with(dueLines)];
