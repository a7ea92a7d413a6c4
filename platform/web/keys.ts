import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key of a screen. `keys`: `n`, `mod+s` (Ctrl or ⌘), `g o` (one after the other), `Enter`, `ArrowDown`, `?`. */
export type Key = {
  readonly keys: string;
  /** What it does, for the overlay; keys without a label are not listed. */
  readonly label?: string;
  readonly run: (event: KeyboardEvent) => void;
};
type Layer = { keys: readonly Key[]; readonly inDialog: boolean };

const layers: Layer[] = [];
const watchers = new Set<() => void>();
let listed: readonly Key[] = [];
let begun: { key: string; at: number } | null = null;
const sequenceMs = 1200;

/**
 * Gives the present screen its keys. They are silent while a person types (except with `mod`) and while a dialog is open
 * (except with `inDialog`). What was given last is asked first.
 */
export function useKeys(keys: readonly Key[], options: { inDialog?: boolean } = {}): void {
  const layer = useRef<Layer>(null);
  const inDialog = options.inDialog ?? false;
  useEffect(() => {
    const mine: Layer = { keys: [], inDialog };
    layer.current = mine;
    layers.push(mine);
    return () => {
      layers.splice(layers.indexOf(mine), 1);
      publish();
    };
  }, [inDialog]);
  useEffect(() => {
    if (!layer.current) return;
    const same = signature(layer.current.keys) === signature(keys);
    layer.current.keys = keys;
    if (!same) publish();
  });
}

/** The keys that the present screen has, for the overlay. */
export function useListedKeys(): readonly Key[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => listed,
  );
}

/** Begins to listen; called once by the frame. Gives the function that ends it. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', answer);
  return () => window.removeEventListener('keydown', answer);
}

function answer(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const pressed = nameOf(event);
  const typing = isTyping(event.target);
  const dialog = document.querySelector('[aria-modal="true"]') !== null;
  const first = begun && event.timeStamp - begun.at < sequenceMs ? begun.key : null;
  begun = null;
  let begins = false;
  for (const layer of layers.toReversed()) {
    if (dialog && !layer.inDialog) continue;
    for (const key of layer.keys) {
      if (typing && (!key.keys.startsWith('mod+') || key.keys === 'mod+z')) continue;
      if (key.keys === pressed || (first !== null && key.keys === `${first} ${pressed}`)) {
        if (isButton(event.target) && key.keys === 'Enter') continue;
        event.preventDefault();
        key.run(event);
        return;
      }
      if (key.keys.startsWith(`${pressed} `)) begins = true;
    }
  }
  if (begins) begun = { key: pressed, at: event.timeStamp };
}

/** A letter by its place on the keyboard when the layout is not Latin, so that `g` works under a Russian layout too. */
function nameOf(event: KeyboardEvent): string {
  const latin = /^[\x20-\x7e]$/.test(event.key) ? event.key.toLowerCase() : undefined;
  const byPlace = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const name = latin ?? (event.key.length === 1 ? (byPlace ?? event.key) : event.key);
  const shift = event.shiftKey && (name.length > 1 || /^[a-z]$/.test(name)) ? 'shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${shift}${name}`;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** Enter on these does what they say. */
function isButton(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('button, a, summary, [role="menuitem"], [role="tab"]') !== null
  );
}

function signature(keys: readonly Key[]): string {
  return keys.map((key) => `${key.keys}\0${key.label ?? ''}`).join('\n');
}

function publish(): void {
  listed = layers.flatMap((layer) => layer.keys);
  for (const watcher of watchers) watcher();
}

/** `mod+k` as a person reads it: `Ctrl K`, on a Mac `⌘ K`. */
export function keyWords(keys: string): string[] {
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const words: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: '⇧',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Enter: '↵',
    Escape: 'Esc',
  };
  return keys.split(/[ +]/).map((each) => words[each] ?? each.toUpperCase());
}
