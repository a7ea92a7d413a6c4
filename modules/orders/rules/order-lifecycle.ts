import { canMove, defineLifecycle } from '#kernel/lifecycle.ts';
import type { Refusal } from '#kernel/refusal.ts';

export const orderStates = [
  'draft',
  'captured',
  'typed',
  'waiting',
  'confirmed',
  'asked-back',
  'entered',
  'shipped',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/**
 * The life of an order. What is only a note or a file is captured: sales support type its lines, and the manager confirms
 * that they are what was taken; it is then entered already. A waiting one is being decided; it is taken back before it can be changed. A cancelled one never
 * comes back: whoever wants it again copies it, and the copy is judged anew. `reject` returns to the queue what was entered
 * otherwise than taken.
 */
export const orderLife = defineLifecycle({
  states: orderStates,
  initial: 'draft',
  moves: {
    change: { from: ['draft'], to: 'draft' },
    'hand-over': { from: ['draft'], to: 'captured' },
    type: { from: ['captured'], to: 'typed' },
    return: { from: ['typed'], to: 'captured' },
    ask: { from: ['draft', 'typed'], to: 'waiting' },
    confirm: { from: ['draft', 'waiting'], to: 'confirmed' },
    'confirm-typed': { from: ['draft', 'typed', 'waiting'], to: 'entered' },
    'take-back': { from: ['captured', 'typed', 'waiting'], to: 'draft' },
    'ask-back': { from: ['captured', 'confirmed'], to: 'asked-back' },
    answer: { from: ['asked-back'], to: 'confirmed' },
    'answer-captured': { from: ['asked-back'], to: 'captured' },
    enter: { from: ['confirmed'], to: 'entered' },
    reject: { from: ['entered'], to: 'confirmed' },
    check: { from: ['entered', 'shipped'], to: 'entered' },
    ship: { from: ['entered'], to: 'shipped' },
    cancel: { from: ['draft', 'captured', 'typed', 'waiting', 'confirmed', 'asked-back', 'entered'], to: 'cancelled' },
  },
});
export type OrderAct = keyof typeof orderLife.moves;

/** Whether the act may be done in this state: true, or the refusal that says in which state it is. */
export function timely(state: OrderState, act: OrderAct): true | Refusal {
  return (
    canMove(orderLife, state, act) || {
      code: 'orders.untimely',
      status: 409,
      params: { state, act, now: state.replace('-', '') },
    }
  );
}
