import { I18n, type Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { chooseLanguage, type Language, languages } from '#kernel/texts.ts';

type Loaders = Readonly<Record<Language, () => Promise<Messages>>>;

const kept = 'mandate.language';
const i18n = new I18n({});
const listeners = new Set<() => void>();
let language: Language = chooseLanguage(rememberedLanguage());
let loaders: Loaders | null = null;

/** The language that the person reads now. */
export function currentLanguage(): Language {
  return language;
}

/** The language, for a component that must be drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** Loads the catalogue of the person's language; the application waits for it before its first picture. */
export async function startLanguage(given: Loaders): Promise<void> {
  loaders = given;
  await activate(language);
}

/** Changes the language of the screen and remembers it on this device. */
export async function chooseScreenLanguage(next: Language): Promise<void> {
  try {
    localStorage.setItem(kept, next);
  } catch {
    // A browser that keeps nothing still changes the language of this visit.
  }
  if (next !== language) await switchTo(next);
}

/** Takes the language that the server knows of the person, unless one was chosen on this device. */
export async function adoptLanguage(known: string): Promise<void> {
  if (chosenHere() === null && known !== language) await switchTo(chooseLanguage(known));
}

/** The sentence under a key, filled with values; undefined when no catalogue has it. */
export function sentenceOf(key: string, values?: Readonly<Record<string, unknown>>): string | undefined {
  return key in i18n.messages ? i18n._(key, values) : undefined;
}

/** Fills a message that is not in the loaded catalogue. */
export function fill(message: string, values?: Readonly<Record<string, unknown>>): string {
  return i18n._({ id: message, message, ...(values && { values: { ...values } }) });
}

/** Where the language stands among the pairs of a catalogue. */
export function languageIndex(): number {
  return languages.indexOf(language);
}

async function switchTo(next: Language): Promise<void> {
  await activate(next);
  for (const listener of listeners) listener();
}

async function activate(next: Language): Promise<void> {
  const catalogue = loaders ? await loaders[next]() : {};
  i18n.loadAndActivate({ locale: next, messages: catalogue });
  language = next;
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function chosenHere(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

function rememberedLanguage(): string | undefined {
  return chosenHere() ?? (typeof navigator === 'undefined' ? undefined : navigator.languages?.join(','));
}
