import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { type ClientWish, enterClient } from './actions/enter-client.ts';

let count = 0;

/** A client, entered by the actor and kept by them unless `keeperId` says otherwise. Names are never alike. */
export async function aClient(
  runner: Runner,
  actor: Actor,
  wish: Partial<ClientWish> = {},
): Promise<{ id: string; code: string; name: string }> {
  count += 1;
  const name = wish.name ?? `Client ${String(count).padStart(4, '0')}`;
  const entered = await runner.write(actor, (w) => enterClient(w, { ...wish, name, evenSo: true }));
  return { id: entered.id, code: entered.code, name };
}
