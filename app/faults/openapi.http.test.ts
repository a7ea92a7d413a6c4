import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop, type Shop } from '#modules/orders/testing.ts';
import { root } from '#platform/db/migrate.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { faultsOf } from './test/description-faults.ts';
import { type Description, generateClient } from './test/generate-client.ts';
import { anApiKey, aRealServer, type RealServer } from './test/real-server.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let shop: Shop;
let server: RealServer;
let description: Description;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  server = await aRealServer(clone.database);
  shop = await aShop(server.runner, company);
  description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Description;
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-client-'));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(folder, 'client.ts'), generateClient(description));
});
afterAll(async () => {
  await server.close();
  await clone.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the description', () => {
  it('is a whole OpenAPI 3.1 document', () => {
    expect(faultsOf(description)).toEqual([]);
  });
  it('leaves no route out', () => {
    const described = Object.entries(description.paths).flatMap(([url, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
    );
    const routes = modules.flatMap((module) =>
      module.routes.map(({ endpoint }) => `${endpoint.method} /api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`),
    );
    expect(described.toSorted()).toEqual([...routes, 'GET /api/health'].toSorted());
  });
  it('what is amiss in one would be named', () => {
    const [[url, methods] = ['', {}]] = Object.entries(description.paths);
    const [[method, operation] = ['', {}]] = Object.entries(methods);
    const planted = {
      ...description,
      paths: { [`${url}/{lost}`]: { [method]: { ...operation, operationId: '', responses: {} } } },
    };
    expect(faultsOf(planted as Description).length).toBeGreaterThanOrEqual(4);
  });
});

const run = promisify(execFile);
const flags = [
  '--strict',
  '--noEmit',
  '--skipLibCheck',
  '--target',
  'es2024',
  '--module',
  'nodenext',
  '--types',
  'node',
  '--allowImportingTsExtensions',
];
/** What the project's compiler says of a file of the stranger's; empty when it has nothing to say. */
async function check(name: string, text: string): Promise<string> {
  await writeFile(path.join(folder, name), text);
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  return run(process.execPath, [compiler, ...flags, path.join(folder, name)], { cwd: folder }).then(
    () => '',
    (failed: { stdout: string }) => failed.stdout,
  );
}

describe('a stranger', { timeout: 120_000 }, () => {
  it('generates a client, writes a program against it, and it works', async () => {
    expect(await check('program.ts', program)).toBe('');
    const key = await anApiKey(company, 'kamA');
    const { stdout } = await run(process.execPath, [
      path.join(folder, 'program.ts'),
      server.url,
      key,
      shop.client.id,
      shop.catalogue.products[0]?.code ?? '',
    ]);
    expect(JSON.parse(stdout)).toEqual({
      who: 'Kama Test',
      found: 'P-1',
      total: 3000,
      confirmed: 'confirmed',
      refused: 'platform.not-granted',
      lines: 1,
      again: true,
    });
  });

  it('is told by the compiler what the server would refuse', async () => {
    const wrong = await check(
      'wrong.ts',
      `import { connect } from './client.ts';
       const api = connect('', '');
       void api['orders.draft']({ body: { clientId: 5 } });
       void api['orders.confirm']({ path: { id: '' }, body: {} });
       void api['clients.class']({ path: { id: '' }, header: { 'if-match': '1' }, body: { class: 'Z', reason: '' } });
       void api['orders.nothing']();`,
    );
    expect([...wrong.matchAll(/wrong\.ts\((\d+)/g)].map(([, line]) => Number(line))).toEqual([3, 4, 5, 6]);
  });
});

/** What a stranger would write: an order by somebody who knows only the description. */
const program = `import { connect, Refusal } from './client.ts';

const [base = '', key = '', clientId = '', code = ''] = process.argv.slice(2);
const api = connect(base, key);
const me = await api['platform.me']();
const { standing } = await api['orders.client-standing']({ path: { id: clientId } });
const found = await api['orders.products']({ query: { text: code, column: standing.entitled.id } });
const product = found.items[0];
if (!product) throw new Error('nothing found');
const wish = { header: { 'idempotency-key': 'a-stranger-1' }, body: { clientId, lines: [{ productId: product.id, quantity: 3 }] } };
const draft = await api['orders.draft'](wish);
const repeated = await api['orders.draft'](wish);
const confirmed = await api['orders.confirm']({ path: { id: draft.id }, header: { 'if-match': String(draft.revision) }, body: {} });
const order = await api['orders.read']({ path: { id: draft.id } });
const refused = await api['organization.add-department']({ body: { name: 'Mine' } }).catch((error: unknown) =>
  error instanceof Refusal ? error.problem.code : String(error),
);
const { name } = me.employee;
console.log(JSON.stringify({ who: name, found: product.code, total: draft.total, confirmed: confirmed.state, refused, lines: order.lines.length, again: repeated.id === draft.id }));
`;
