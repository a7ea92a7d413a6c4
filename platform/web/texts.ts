import type { Texts } from '#kernel/texts.ts';
import { fill, languageIndex, sentenceOf, useLanguage } from './language.ts';

export type Values = Readonly<Record<string, unknown>>;
/** Gives the sentence under a key of one catalogue. */
export type Say<T extends Texts> = (key: keyof T & string, values?: Values) => string;

/** The sentences of a catalogue in the person's language: `const t = useText(texts); t('orders.title')`. */
export function useText<T extends Texts>(texts: T): Say<T> {
  useLanguage();
  return textOf(texts);
}

/** As `useText`, outside of a component. */
export function textOf<T extends Texts>(texts: T): Say<T> {
  return (key, values) => {
    const found = sentenceOf(key, values);
    if (found !== undefined) return found;
    const message = texts[key]?.[languageIndex()];
    return message === undefined ? key : fill(message, values);
  };
}

/**
 * A sentence by a key that only the server knows (`permit.orders.place`, `duty.chase-debt`, `refusal.…`), looked up in
 * the catalogues of every module. `otherwise`, or the key itself, when none has it.
 */
export function say(key: string, values?: Values, otherwise: string = key): string {
  return sentenceOf(key, values) ?? otherwise;
}

/** `say` for a component that must be drawn again when the language changes. */
export function useSay(): typeof say {
  useLanguage();
  return say;
}
