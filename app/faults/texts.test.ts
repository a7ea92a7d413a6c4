import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { choiceKeys, type FormField, formField, labelKeys } from '#kernel/form-field.ts';
import type { Texts } from '#kernel/texts.ts';
import { root } from '#platform/db/migrate.ts';
import { compose } from '#platform/declare/registry.ts';
import { literalTexts } from './test/literal-texts.ts';

const registry = compose(modules);
const keys = new Set(registry.texts.keys());
const missing = (wanted: Iterable<string>) => [...new Set(wanted)].filter((key) => !keys.has(key));
const sourcesOf = (...patterns: string[]) =>
  globSync(patterns, { cwd: root })
    .filter((file) => !/\.test\.|testing\.ts|README/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

describe('whatever is registered has its text in both languages', () => {
  it('permits, and the limits by which they are bounded', () => {
    const names = [...registry.permits.keys()].map((permit) => `permit.${permit}`);
    const limits = [...registry.permits].flatMap(([permit, { limits = {} }]) =>
      Object.keys(limits)
        .filter((dimension) => !keys.has(`limit.${dimension}`))
        .map((dimension) => `limit.${permit}.${dimension}`),
    );
    expect(missing([...names, ...limits])).toEqual([]);
  });
  it('refusals, and the class of each', () => {
    const wanted = [...registry.refusals].flatMap(([code, status]) => [`refusal.${code}`, `problem.${status}`]);
    expect(missing([...wanted, ...[...registry.constraints.values()].map((code) => `refusal.${code}`)])).toEqual([]);
    expect([...registry.constraints.values()].filter((code) => !registry.refusals.has(code))).toEqual([]);
  });
  it.each([
    ['duties', registry.duties, 'duty', 'norm'],
    ['rights', registry.rights, 'right', 'limit'],
    ['pay rules', registry.payRules, 'pay', 'rate'],
  ] as const)('%s, what they say in words, and their settings', (_name, kinds, prefix, phrase) => {
    const wanted = [...kinds.values()].flatMap(({ key }) => [`${prefix}.${key}`, `${prefix}.${key}.${phrase}`]);
    expect(missing(wanted)).toEqual([]);
    expect([...kinds.values()].flatMap(({ key, settings }) => unnamed(key, settings))).toEqual([]);
  });
  it('every property of every setting, and everything that can be chosen there', () => {
    expect([...registry.settings.values()].flatMap(({ key, schema }) => unnamed(key, schema))).toEqual([]);
    const planted = Type.Object({ it: Type.Object({ which: Type.Union([Type.Literal('one'), Type.Literal('two')]) }) });
    expect(unnamed('planted', planted)).toEqual([
      'setting.planted.it',
      'setting.planted.it.which',
      'setting.planted.it.which.one',
      'setting.planted.it.which.two',
    ]);
  });
  it('marked data', () => {
    expect(missing([...registry.marked.keys()].map((key) => `marked.${key}`))).toEqual([]);
  });
  it('kinds of import and their fields; settings of the company', () => {
    const imports = [...registry.imports.values()].flatMap(({ key, fields }) => [
      `import.${key}`,
      ...fields.map(({ name }) => `import.${key}.${name}`),
    ]);
    const settings = [...registry.settings.keys()].map((key) => `setting.${key}`);
    expect(missing([...imports, ...settings])).toEqual([]);
  });
  it('kinds of entries in the history of a client', () => {
    const kinds = registry.timeline.flatMap((source) => source.kinds);
    expect(missing(kinds.flatMap((kind) => [`timeline.${kind}`, `timeline-kind.${kind}`]))).toEqual([]);
  });
  it('notifications and lines of the day, as the sources name them', () => {
    const named = `(?:${modules.map(({ name }) => name).join('|')})\\.[a-z-]+`;
    const told: string[] = [];
    for (const { text } of sourcesOf('modules/*/{actions,duties,data,jobs,routes}/**/*.ts', 'modules/*/*.ts')) {
      for (const [, call = ''] of text.matchAll(/\bnotify\(([^;]*?)\);/gs))
        for (const [, kind] of call.matchAll(new RegExp(`'(${named})'`, 'g'))) told.push(`notification.${kind}`);
      for (const [, kind] of text.matchAll(new RegExp(`\\bkind: '(${named})'`, 'g'))) told.push(`work.${kind}`);
    }
    expect(told.length).toBeGreaterThan(10);
    expect(missing(told)).toEqual([]);
  });
  it('lists, their columns, values and bulk acts', async () => {
    const wanted: string[] = [];
    for (const { file } of sourcesOf('modules/*/endpoints*.ts')) {
      for (const each of Object.values(await import(path.join(root, file)))) wanted.push(...textsOfList(each));
    }
    expect(wanted.length).toBeGreaterThan(20);
    expect(missing(wanted)).toEqual([]);
  });
  it('screens and commands', async () => {
    const shell: { default?: Texts } & Record<string, Texts> = await import(
      path.join(root, 'platform/web/shell-texts.ts')
    );
    const known = new Set([...keys, ...Object.values(shell).flatMap((texts) => Object.keys(texts))]);
    const titles = sourcesOf('modules/*/ui/screens.ts').flatMap(({ text }) =>
      [...text.matchAll(/\btitle: '([^']+)'/g)].map(([, key = '']) => key),
    );
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((key) => !known.has(key))).toEqual([]);
  });
});

/** What of a form has no text: fields, groups and choices, by the most particular key that would name each. */
function unnamed(owner: string, schema: unknown): string[] {
  const nameless = (wanted: readonly string[]) => (wanted.some((key) => keys.has(key)) ? [] : wanted.slice(0, 1));
  const ofField = (field: FormField): string[] => [
    ...(field.look === 'group' && field.path.length === 0 ? [] : nameless(labelKeys(owner, field))),
    ...field.choices.flatMap((each) => nameless(choiceKeys(owner, field, each))),
    ...field.fields.flatMap(ofField),
  ];
  return ofField(formField(schema));
}

type ListLike = { key: string; read: unknown; columns: Record<string, { values?: readonly string[] }> };
function textsOfList(value: unknown): string[] {
  const list = value as ListLike | null;
  if (!list || typeof list !== 'object' || !list.read || !list.columns || !list.key) return [];
  return [
    `list.${list.key}`,
    ...Object.entries(list.columns).flatMap(([name, { values = [] }]) => [
      `list.${list.key}.${name}`,
      ...values.map((each) => `list.${list.key}.${name}.${each}`),
    ]),
  ];
}

describe('every text', () => {
  const catalogues = async () => {
    const shell: Record<string, Texts> = await import(path.join(root, 'platform/web/shell-texts.ts'));
    return [...registry.texts, ...Object.values(shell).flatMap((texts) => Object.entries(texts))];
  };

  it('compiles, and asks for the same values in both languages', async () => {
    const wrong: string[] = [];
    for (const [key, pair] of await catalogues()) {
      const [english, russian] = pair.map((message) => valuesOf(key, message));
      if (english !== russian) wrong.push(`${key}: ${english} / ${russian}`);
    }
    expect(wrong).toEqual([]);
  });
  it('that does not compile, or misses a value, would be named', () => {
    expect(() => valuesOf('planted', 'Hello {name')).toThrow('planted');
    expect(valuesOf('planted', '{count, plural, one {# of {who}} other {#}}')).toBe('count who');
  });
  it('says something, in the letters of its language', async () => {
    const wrong: string[] = [];
    for (const [key, [english, russian]] of await catalogues()) {
      if (english.trim() === '' || russian.trim() === '') wrong.push(`${key}: empty`);
      if (/\p{Script=Cyrillic}/u.test(english)) wrong.push(`${key}: ${english}`);
      const words = bare(english).match(/\p{Ll}{3,}/gu) ?? [];
      if (words.length > 0 && !/\p{Script=Cyrillic}/u.test(russian)) wrong.push(`${key}: ${russian}`);
    }
    expect(wrong.filter((each) => !sameInBoth.some((key) => each.startsWith(`${key}:`)))).toEqual([]);
  });
  it('counts in Russian with one, few and many', async () => {
    const wrong = (await catalogues()).filter(
      ([key, [, russian]]) =>
        /plural,/.test(russian) && /\bone \{/.test(russian) && !/\bfew \{/.test(russian) && !oblique.includes(key),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

/** In an oblique case, few are counted as many are. */
const oblique = ['clients.class-changes', 'clients.classed'];

/** Names that are written alike everywhere. */
const sameInBoth: readonly string[] = [];

/** The names of the values that a message asks for. @throws when it does not compile. */
function valuesOf(key: string, message: string): string {
  const compiled = compileMessage(message);
  // What cannot be compiled is given back as it was.
  if (compiled.length === 1 && compiled[0] === message && message.includes('{')) throw new Error(`${key}: ${message}`);
  return [...new Set(namesIn(compiled))].sort().join(' ');
}

function namesIn(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token) => {
    if (!Array.isArray(token)) return [];
    const [name, , options] = token;
    const nested = options && typeof options === 'object' ? Object.values(options) : [];
    return [String(name), ...nested.flatMap(namesIn)];
  });
}

/** A message without its placeholders. */
function bare(message: string): string {
  return message.replace(/\{[^{}]*\}/g, '');
}

/** Languages by their own names, and kinds of file. */
const sameEverywhere = new Set(['Русский', 'English', 'PDF', 'Word', 'CSV', 'XLSX', 'CSV, XLSX']);

describe('no screen says anything by itself', () => {
  it('all that is read stands in a catalogue', () => {
    const found = sourcesOf('modules/*/ui/**/*.{ts,tsx}', 'platform/web/**/*.{ts,tsx}', 'app/web/**/*.{ts,tsx}')
      .filter(({ file }) => !/texts[\w-]*\.ts$|\.d\.ts$/.test(file))
      .flatMap(({ file, text }) => literalTexts(text).map((each) => ({ ...each, file })))
      .filter(({ text }) => !sameEverywhere.has(text))
      .map(({ file, line, text }) => `${file}:${line} ${text}`);
    expect(found).toEqual([]);
  });
  it.each([
    ['text between tags', '<b>Save</b>'],
    ['an attribute that is read', '<Button aria-label="Close" />'],
    ['Russian anywhere', '<Button color={on ? "да" : undefined} />'],
    ['a sentence in code', 'notify("Nothing was saved yet")'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is looked at, not a template
    ['a sentence in a template', 'say(`Nothing was saved by ${who}`)'],
  ])('%s is named', (_name, planted) => {
    expect(literalTexts(`export const a = ${planted};`)).toHaveLength(1);
  });
  it.each([
    '<b>{t("orders.title")} · {count}</b>',
    '<Button color="red" className="wide" />',
    'throw new Error("No such column here")',
    '<Text>—</Text>',
  ])('%s is not', (fine) => {
    expect(literalTexts(fine.startsWith('throw') ? fine : `export const a = ${fine};`)).toEqual([]);
  });
});
