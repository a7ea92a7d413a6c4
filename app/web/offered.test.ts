import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#platform/db/migrate.ts';
import { compose } from '#platform/declare/registry.ts';
import { missingOf } from '#platform/web/me.ts';
import type { Permits } from '#platform/web/screen.ts';
import { modules } from '../modules.ts';
import { moduleScreens } from './modules.ts';
import { shellScreens } from './shell-screens.ts';

/** What is offered must be what the server grants: every reading of a page is compared with what the page is offered by. */
const registry = compose(modules);
const permitOfEndpoint = new Map(
  registry.modules.flatMap((module) => module.routes).map(({ endpoint }) => [endpoint.id, endpoint.permit]),
);
const everyones = new Set([
  'signed-in',
  ...[...registry.permits].filter(([, declared]) => declared.everyone).map(([permit]) => permit),
]);

/** Read by a part that is shown only to whoever may, as the record's `can` says. */
const guarded = new Set([
  'modules/activities/ui/parts/proposals.tsx weekProposals',
  'modules/activities/ui/parts/week-editor.tsx weekProposals',
  'modules/mandates/ui/pages/descriptions.tsx listTemplates',
  'modules/mandates/ui/parts/binding-panel.tsx listKinds',
  'modules/organization/ui/parts/substitution-form.tsx mandatePermits',
]);

type Offer = { readonly name: string; readonly permit: Permits; readonly file: string };
const brought = [shellScreens, ...moduleScreens];
const offers = brought.flatMap(({ screens, panels = [] }): Offer[] => [
  ...screens.map(({ path: address, permit, load }) => ({ name: address, permit, file: fileOf(load) })),
  ...panels.map(({ place, key, permit, load }) => ({ name: `${place} ${key}`, permit, file: fileOf(load) })),
]);

test('every page and panel is found with something that it reads', () => {
  const found = offers.map(({ file }) => existsSync(file));
  expect(found).not.toContain(false);
  expect(offers.flatMap(({ file }) => readingsOf(file)).length).toBeGreaterThan(offers.length);
  const all = new Set(offers.flatMap(({ file }) => readingsOf(file)).map(({ at }) => at));
  expect([...guarded].filter((each) => !all.has(each))).toEqual([]);
});

test.each(offers)('$name is offered to nobody whom the server refuses what it reads', async ({ permit, file }) => {
  const wrong: string[] = [];
  const held = { permits: Object.fromEntries([...listed(permit), ...everyones].map((each) => [each, true as const])) };
  for (const { at, name, endpoints } of readingsOf(file)) {
    if (guarded.has(at)) continue;
    const declared = (await import(/* @vite-ignore */ endpoints))[name] as { id: string } | undefined;
    const asked = permitOfEndpoint.get(declared?.id ?? '');
    if (!asked) wrong.push(`${at}: no such endpoint`);
    else if (missingOf(held, asked)) wrong.push(`${at}: ${asked}`);
  }
  expect(wrong).toEqual([]);
});

test('a command or link is offered to nobody who would be refused the screen behind it', () => {
  const begun = brought.flatMap(({ commands = [], links = [] }) => [
    ...commands.map(({ title, permit, href }) => ({ title, permit, href })),
    ...links.map(({ title, permit, href }) => ({ title, permit, href: href('x') })),
  ]);
  const screens = brought.flatMap((each) => each.screens);
  const wrong = begun.flatMap(({ title, permit, href }) => {
    const [address = ''] = href.split('?');
    const screen =
      screens.find((each) => each.path === address) ??
      screens.find((each) => new RegExp(`^${each.path.replace(/:\w+/g, '[^/]+')}$`).test(address));
    const held = {
      permits: Object.fromEntries([...listed(permit), ...everyones].map((each) => [each, true as const])),
    };
    const missing = screen ? missingOf(held, screen.permit) : 'no such screen';
    return missing ? [`${title} (${href}): ${missing}`] : [];
  });
  expect(wrong).toEqual([]);
});

function listed(permit: Permits): readonly string[] {
  return typeof permit === 'string' ? [permit] : permit;
}

type Reading = { readonly at: string; readonly name: string; readonly endpoints: string };
/** The endpoints that a page and the parts it is made of read, by the file that each is declared in. */
function readingsOf(file: string, seen = new Set<string>()): Reading[] {
  if (seen.has(file) || !existsSync(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/import (?:type )?(?:\{([^}]*)\}|[^;]*?) from '([^']+)'/g)].map(
    ([, names, from]) => ({
      names: (names ?? '').split(',').map((each) => each.trim().replace(/^type /, '')),
      from: resolved(file, from ?? ''),
    }),
  );
  const read = [...text.matchAll(/\buseRead\(\s*(\w+)|\blist=\{(\w+)\}/g)].map(
    ([, reading, list]) => reading ?? list ?? '',
  );
  const own = [...new Set(read)].flatMap((name): Reading[] => {
    const declared = imports.find(({ names, from }) => names.includes(name) && /endpoints[\w-]*\.ts$/.test(from));
    return declared ? [{ at: `${path.relative(root, file)} ${name}`, name, endpoints: declared.from }] : [];
  });
  const parts = imports.filter(({ from }) => from.includes('/ui/'));
  return [...own, ...parts.flatMap(({ from }) => readingsOf(from, seen))];
}

function resolved(file: string, from: string): string {
  if (from.startsWith('#')) return path.join(root, from.slice(1));
  return path.resolve(path.dirname(file), from);
}

/** The file that a lazy import names: absolute in whatever the test runner made of it, or beside its `screens.ts`. */
function fileOf(load: () => unknown): string {
  const [, named = ''] = /\(\s*['"]([^'"]+\.tsx)['"]/.exec(String(load)) ?? [];
  if (named.startsWith('#')) return path.join(root, named.slice(1));
  return named.startsWith('/') && !named.startsWith(root) ? path.join(root, named) : named;
}
