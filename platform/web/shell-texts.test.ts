import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { shellTexts } from './shell-texts.ts';

/** The names that a compiled message asks for. */
function namesIn(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token) => {
    if (!Array.isArray(token)) return [];
    const [name, , cases] = token as [string, string?, Record<string, unknown>?];
    return [name, ...(typeof cases === 'object' && cases ? Object.values(cases).flatMap(namesIn) : [])];
  });
}

describe('the words of the frame', () => {
  it.each(Object.entries(shellTexts))('%s asks for the same values in both languages', (_key, [en, ru]) => {
    const names = (message: string) => [...new Set(namesIn(compileMessageOrThrow(message)))].sort();
    expect(names(ru)).toEqual(names(en));
  });
});
