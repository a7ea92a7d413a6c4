import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { modules } from '#app/modules.ts';
import { sources, violations } from './boundaries.ts';

const because = (file: string, text: string) => violations([{ path: file, text }]).map((each) => each.because);

describe('planted violations', () => {
  test.each([
    ['kernel/money.ts', "import { Pool } from 'pg';", 'kernel knows only itself'],
    ['platform/run.ts', "import { orders } from '#modules/orders/contract.ts';", 'platform knows no module'],
    ['modules/orders/rules/total.ts', "import { sql } from '#platform/db/sql.ts';", 'rules import only kernel'],
    ['modules/orders/rules/total.ts', "import lodash from 'lodash';", 'rules import only kernel'],
    [
      'modules/orders/actions/a.ts',
      "import { x } from '#modules/clients/data/clients.ts';",
      'another module is imported through its contract',
    ],
    ['modules/clients/actions/a.ts', "import { x } from '#modules/orders/contract.ts';", 'orders is not below clients'],
    [
      'modules/clients/actions/a.ts',
      "import { x } from '#modules/catalog/contract.ts';",
      'catalog is not below clients',
    ],
    ['modules/orders/ui/pages/a.tsx', "import { x } from '../../data/orders.ts';", 'ui may not import data'],
    [
      'modules/orders/ui/pages/a.tsx',
      "import { x } from '#platform/db/sql.ts';",
      'the browser does not import the server',
    ],
    ['modules/orders/data/a.ts', "import { x } from '../actions/place.ts';", 'data may not import actions'],
    ['modules/orders/actions/a.ts', "const { x } = await import('#app/server.ts');", 'a module does not know the app'],
    ['platform/http/a.ts', "import { x } from '#platform/web/call.ts';", 'the server does not import the browser'],
  ])('%s: %s', (file, text, reason) => {
    expect(because(file, text)).toEqual([reason]);
  });
  test.each([
    ['modules/orders/actions/a.ts', "import { x } from '#modules/clients/contract.ts';"],
    ['modules/orders/ui/pages/a.tsx', "import { x } from '../../rules/total.ts';"],
    ['modules/clients/rules/a.ts', "import { x } from '#kernel/money.ts';"],
  ])('allowed: %s: %s', (file, text) => {
    expect(because(file, text)).toEqual([]);
  });
});

const root = path.resolve(import.meta.dirname, '..');

it('our own sources stay within the borders', () => {
  expect(violations(sources(root))).toEqual([]);
});

it('the order of boot is the same for the tools and for the app', () => {
  const order = JSON.parse(readFileSync(path.join(root, 'modules/order.json'), 'utf8'));
  const ofPlatform = new Set(['platform', 'lists', 'notifications', 'security']);
  expect(modules.map((module) => module.name).filter((name) => !ofPlatform.has(name))).toEqual(order);
});
