import { useCallback, useEffect, useRef, useState } from 'react';

const prefix = 'mandate.draft.';
const pauseMs = 250;

/**
 * A state that survives a reload, a crash and a lost network, kept on this device under `key`. The third function
 * forgets it, once the draft has become a record; the fourth says whether it was found from before.
 */
export function useDraft<T>(
  key: string,
  initial: T,
): [draft: T, set: (next: T | ((before: T) => T)) => void, forget: () => void, found: boolean] {
  const [{ value, found }, setState] = useState(() => read(key, initial));
  const latest = useRef<{ key: string; value: T } | null>(null);
  useEffect(() => {
    const pending = latest;
    const later = setTimeout(() => write(pending.current), pauseMs);
    return () => clearTimeout(later);
  });
  useEffect(() => {
    const now = () => write(latest.current);
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
  const set = useCallback(
    (next: T | ((before: T) => T)) =>
      setState((before) => {
        const changed = typeof next === 'function' ? (next as (before: T) => T)(before.value) : next;
        latest.current = { key, value: changed };
        return { value: changed, found: before.found };
      }),
    [key],
  );
  const forget = useCallback(() => {
    latest.current = null;
    remove(key);
    setState({ value: initial, found: false });
  }, [key, initial]);
  return [value, set, forget, found];
}

/** Names of the drafts on this device that begin so, e.g. all orders begun. */
export function draftsOf(beginning: string): string[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix + beginning))
    .map((name) => name.slice(prefix.length));
}

function read<T>(key: string, initial: T): { value: T; found: boolean } {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? { value: initial, found: false } : { value: JSON.parse(text) as T, found: true };
  } catch {
    return { value: initial, found: false };
  }
}

function write(draft: { key: string; value: unknown } | null): void {
  if (!draft) return;
  try {
    localStorage.setItem(prefix + draft.key, JSON.stringify(draft.value));
  } catch {
    // A full or forbidden store loses the draft at reload only; typing goes on.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // As in `write`.
  }
}
