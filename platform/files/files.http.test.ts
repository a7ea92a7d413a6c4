import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { removeActivity } from '#modules/activities/endpoints.ts';
import { aContact, aPlannedVisit } from '#modules/activities/testing.ts';
import { readTimeline } from '#modules/clients/endpoints-history.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { setSetting } from '#modules/organization/endpoints-company.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { clearAway } from './clear-away.ts';
import { attachFile, detachFile, fileContent, listFiles, restoreFile } from './endpoints.ts';
import { proveFiles } from './prove.ts';
import { contentPath, openFileStore } from './store.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let dataDir: string;
let client: string;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-files-'));
  server = await testServer(clone.database, { dataDir });
});
beforeEach(async () => {
  client = (await aClient(server.runner, company.actor('kamA'))).id;
});
afterAll(async () => {
  await server.close();
  await clone.close();
  await rm(dataDir, { recursive: true, force: true });
});

const kind = 'clients.clients';
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(randomUUID())]);
const text = () => Buffer.from(`Agreed: ${randomUUID()}`);
const send = (
  who: Person,
  content: Buffer,
  wish: { id?: string; subjectId?: string; name?: string; kind?: string } = {},
) => {
  const { name = 'a.txt', ...query } = wish;
  return server.call(company.actor(who), attachFile, {
    query: { kind, subjectId: client, ...query },
    file: { name, content },
  });
};
const list = (who: Person, subjectId = client) =>
  server.call(company.actor(who), listFiles, { query: { kind, subjectId } });
const get = (who: Person, id: string, headers = {}, query = {}) =>
  server.call(company.actor(who), fileContent, { params: { id }, headers, query });
const act = (who: Person, endpoint: typeof detachFile | typeof restoreFile, id: string) =>
  server.call(company.actor(who), endpoint, { params: { id } });
const names = async (who: Person) => (await list(who)).body.items.map(({ name }) => name);
const placeOf = (sha256: string) => path.join(dataDir, 'files', contentPath(sha256));
const journaled = (id: string) =>
  company.owner<{ act: string; employee: string }>(
    'select act, employee_id as employee from journal.entries where record_id = $1 order by id',
    [id],
  );

describe('attaching', () => {
  it('keeps the content under its hash and says who attached what', async () => {
    const content = text();
    const sent = await send('kamA', content, { name: 'Договор № 7.txt' });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      name: 'Договор № 7.txt',
      mediaType: 'text/plain',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      storedBy: { id: company.ids.kamA },
      shown: false,
    });
    expect(await readFile(placeOf(sent.body.sha256))).toEqual(content);
    expect(await names('kamA')).toEqual(['Договор № 7.txt']);
    expect(await journaled(sent.body.id)).toEqual([{ act: 'insert', employee: company.ids.kamA }]);
  });
  it('believes the content, not the name', async () => {
    const sent = await send('kamA', png, { name: 'virus.exe' });
    expect([sent.body.mediaType, sent.body.shown]).toEqual(['image/png', true]);
  });
  it('sent again under its id it is attached once; under the id of another it is refused', async () => {
    const id = randomUUID();
    const content = text();
    const [first, again] = [await send('kamA', content, { id }), await send('kamA', content, { id })];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, id]);
    expect(await names('kamA')).toEqual(['a.txt']);
    const other = await send('kamA', text(), { id });
    expect([other.status, other.problem.code]).toEqual([409, 'platform.already-there']);
    expect(await journaled(id)).toHaveLength(1);
  });
  it('at the same time, the same content is there once and every file has it', async () => {
    const content = text();
    const sent = await Promise.all(Array.from({ length: 8 }, (_, at) => send('kamA', content, { name: `${at}.txt` })));
    expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(await names('kamA')).toHaveLength(8);
    expect(await readFile(placeOf(sent[0]?.body.sha256 ?? ''))).toEqual(content);
  });
  it.each<[string, Person, Buffer, Parameters<typeof send>[2], number, string]>([
    ['nothing at all', 'kamA', Buffer.alloc(0), {}, 422, 'platform.file-empty'],
    ['a program', 'kamA', Buffer.from('MZ\x90\0', 'latin1'), {}, 415, 'platform.file-of-wrong-kind'],
    ['what is too large', 'kamA', Buffer.alloc(25_000_001, 'x'), {}, 413, 'platform.file-too-large'],
    ['a colleague’s client', 'kamB', png, {}, 404, 'platform.not-found'],
    ['another company’s client', 'outsider', png, {}, 404, 'platform.not-found'],
    ['a client that one may only read', 'accountant', png, {}, 403, 'platform.not-granted'],
    ['a record that is not there', 'kamA', png, { subjectId: randomUUID() }, 404, 'platform.not-found'],
    ['a kind that takes no files', 'kamA', png, { kind: 'plans.plans' }, 404, 'platform.not-found'],
  ])('refuses %s and keeps nothing', async (_, who, content, wish, status, code) => {
    const sent = await send(who, content, wish);
    expect([sent.status, sent.problem.code]).toEqual([status, code]);
    expect(await names('kamA')).toEqual([]);
    expect(await readdir(path.join(dataDir, 'files.arriving'))).toEqual([]);
  });
  it('keeps within what the company lets its files take', async () => {
    const told = await server.call(company.actor('director'), setSetting, {
      params: { key: 'platform.files-in-all' },
      body: {
        value: 1,
        validFrom: await server.runner.read(company.actor('director'), async (w) => w.today.toString()),
      },
    });
    expect(told.status).toBe(200);
    const full = await send('kamA', Buffer.alloc(1_000_001, 'x'));
    expect([full.status, full.problem.code]).toEqual([409, 'platform.files-take-too-much']);
    expect(full.problem.detail).toContain('1 MB');
    await company.owner(`delete from platform.settings where key = 'platform.files-in-all'`);
  });
  it('a form that breaks off leaves nothing', async () => {
    const { companyId, employeeId } = company.actor('kamA');
    const reply = await server.server.inject({
      method: 'POST',
      url: `/api/files?kind=${kind}&subjectId=${client}`,
      headers: {
        'x-test-actor': `${companyId}/${employeeId}`,
        'content-type': 'multipart/form-data; boundary=b',
      },
      payload: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of it',
    });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'platform.malformed']);
    expect(await names('kamA')).toEqual([]);
  });
});

describe('who sees a file', () => {
  it('is who sees its record, also when the record goes to another', async () => {
    const { body } = await send('kamA', text());
    const seeing = async () => {
      const found: Person[] = [];
      for (const who of ['kamA', 'kamB', 'head', 'accountant', 'outsider'] as const)
        if ((await get(who, body.id)).status === 200) found.push(who);
      return found;
    };
    expect(await seeing()).toEqual(['kamA', 'head', 'accountant']);
    await server.runner.write(company.actor('director'), (w) =>
      w.db.run(sql`update clients.clients set keeper_id = ${company.ids.kamB} where id = ${client}`),
    );
    expect(await seeing()).toEqual(['kamB', 'head', 'accountant']);
  });
  it('of them, only who may change the record attaches and detaches', async () => {
    const { body } = await send('kamA', text());
    const can = async (who: Person) => (await list(who)).body.can;
    expect(await can('kamA')).toEqual({ attach: true, detach: true });
    expect(await can('accountant')).toEqual({ attach: false, detach: false });
    expect((await act('accountant', detachFile, body.id)).status).toBe(403);
    expect((await act('kamB', detachFile, body.id)).status).toBe(404);
    expect(await names('kamA')).toEqual(['a.txt']);
  });
});

describe('a content as it is given back', () => {
  it('is what was attached, and harms nobody', async () => {
    const page = Buffer.from('<script>alert(document.cookie)</script>');
    const { body } = await send('kamA', page, { name: 'page.html' });
    const reply = await get('kamA', body.id);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': "attachment; filename*=UTF-8''page.html",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, no-cache',
    });
  });
  it('a picture is shown where it is, or kept when that is asked for', async () => {
    const { body } = await send('kamA', png, { name: 'shelf.png' });
    const manner = async (query = {}) => (await get('kamA', body.id, {}, query)).headers['content-disposition'];
    expect(await manner()).toBe("inline; filename*=UTF-8''shelf.png");
    expect(await manner({ download: true })).toBe("attachment; filename*=UTF-8''shelf.png");
  });
  it('comes in ranges, and not again when it is there already', async () => {
    const { body } = await send('kamA', Buffer.from('0123456789'.repeat(2000)));
    const part = await get('kamA', body.id, { range: 'bytes=19990-', 'accept-encoding': 'gzip' });
    expect([
      part.status,
      part.headers['content-range'],
      part.headers['content-length'],
      part.headers['content-encoding'],
    ]).toEqual([206, 'bytes 19990-19999/20000', '10', undefined]);
    const outside = await get('kamA', body.id, { range: 'bytes=20000-' });
    expect([outside.status, outside.problem.code]).toEqual([416, 'platform.range-not-there']);
    const known = await get('kamA', body.id, { 'if-none-match': `"${body.sha256}"` });
    expect(known.status).toBe(304);
  });
  it('that is missing on the disk is said to be missing', async () => {
    const { body } = await send('kamA', text());
    await rm(placeOf(body.sha256));
    const reply = await get('kamA', body.id);
    expect([reply.status, reply.problem.code]).toEqual([409, 'platform.file-gone']);
  });
});

describe('the timeline of a client', () => {
  it('shows what was attached to it, and what to its visits beside them', async () => {
    await send('kamA', text(), { name: 'charter.txt' });
    const visit = await aContact(server.runner, company.actor('kamA'), { clientId: client, kind: 'visit' });
    const shelf = await send('kamA', png, { kind: 'activities.activities', subjectId: visit.id, name: 'shelf.png' });
    const { body } = await server.call(company.actor('kamA'), readTimeline, { params: { id: client } });
    const told = body.items.map(({ kind: what, data, files }) => [what, data.name, files.map(({ id }) => id)]);
    expect(told).toContainEqual(['file-attached', 'charter.txt', []]);
    expect(told).toContainEqual(['activity', undefined, [shelf.body.id]]);
    expect(told.flatMap(([, , files]) => files)).toHaveLength(1);
  });
});

describe('detaching', () => {
  it('takes it off the record; it can be attached again', async () => {
    const { body } = await send('kamA', text());
    expect((await act('kamA', detachFile, body.id)).status).toBe(200);
    expect(await names('kamA')).toEqual([]);
    expect((await get('kamA', body.id)).status).toBe(404);
    expect((await act('kamA', restoreFile, body.id)).status).toBe(200);
    expect((await get('kamA', body.id)).status).toBe(200);
    expect((await journaled(body.id)).map((entry) => entry.act)).toEqual(['insert', 'update', 'update']);
  });
  it('a record that goes takes its files off', async () => {
    const visit = await aPlannedVisit(server.runner, company.actor('kamA'), { clientId: client });
    const { body } = await send('kamA', png, { kind: 'activities.activities', subjectId: visit.id });
    const removed = await server.call(company.actor('kamA'), removeActivity, {
      params: { id: visit.id },
      headers: { 'if-match': `"${visit.revision}"` },
    });
    expect(removed.status).toBe(204);
    const [row] = await company.owner('select detached_at is not null as gone from platform.files where id = $1', [
      body.id,
    ]);
    expect(row).toEqual({ gone: true });
    expect((await get('kamA', body.id)).status).toBe(404);
  });
});

describe('the database itself', () => {
  it('keeps what was stored as it was stored, whoever writes', async () => {
    const { body } = await send('kamA', text());
    const changing = company.owner(`update platform.files set name = 'b.txt' where id = $1`, [body.id]);
    await expect(changing).rejects.toMatchObject({ code: '23514', constraint: 'files__never_changes' });
  });
  it('every kind that takes files has its policies, and no other', async () => {
    const rows = await company.owner<{ kind: string }>(
      `select distinct split_part(polname, ' ', 2) as kind from pg_policy where polrelid = 'platform.files'::regclass
        and polname like '% %' order by 1`,
    );
    expect(rows.map((row) => row.kind)).toEqual([...compose(modules).files.keys()].sort());
  });
});

describe('clearing away at night', () => {
  const inDays = (days: number) =>
    new Runner(
      clone.database,
      compose(modules),
      () => Temporal.Now.instant().add({ hours: 24 * days }),
      openFileStore(dataDir),
    );
  const night = (days: number) => clearAway(inDays(days), companyActor(company.id, 'a night'));
  const isThere = (sha256: string) =>
    readFile(placeOf(sha256)).then(
      () => true,
      () => false,
    );
  const age = (sha256: string) => utimes(placeOf(sha256), new Date('2020-01-01'), new Date('2020-01-01'));

  it('removes a content when its last file went thirty days ago, and not before', async () => {
    const content = text();
    const [gone, kept] = [await send('kamA', content), await send('kamA', content)];
    const { sha256 } = gone.body;
    await act('kamA', detachFile, gone.body.id);
    await night(31);
    expect((await act('kamA', restoreFile, gone.body.id)).status).toBe(404);
    await age(sha256);
    await night(32);
    expect(await isThere(sha256)).toBe(true);

    await act('kamA', detachFile, kept.body.id);
    await age(sha256);
    await night(29);
    expect(await isThere(sha256)).toBe(true);
    await night(31);
    expect(await isThere(sha256)).toBe(true);
    await age(sha256);
    await night(32);
    expect(await isThere(sha256)).toBe(false);
  });
  it('leaves alone what is attached, by whatever company', async () => {
    const { body } = await send('kamA', text());
    await age(body.sha256);
    await clearAway(inDays(100), companyActor(company.outsideId, 'a night'));
    expect(await isThere(body.sha256)).toBe(true);
    expect((await get('kamA', body.id)).status).toBe(200);
  });
});

describe('verify', () => {
  const prove = async () => {
    const owner = new pg.Client({ connectionString: clone.ownerUrl });
    await owner.connect();
    try {
      return await proveFiles(owner, dataDir);
    } finally {
      await owner.end();
    }
  };
  it('names what is missing and what was altered', async () => {
    await company.owner('delete from platform.files');
    const [one, two, three] = [
      await send('kamA', text(), { name: 'one.txt' }),
      await send('kamA', text(), { name: 'two.txt' }),
      await send('kamA', text(), { name: 'three.txt' }),
    ];
    expect(await prove()).toEqual({ ok: true, detail: '3 contents are as they were stored' });
    await rm(placeOf(one.body.sha256));
    await writeFile(placeOf(two.body.sha256), 'x'.repeat(two.body.bytes));
    const { ok, detail } = await prove();
    expect(ok).toBe(false);
    expect(detail).toContain(`one.txt of clients.clients ${client} is missing`);
    expect(detail).toContain(`two.txt of clients.clients ${client} was altered`);
    expect(detail).not.toContain('three.txt');
    expect(three.status).toBe(201);
  });
});
