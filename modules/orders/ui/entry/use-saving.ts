import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '#platform/web/call.ts';
import { asProblem, type Problem } from '#platform/web/problem.ts';
import { outdate } from '#platform/web/query.ts';
import { changeDraft, draftOrder, orderList, previewOrder, readOrder } from '../../endpoints.ts';
import { afterSaving, bodyOf, type Entry, isUnsaved, wholeLines } from './entry.ts';

const pauseMs = 500;
const againMs = 5000;
type Change = (change: (before: Entry) => Entry) => void;
type Saving = {
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Saves what is unsaved now and waits for it; null when it could not be saved. */
  readonly flush: () => Promise<Entry | null>;
  /** Puts the order on the server even before it has a line, so that files can be attached; false when it could not be. */
  readonly begin: () => Promise<boolean>;
};

/**
 * Keeps an order on the server while it is typed: one saving at a time, the next one with all that was typed meanwhile.
 * What cannot be saved stays on the device and is tried again.
 */
export function useSaving(orderId: string, entry: Entry, change: Change): Saving {
  const latest = useRef(entry);
  latest.current = entry;
  const running = useRef<Promise<Entry | null> | null>(null);
  const [failed, setFailed] = useState<{ problem: Problem; at: number; revision: number } | null>(null);
  const [busy, setBusy] = useState(false);

  const save = useCallback(
    async (empty: boolean): Promise<Entry | null> => {
      const sent = latest.current;
      const begins = sent.revision === 0 && empty;
      if (!begins && (!isUnsaved(sent) || (sent.revision === 0 && wholeLines(sent).length === 0))) return sent;
      setBusy(true);
      try {
        const reply = await send(orderId, sent);
        latest.current = afterSaving(latest.current, sent, reply);
        change((before) => afterSaving(before, sent, reply));
        setFailed(null);
        await outdate([previewOrder, readOrder, orderList.read]);
        return latest.current;
      } catch (error) {
        setFailed({ problem: asProblem(error), at: sent.changes, revision: sent.revision });
        return null;
      } finally {
        setBusy(false);
      }
    },
    [orderId, change],
  );

  const flush = useCallback(async (): Promise<Entry | null> => {
    await running.current;
    running.current = save(false).finally(() => {
      running.current = null;
    });
    const saved = await running.current;
    return saved && isUnsaved(saved) && wholeLines(saved).length > 0 ? flush() : saved;
  }, [save]);

  const begin = useCallback(async (): Promise<boolean> => {
    await running.current;
    if (latest.current.revision > 0) return true;
    running.current = save(true).finally(() => {
      running.current = null;
    });
    return ((await running.current)?.revision ?? 0) > 0;
  }, [save]);

  const unsaved = isUnsaved(entry);
  const { changes, revision } = entry;
  // A failure concerns the revision that it met: once another is shown or kept, it is past.
  const standing = failed?.revision === revision ? failed : null;
  useEffect(() => {
    const offline = standing?.problem.code === 'web.offline';
    const mended = standing?.problem.status === 422 && standing.at < changes;
    if (!unsaved || (standing && !offline && !mended)) return;
    const later = setTimeout(() => void flush(), offline ? againMs : pauseMs);
    return () => clearTimeout(later);
  }, [changes, unsaved, standing, flush]);
  useEffect(() => {
    const back = () => void flush();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [flush]);
  return { problem: standing?.problem ?? null, busy, flush, begin };
}

async function send(orderId: string, entry: Entry) {
  const body = bodyOf(entry);
  const change = (revision: number) => call(changeDraft, { params: { id: orderId }, body, ifMatch: revision });
  if (entry.revision > 0) return change(entry.revision);
  try {
    return await call(draftOrder, { body: { id: orderId, clientId: entry.clientId, ...body } });
  } catch (error) {
    // It was begun already, and only the reply was lost.
    if (asProblem(error).code !== 'platform.already-there') throw error;
    return change((await call(readOrder, { params: { id: orderId } })).revision);
  }
}
