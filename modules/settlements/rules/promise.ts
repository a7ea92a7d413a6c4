/** A piece of money that came in: an allocation to an invoice, or the rest of a payment. Minor units. */
export type Money = { readonly receivedOn: string; readonly invoiceId: string | null; readonly amount: number };
export type Promised = {
  readonly id: string;
  readonly amount: number;
  /** For one invoice, or for whatever is owed (null). */
  readonly invoiceId: string | null;
  readonly recordedOn: string;
  readonly promisedFor: string;
};
export type PromiseState = 'open' | 'kept' | 'broken';

/**
 * What became of a client's promises: kept as soon as the promised sum has come in between the day it was recorded and
 * its day; broken the day after, if it has not; open in between. No money keeps two promises: those for one invoice
 * take first, then the earlier promised.
 */
export function judgePromises(
  promises: readonly Promised[],
  received: readonly Money[],
  today: string,
): Map<string, PromiseState> {
  const pieces = received.map((piece) => ({ ...piece, left: piece.amount }));
  const inOrder = promises.toSorted(
    (a, b) => Number(a.invoiceId === null) - Number(b.invoiceId === null) || a.promisedFor.localeCompare(b.promisedFor),
  );
  const states = new Map<string, PromiseState>();
  for (const promise of inOrder) {
    const fitting = pieces.filter(
      (piece) =>
        piece.receivedOn >= promise.recordedOn &&
        piece.receivedOn <= promise.promisedFor &&
        (promise.invoiceId === null || piece.invoiceId === promise.invoiceId),
    );
    const available = fitting.reduce((sum, piece) => sum + piece.left, 0);
    if (available < promise.amount) {
      states.set(promise.id, today > promise.promisedFor ? 'broken' : 'open');
      continue;
    }
    states.set(promise.id, 'kept');
    let needed = promise.amount;
    for (const piece of fitting) {
      const taken = Math.min(needed, piece.left);
      piece.left -= taken;
      needed -= taken;
    }
  }
  return states;
}
