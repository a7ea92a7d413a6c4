import { actingEmployee, expectRevision, type Work } from '#platform/work.ts';
import * as data from '../data/agreed-actions.ts';
import { notify } from '../data/notify.ts';
import { refuse } from '../refusals.ts';
import { type ActionState, mayTurn, type Standing } from '../rules/agreed-action.ts';
import { appraisalToAgree, appraises, requireHead } from './appraise.ts';

type Revised = { id: string; revision: number };
export type ActionWish = { readonly text: string; readonly dueOn: string; readonly who: 'employee' | 'head' };

/** The head agrees on an action while the appraisal is open. @throws Refused for others, and once it is signed. */
export async function agreeAction(w: Work, appraisalId: string, wish: ActionWish): Promise<Revised> {
  const { employee } = await appraisalToAgree(w, appraisalId);
  if (wish.dueOn < w.today.toString()) refuse('mandates.action-due-past', {}, '/dueOn');
  const whoId = wish.who === 'head' ? actingEmployee(w) : employee.id;
  return data.insertAction(w, {
    appraisalId,
    employeeId: employee.id,
    text: wish.text.trim(),
    dueOn: wish.dueOn,
    whoId,
  });
}

/** The head takes an action back while the appraisal is open. */
export async function withdrawAction(w: Work, id: string): Promise<void> {
  const found = await held(w, id);
  await requireHead(w, found.employee.id);
  if (!found.draft) refuse('mandates.appraisal-closed');
  await data.deleteAction(w, id);
}

/**
 * Ends an action, or opens it again: done by whoever does it, the employee or the head; called off and reopened by the head
 * alone. The other side is told that it is done.
 */
export async function turnAction(w: Work, id: string, state: ActionState): Promise<Revised> {
  const found = await held(w, id);
  expectRevision(w, found);
  // Said twice, it is so once.
  if (found.state === state) return { id, revision: found.revision };
  if (!mayTurn({ from: found.state, to: state }, standingTo(w, found))) refuse('mandates.action-not-yours');
  const turned = await data.turnAction(w, id, state);
  const others = new Set([found.employee.id, found.agreedBy.id]);
  if (state === 'done')
    for (const each of others)
      await notify(
        w,
        each,
        'mandates.action-done',
        { text: found.text },
        `/appraisals/${found.appraisalId}?tab=actions`,
      );
  return turned;
}

/** How the actor stands to an action. */
export function standingTo(w: Work, { who, employee }: data.ActionRow): Standing {
  const me = w.actor.employeeId;
  return { does: who.id === me, appraised: employee.id === me, head: appraises(w, employee.id) };
}

async function held(w: Work, id: string): Promise<data.ActionRow> {
  return (await data.actionHeld(w, id)) ?? refuse('mandates.unknown-action');
}
