import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { type Owner, owners } from './test/every-table.ts';
import { aRichCompany, colleagues, type RichCompany } from './test/rich-company.ts';

const kinds = [...compose(modules).files.keys()];
let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: RichCompany;
let app: pg.Client;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aRichCompany(clone);
  app = new pg.Client({ connectionString: appUrl(clone.ownerUrl) });
  await app.connect();
  for (const kind of kinds) for (const owner of owners) await attachedTo(kind, owner);
});
afterAll(async () => {
  await app.end();
  await clone.close();
});

const ids = new Map<string, string>();
/** A file on a record of every kind and every owner, past every rule. */
async function attachedTo(kind: string, owner: Owner): Promise<void> {
  const [row] = await company.owner<{ id: string }>(
    `insert into platform.files (company_id, name, media_type, bytes, sha256, subject_kind, subject_id)
     values ($1, 'a.txt', 'text/plain', 1, encode(sha256($2::bytea), 'hex'), $3, $4) returning id`,
    [company.actor(owner).companyId, `${kind} ${owner}`, kind, company.idOf(kind, owner)],
  );
  ids.set(`${kind} ${owner}`, row?.id ?? '');
}

async function sees(text: string, id: string): Promise<boolean> {
  return (await app.query(text, [id])).rowCount === 1;
}

/** What a person may do, asked in a transaction that is taken back. */
async function as<T>(who: (typeof colleagues)[number] | 'outsider', ask: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    await app.query('select app.enter($1, $2)', [company.actor(who).companyId, company.ids[who]]);
    return await ask();
  } finally {
    await app.query('rollback');
  }
}

async function isDone(text: string, values: readonly unknown[]): Promise<boolean> {
  await app.query('savepoint attempt');
  try {
    return ((await app.query(text, [...values])).rowCount ?? 0) > 0;
  } catch (error) {
    if (!['42501', '23514'].includes((error as { code: string }).code)) throw error;
    return false;
  } finally {
    await app.query('rollback to savepoint attempt');
  }
}

describe.each(kinds)('a file on a record of %s', (kind) => {
  it.each([...colleagues, 'outsider'] as const)('exists for %s exactly when the record does', async (who) => {
    for (const owner of owners) {
      const [file, record] = await as(who, async () => [
        await sees('select from platform.files where id = $1', ids.get(`${kind} ${owner}`) ?? ''),
        await sees(`select from ${kind} where id = $1`, company.idOf(kind, owner)),
      ]);
      expect([owner, file]).toEqual([owner, record]);
    }
  });

  it('is put on and taken off by somebody of the company, and by nobody out of reach', async () => {
    const attaching = (owner: Owner, who: string) =>
      isDone(
        `insert into platform.files (company_id, name, media_type, bytes, sha256, subject_kind, subject_id, stored_by)
         values ($1, 'b.txt', 'text/plain', 1, $2, $3, $4, $5)`,
        [company.actor(owner).companyId, 'a'.repeat(64), kind, company.idOf(kind, owner), who],
      );
    const detaching = (owner: Owner) =>
      isDone('update platform.files set detached_at = now() where id = $1', [ids.get(`${kind} ${owner}`)]);
    const may: string[] = [];
    for (const who of [...colleagues, 'outsider'] as const) {
      await as(who, async () => {
        if (await attaching('kamA', company.ids[who])) may.push(`${who} attaches`);
        if (await detaching('kamA')) may.push(`${who} detaches`);
      });
    }
    expect(may.length).toBeGreaterThan(0);
    expect(may.filter((each) => each.startsWith('outsider') || each.startsWith('kamB'))).toEqual([]);
  });

  it('is never put on in the name of another', async () => {
    const forged = await as('director', () =>
      isDone(
        `insert into platform.files (company_id, name, media_type, bytes, sha256, subject_kind, subject_id, stored_by)
         values ($1, 'b.txt', 'text/plain', 1, $2, $3, $4, $5)`,
        [company.id, 'a'.repeat(64), kind, company.idOf(kind, 'kamA'), company.ids.head],
      ),
    );
    expect(forged).toBe(false);
  });
});

it('there are such kinds', () => {
  expect(kinds).toEqual(expect.arrayContaining(['clients.clients', 'mandates.acknowledgements', 'orders.orders']));
});
