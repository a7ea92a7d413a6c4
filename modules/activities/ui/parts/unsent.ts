import { useSyncExternalStore } from 'react';
import { call, newKey } from '#platform/web/call.ts';
import { notify } from '#platform/web/notify.ts';
import { asProblem } from '#platform/web/problem.ts';
import { outdate } from '#platform/web/query.ts';
import { carryOutActivity, logContact } from '../../endpoints.ts';

/** An outcome that was noted without a network: kept on this device, sent once by its key when the network is back. */
export type Unsent = {
  readonly key: string;
  readonly client: string;
  readonly activity?: { readonly id: string; readonly revision: number };
  readonly body: Record<string, unknown>;
};
const store = 'mandate.unsent-outcomes';
const watchers = new Set<() => void>();
let kept: readonly Unsent[] = read();
let sending: Promise<void> | null = null;

/** Keeps an outcome until the network is back; `doneAt` is now, not when it will be sent. */
export function keepUnsent(outcome: Omit<Unsent, 'key'>): void {
  const body = { ...outcome.body, doneAt: Temporal.Now.instant().round('second').toString() };
  put([...kept, { ...outcome, body, key: newKey() }]);
}

/** The outcomes that wait on this device. */
export function useUnsent(): readonly Unsent[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => kept,
  );
}

/** Forgets an outcome that was never sent. */
export function dropUnsent(key: string): void {
  put(kept.filter((each) => each.key !== key));
}

/** Sends what waits, one after the other. What is refused stays, with its reason shown. */
export function sendUnsent(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
}

/** Sends what waits; whether the outcome under an id of one's own is on the server then. */
export async function isSent(id: string): Promise<boolean> {
  await sendUnsent();
  return !kept.some(({ body }) => body.id === id);
}

async function sendAll(): Promise<void> {
  for (const each of kept) {
    try {
      await send(each);
      dropUnsent(each.key);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'web.offline') return;
      notify('bad', `${each.client}: ${problem.document.detail || problem.document.title}`);
    }
  }
  await outdate(['activities', 'mandates', 'clients']);
}

function send(each: Unsent): Promise<unknown> {
  const { activity, body, key } = each;
  return activity
    ? call(carryOutActivity, {
        params: { id: activity.id },
        body: body as never,
        ifMatch: activity.revision,
        idempotencyKey: key,
      })
    : call(logContact, { body: body as never, idempotencyKey: key });
}

function put(next: readonly Unsent[]): void {
  kept = next;
  try {
    localStorage.setItem(store, JSON.stringify(next));
  } catch {
    // A full or forbidden store: it stays in memory until the page goes.
  }
  for (const watcher of watchers) watcher();
}

function read(): readonly Unsent[] {
  try {
    return JSON.parse(localStorage.getItem(store) ?? '[]') as Unsent[];
  } catch {
    return [];
  }
}

window.addEventListener('online', () => void sendUnsent());
