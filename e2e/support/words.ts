import type { Texts } from '#kernel/texts.ts';

/** The English sentence under a key, with simple values filled in: what a person reads on the screen. */
export function words<T extends Texts>(texts: T, key: keyof T & string, values: Record<string, string> = {}): string {
  const sentence = texts[key]?.[0] ?? key;
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), sentence);
}
