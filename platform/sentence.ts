import { I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { type Language, languages } from '#kernel/texts.ts';
import type { Registry } from './declare/registry.ts';

const catalogues = new WeakMap<Registry, Map<Language, I18n>>();

/** The sentence under a key in a language, filled with values; the key itself when no catalogue has it. */
export function sentence(
  registry: Registry,
  language: Language,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  let byLanguage = catalogues.get(registry);
  if (!byLanguage) {
    byLanguage = new Map(languages.map((each, index) => [each, catalogue(registry, each, index)]));
    catalogues.set(registry, byLanguage);
  }
  return byLanguage.get(language)?._(key, { ...values }) ?? key;
}

function catalogue(registry: Registry, language: Language, index: number): I18n {
  const messages = Object.fromEntries([...registry.texts].map(([key, pair]) => [key, pair[index] ?? key]));
  const i18n = new I18n({ locale: language, messages: { [language]: messages } });
  // Compiled when first said, and kept: a catalogue is large, and a page says the same sentence for each of its lines.
  const compiled = new Map<string, ReturnType<typeof compileMessage>>();
  i18n.setMessagesCompiler((message) => {
    const known = compiled.get(message) ?? compileMessage(message);
    compiled.set(message, known);
    return known;
  });
  return i18n;
}
