import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCatalogue } from '#modules/catalog/testing.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { asOwner, cloneDatabase } from '#platform/db/test/clone.ts';
import { attachFile, detachFile } from '#platform/files/endpoints.ts';
import { companyActor } from '#platform/run.ts';
import { holdOf, markCutOff } from './cut-off.ts';
import * as at from './endpoints.ts';
import type { Mapping } from './map-row.ts';
import { type ImportReport, runImport } from './run-import.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  const all = (permit: string) => ({ permit, scope: 'all' as const });
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-imports-'));
  clone = await cloneDatabase();
  company = await aCompany(clone, {
    grants: {
      director: [...standardGrants.director, all('imports.run'), all('imports.revert')],
      accountant: [...standardGrants.accountant, all('imports.run')],
      outsider: [...standardGrants.outsider, all('imports.run'), all('imports.revert')],
    },
  });
  server = await testServer(clone.database);
  await aCatalogue(server.runner, company.actor('director'), 3);
});
afterAll(async () => {
  await server.close();
  await clone.close();
  await rm(folder, { recursive: true, force: true });
});

const director = () => company.actor('director');
async function bring(
  kind: string,
  lines: readonly string[],
  mapping: Mapping = {},
  checkOnly = false,
): Promise<ImportReport> {
  const file = path.join(folder, `${kind}.csv`);
  await writeFile(file, lines.join('\n'));
  return runImport(server.runner, director(), { kind, file, mapping, checkOnly });
}
const count = async (table: string, where = 'true') => {
  const [row] = await company.owner<{ n: number }>(
    `select count(*)::int as n from ${table} where company_id = '${company.id}' and ${where}`,
  );
  return row?.n;
};
const reversal = (id: string, person: Parameters<TestCompany['actor']>[0] = 'director') =>
  server.call(company.actor(person), at.importReversal, { params: { id } });
const revert = (id: string, person: Parameters<TestCompany['actor']>[0] = 'director') =>
  server.call(company.actor(person), at.revertImport, { params: { id }, body: {} });
const clientsFile = (codes: readonly string[]) => [
  'code,name,contactName,since',
  ...codes.map((code) => `${code},Client ${code},Person ${code},2024-01-01`),
];
const ordersFile = (numbers: readonly string[], client: string) => [
  'number,client,orderedOn,shippedOn',
  ...numbers.map((number) => `${number},${client},2026-01-10,2026-01-12`),
];
const linesFile = (numbers: readonly string[], product: string) => [
  'order,product,unitPrice,quantity',
  ...numbers.map((number) => `${number},${product},2.50,4`),
];
const aProduct = async () => {
  const [row] = await company.owner<{ code: string }>('select code from catalog.products order by code limit 1');
  return row?.code ?? '';
};

describe('taking an import back', () => {
  it('shows what would go, and takes all of it: clients, their contacts and histories', async () => {
    const before = [await count('clients.clients'), await count('clients.contacts'), await count('clients.keepers')];
    const { id } = await bring('clients', clientsFile(['T1', 'T2', 'T3']));
    expect(await count('clients.contacts', `import_id = '${id}'`)).toBe(3);
    const { body } = await reversal(id);
    expect(body.obstacles).toEqual([]);
    expect(body.records).toEqual([
      { table: 'clients.contacts', name: 'Contacts', made: 3, changed: 0 },
      { table: 'clients.clients', name: 'Clients', made: 3, changed: 0 },
    ]);
    expect((await revert(id)).status).toBe(200);
    expect([await count('clients.clients'), await count('clients.contacts'), await count('clients.keepers')]).toEqual(
      before,
    );
    const { body: listed } = await server.call(director(), at.listImports);
    expect(listed.items.find((each) => each.id === id)).toMatchObject({
      state: 'reverted',
      revertedBy: expect.stringMatching(/./),
    });
  });

  it('leaves its trace in the journal: who took what back', async () => {
    const { id } = await bring('clients', clientsFile(['J1']));
    await revert(id);
    const entries = await company.owner<{ table_name: string; act: string }>(
      `select table_name, act from journal.entries where employee_id = $1
        and (act = 'delete' and table_name = 'clients.clients' and before ->> 'code' = 'J1'
          or act = 'update' and record_id = $2 and after ->> 'state' = 'reverted')`,
      [company.ids.director, id],
    );
    expect(entries.map(({ table_name }) => table_name).sort()).toEqual(['clients.clients', 'platform.imports']);
  });

  it('names what depends on it, and then takes nothing', async () => {
    const { id } = await bring('clients', clientsFile(['D1', 'D2']));
    const history = await bring('orders', ordersFile(['D-1', 'D-2'], 'D2'));
    const { body } = await reversal(id);
    expect(body.obstacles).toEqual([
      { code: 'platform.import-depended-on', detail: 'Orders: 2 depend on what was imported (Clients: Client D2).' },
    ]);
    const refused = await revert(id);
    expect(refused.status).toBe(409);
    expect(refused.problem.code).toBe('platform.import-depended-on');
    expect(await count('clients.clients', `import_id = '${id}'`)).toBe(2);
    await revert(history.id);
    expect((await revert(id)).status).toBe(200);
  });

  it('is held by what people attached to its records, until it is taken off', async () => {
    const { id } = await bring('clients', clientsFile(['F1', 'F2']));
    const [client] = await company.owner<{ id: string }>(`select id from clients.clients where code = 'F2'`);
    const { body: file } = await server.call(director(), attachFile, {
      query: { kind: 'clients.clients', subjectId: client?.id ?? '' },
      file: { name: 'charter.txt', content: Buffer.from('The charter') },
    });
    const detail = 'Attached files: 1 depend on what was imported (Clients: charter.txt).';
    expect((await reversal(id)).body.obstacles).toEqual([{ code: 'platform.import-depended-on', detail }]);
    expect((await revert(id)).problem.code).toBe('platform.import-depended-on');
    await server.call(director(), detachFile, { params: { id: file.id } });
    expect((await revert(id)).status).toBe(200);
  });

  it('says how many records people have changed since', async () => {
    const { id } = await bring('clients', clientsFile(['E1', 'E2']));
    await server.runner.write(director(), async (w) => {
      await w.db.client.query(`update clients.clients set city = 'Elsewhere' where code = 'E1'`);
    });
    const { body } = await reversal(id);
    expect(body.records.find(({ table }) => table === 'clients.clients')).toMatchObject({ made: 2, changed: 1 });
  });

  it('takes lines of past orders back to headers that wait for lines again, which may then come anew', async () => {
    await bring('clients', clientsFile(['H1']));
    const headers = await bring('orders', ordersFile(['H-1', 'H-2'], 'H1'));
    const lines = await bring('order-lines', linesFile(['H-1', 'H-2'], await aProduct()));
    expect(await count('orders.shipments', `import_id = '${lines.id}'`)).toBe(2);
    const held = await reversal(headers.id);
    expect(held.body.obstacles.map(({ detail }) => detail)).toEqual([
      'Lines of orders: 2 depend on what was imported (Orders: H-1, H-2).',
      'Shipments: 2 depend on what was imported (Orders: H-1, H-2).',
    ]);
    expect((await revert(lines.id)).status).toBe(200);
    expect(
      await count('orders.orders', `client_reference in ('H-1', 'H-2') and state = 'draft' and number is null`),
    ).toBe(2);
    expect(await count('orders.order_lines', `import_id = '${lines.id}'`)).toBe(0);
    const [told] = await company.owner(
      `select f.last_order_on, f.sales_12m::int from clients.figures f join clients.clients c on c.id = f.client_id where c.code = 'H1'`,
    );
    expect(told).toEqual({ last_order_on: null, sales_12m: 0 });
    const again = await bring('order-lines', linesFile(['H-1', 'H-2'], await aProduct()));
    expect(again.accepted).toBe(2);
    await revert(again.id);
    expect((await revert(headers.id)).status).toBe(200);
    expect(await count('orders.orders', `client_reference in ('H-1', 'H-2')`)).toBe(0);
  });

  it('keeps lines of past orders once one of the orders was invoiced, though another import brought its header', async () => {
    await bring('clients', clientsFile(['I1']));
    await bring('orders', ordersFile(['I-1'], 'I1'));
    const { id } = await bring('order-lines', linesFile(['I-1'], await aProduct()));
    await company.owner(
      `insert into settlements.invoices (company_id, client_id, keeper_id, order_id, number, issued_on, due_on, amount, currency)
       select company_id, client_id, keeper_id, id, 'INV-I-1', '2026-01-12', '2026-02-12', 1000, currency from orders.orders where number = 'I-1'`,
    );
    expect((await reversal(id)).body.obstacles).toEqual([
      { code: 'platform.import-depended-on', detail: 'Invoices: 1 depend on what was imported (Orders: I-1).' },
    ]);
    expect((await revert(id)).status).toBe(409);
    expect(await count('orders.orders', `number = 'I-1' and state = 'shipped'`)).toBe(1);
  });

  it('takes a sales history back with the returns, and the clients and products it made, and the tallies follow', async () => {
    const tallies = () =>
      company.owner(`select employee_id, day, amount from plans.daily_sales where amount <> 0 order by 1, 2`);
    const before = await tallies();
    const [keeper] = await company.owner<{ number: string }>(
      'select number from organization.employees where id = $1',
      [company.ids.kamA],
    );
    const { id, accepted } = await bring(
      'sales-lines',
      [
        'invoice,client,product,quantity,unitPrice,date',
        'S-1,SC1,SP1,3,2.00,2026-02-03',
        'S-1,SC1,SP2,1,5.00,2026-02-03',
        'S-2,SC1,SP1,-1,2.00,2026-02-09',
      ],
      { createMissing: { constant: 'yes' }, keeper: { constant: keeper?.number ?? '' } },
    );
    expect(accepted).toBe(3);
    expect(await tallies()).not.toEqual(before);
    const { body } = await reversal(id);
    expect(Object.fromEntries(body.records.map(({ table, made }) => [table, made]))).toEqual({
      'orders.order_lines': 2,
      'orders.returns': 1,
      'orders.shipments': 1,
      'orders.orders': 1,
      'catalog.products': 2,
      'clients.clients': 1,
    });
    expect((await revert(id)).status).toBe(200);
    expect(await tallies()).toEqual(before);
    expect(await count('clients.clients', `code = 'SC1'`)).toBe(0);
  });

  it('stays when its sales lie in a month that was settled since', async () => {
    await bring('clients', clientsFile(['M1']));
    await bring('orders', ordersFile(['M-1'], 'M1'));
    const { id } = await bring('order-lines', linesFile(['M-1'], await aProduct()));
    await company.owner(
      `insert into plans.pay_statements (company_id, employee_id, month, lines, formula, total, currency, settled_at)
       values ($1, $2, '2026-01-01', '[]', '{}', 0, 'USD', now())`,
      [company.id, company.ids.director],
    );
    const { problem, status } = await revert(id);
    expect([status, problem.code]).toEqual([409, 'orders.import-month-closed']);
    expect(await count('orders.order_lines', `import_id = '${id}'`)).toBe(1);
  });

  it('needs the permit, the company, and an import that has ended and was not taken back', async () => {
    const { id } = await bring('clients', clientsFile(['P1']));
    expect((await revert(id, 'accountant')).status).toBe(403);
    expect((await reversal(id, 'accountant')).status).toBe(403);
    expect((await revert(id, 'outsider')).status).toBe(404);
    expect(await count('clients.clients', `code = 'P1'`)).toBe(1);
    expect((await revert(id)).status).toBe(200);
    expect((await revert(id)).problem.code).toBe('platform.import-not-revertible');
    const checked = await bring('clients', clientsFile(['P2']), {}, true);
    expect((await revert(checked.id)).problem.code).toBe('platform.import-not-revertible');
  });

  it('is refused by the database itself to whoever lacks the permit', async () => {
    const { id } = await bring('clients', clientsFile(['G1']));
    const taking = server.runner.write(company.actor('accountant'), (w) =>
      w.db.client.query('select platform.take_back($1)', [id]),
    );
    await expect(taking).rejects.toThrow('not yours to take back');
  });

  it('takes people back, and out of the reach of those above them, but not those who have access already', async () => {
    const [above] = await company.owner<{ number: string }>('select number from organization.employees where id = $1', [
      company.ids.director,
    ]);
    const { id } = await bring('employees', [
      'number,lastName,hiredOn,superior',
      ...['901', '902'].map((number) => `${number},Newcomer${number},2026-01-05,${above?.number}`),
    ]);
    const reached = () =>
      company.owner(
        'select from app.reach where employee_id = $1 and keeper_id not in (select id from organization.employees where import_id is null)',
        [company.ids.director],
      );
    expect(await reached()).toHaveLength(2);
    await company.owner(`update organization.employees set user_id = 'someone' where number = '901'`);
    expect((await reversal(id)).body.obstacles).toEqual([
      { code: 'organization.import-people-sign-in', detail: '1 employee of it has access to the program already.' },
    ]);
    await company.owner(`update organization.employees set user_id = null where number = '901'`);
    expect((await revert(id)).status).toBe(200);
    expect(await count('organization.employees', `number in ('901', '902')`)).toBe(0);
    expect(await reached()).toEqual([]);
  });

  it('can name every record that may depend on an import, and everything derived goes by itself', async () => {
    const named = await asOwner<{ source: string; derived: boolean; manner: string }>(
      clone.ownerUrl,
      `select distinct c.conrelid::regclass::text as source, starts_with(coalesce(obj_description(c.conrelid), ''), '@derived') as derived,
         c.confdeltype::text as manner
         from pg_constraint c where c.contype = 'f' and c.confrelid::regclass in (select * from platform.imported_tables())`,
    );
    const silent = named.filter(
      ({ source, manner }) => manner === 'a' && !server.runner.registry.texts.has(`record.${source}`),
    );
    expect(silent).toEqual([]);
    expect(named.filter(({ derived, manner }) => derived && manner !== 'c')).toEqual([]);
  });
});

describe('rows that the database refuses', () => {
  it('cost only themselves, wherever they stand', async () => {
    await bring('clients', clientsFile(['F3', 'F4', 'F9']));
    const codes = Array.from({ length: 12 }, (_, i) => `F${i + 1}`);
    const { accepted, reasons } = await bring('clients', clientsFile(codes));
    expect([accepted, reasons]).toEqual([9, { 'clients.code-taken': 3 }]);
    expect(await count('clients.clients', `code ~ '^F[0-9]+$'`)).toBe(12);
  });

  it('when the first two hundred all fail for one cause, stop the import at once, with what to do', async () => {
    const codes = Array.from({ length: 500 }, (_, i) => `N${i + 1}`);
    const first = await bring('clients', clientsFile(codes));
    expect(first.failure).toBeNull();
    const tried = await attempts(() => bring('clients', clientsFile(codes)));
    expect(tried.result).toMatchObject({
      read: 200,
      accepted: 0,
      failure: { code: 'platform.import-stopped', rows: 200, reason: 'clients.code-taken' },
    });
    expect(tried.attempts).toBeLessThan(230);
    const { body } = await server.call(director(), at.listImports);
    expect(body.items.find((each) => each.id === tried.result.id)).toMatchObject({
      state: 'failed',
      failure:
        'Stopped: the first 200 rows were all refused for one reason. Another client has this code. Nothing was imported.',
    });
  });

  it('and go on where the causes differ or a row goes in', async () => {
    const codes = Array.from({ length: 300 }, (_, i) => `O${i + 1}`);
    await bring('clients', clientsFile(codes));
    const { failure, accepted, read } = await bring('clients', clientsFile(['OX', ...codes]));
    expect([failure, accepted, read]).toEqual([null, 1, 301]);
  });
});

/** How many transactions were tried meanwhile. */
async function attempts<T>(act: () => Promise<T>): Promise<{ result: T; attempts: number }> {
  const { runner } = server;
  const write = runner.write.bind(runner);
  let tried = 0;
  runner.write = ((...given: Parameters<typeof write>) => {
    tried += 1;
    return write(...given);
  }) as typeof runner.write;
  try {
    return { result: await act(), attempts: tried };
  } finally {
    runner.write = write;
  }
}

describe('saved mappings', () => {
  const mapping = { code: { column: 'Nr' }, name: { column: 'Firma' }, keeper: { constant: 'D1' } };
  const save = (name: string) =>
    server.call(director(), at.saveImportMapping, { body: { kind: 'clients', name, mapping } });

  it('are saved under a name once, renamed by who saw them as they are, and deleted', async () => {
    const saved = await save('Accounting');
    expect(saved.status).toBe(201);
    expect((await save('Accounting')).problem.code).toBe('platform.already-there');
    const { id } = saved.body;
    const rename = (revision: number) =>
      server.call(director(), at.changeImportMapping, {
        params: { id },
        body: { name: 'Ledger' },
        headers: { 'if-match': `"${revision}"` },
      });
    expect((await rename(1)).body).toEqual({ id, revision: 2 });
    expect((await rename(1)).status).toBe(412);
    const { body } = await server.call(director(), at.importMappings, { query: { kind: 'clients' } });
    expect(body.items).toEqual([{ id, kind: 'clients', name: 'Ledger', mapping, revision: 2 }]);
    expect((await server.call(director(), at.deleteImportMapping, { params: { id } })).status).toBe(204);
    expect((await server.call(director(), at.deleteImportMapping, { params: { id } })).status).toBe(404);
  });

  it('hold what is a mapping, for a kind that is there, and belong to the company', async () => {
    const wrong = await server.call(director(), at.saveImportMapping, {
      body: { kind: 'clients', name: 'Wrong', mapping: { code: { column: 7 } } },
    });
    expect(wrong.problem.reasons[0]).toMatchObject({
      code: 'platform.invalid-input',
      field: expect.stringMatching('/mapping/code'),
    });
    const strange = await server.call(director(), at.saveImportMapping, {
      body: { kind: 'planets', name: 'Wrong', mapping: {} },
    });
    expect(strange.status).toBe(422);
    const { body } = await save('Ours');
    const theirs = await server.call(company.actor('outsider'), at.importMappings);
    expect(theirs.body.items).toEqual([]);
    const deleting = await server.call(company.actor('outsider'), at.deleteImportMapping, { params: { id: body.id } });
    expect(deleting.status).toBe(404);
    expect((await server.call(company.actor('kamA'), at.importMappings)).status).toBe(403);
  });

  it('are offered by themselves for a file with their columns', async () => {
    const offered = async (heading: string) => {
      const boundary = 'mandate';
      const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="clients.csv"\r\ncontent-type: text/csv\r\n\r\n${heading}\r\n1,2,3\r\n--${boundary}--\r\n`;
      const reply = await server.server.inject({
        method: 'POST',
        url: '/api/imports/preview?kind=clients',
        headers: {
          'x-test-actor': `${company.id}/${company.ids.director}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        payload,
      });
      return JSON.parse(reply.body);
    };
    const fits = await offered('Nr,Firma,City');
    expect(fits.savedMapping).toMatchObject({ name: 'Ours' });
    expect(fits.savedMapping.mapping).toEqual(mapping);
    expect(fits.mapping).toEqual({ city: { column: 'City' } });
    expect((await offered('Nr,Name,City')).savedMapping).toBeNull();
  });
});

describe('an import that nobody runs any more', () => {
  const running = async (rows: number) => {
    const { id } = await bring('clients', clientsFile([`R${rows}a`, `R${rows}b`]));
    // As its process left it when it was killed.
    await company.owner(
      `update platform.imports set state = 'running', rows_read = $2, ended_at = null, report = '{}' where id = $1`,
      [id, rows],
    );
    return id;
  };
  const listed = async (id: string) => {
    const { body } = await server.call(director(), at.listImports);
    return body.items.find((each) => each.id === id);
  };
  const find = () => server.runner.write(companyActor(company.id, 'test'), markCutOff);

  it('is cut off: says how far it came, and is taken back as a whole', async () => {
    const id = await running(2);
    expect((await revert(id)).problem.code).toBe('platform.import-not-revertible');
    await find();
    expect(await listed(id)).toMatchObject({ state: 'cut-off', rowsRead: 2, rowsAccepted: 2 });
    expect((await listed(id))?.failure).toContain('after at least 2 rows');
    expect((await revert(id)).status).toBe(200);
    expect(await count('clients.clients', `import_id = '${id}'`)).toBe(0);
  });

  it('is left alone while a process has it in hand', async () => {
    const id = await running(3);
    await server.runner.database.holding(holdOf(id), async () => {
      await find();
      expect(await listed(id)).toMatchObject({ state: 'running' });
    });
    await find();
    expect(await listed(id)).toMatchObject({ state: 'cut-off' });
  });
});
