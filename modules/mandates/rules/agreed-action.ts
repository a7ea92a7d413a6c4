/** What becomes of an agreed action. */
export type ActionState = 'open' | 'done' | 'called-off';
export type ActionWish = { readonly from: ActionState; readonly to: ActionState };
/** How the actor stands to an action: who is to do it, who is appraised, or the head. */
export type Standing = { readonly does: boolean; readonly appraised: boolean; readonly head: boolean };

/** Whether somebody may end or reopen an action: done by either side, called off and reopened by the head alone. */
export function mayTurn({ from, to }: ActionWish, { does, appraised, head }: Standing): boolean {
  if (from === to) return false;
  if (to === 'done') return from === 'open' && (does || appraised || head);
  return head;
}

/** Whether an action is late on a day: still open after its day. */
export function isLate(action: { readonly state: ActionState; readonly dueOn: string }, today: string): boolean {
  return action.state === 'open' && action.dueOn < today;
}
