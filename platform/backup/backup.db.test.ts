import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

const schema = `
  create schema firm;
  create table firm.people (
    id int primary key generated always as identity, name text not null, shouted text generated always as (upper(name)) stored,
    head_id int, born date, at timestamptz, kept interval, ratio double precision, photo bytea, tags text[], "odd ""name" text);
  create table firm.units (id int primary key, head_id int references firm.people, code text unique deferrable initially deferred);
  alter table firm.people add constraint people__head foreign key (head_id) references firm.people;
  alter table firm.people add column unit_id int constraint people__unit references firm.units;
  create table firm.days (day date not null, note text) partition by range (day);
  create table firm.days_2026 partition of firm.days for values from ('2026-01-01') to ('2027-01-01');
  create table firm.empty (id int);
  create table firm.journal (id bigint generated always as identity primary key, what text);
  create function firm.record() returns trigger language plpgsql as $$
    begin insert into firm.journal (what) values (tg_op); return null; end $$;
  create trigger journal after insert or update or delete or truncate on firm.people for each statement execute function firm.record();
  alter table firm.people enable row level security;`;

const rows = `
  insert into firm.people (name, born, at, kept, ratio, photo, tags, "odd ""name")
    select 'Лев ' || i || E'\\t\\n\\\\', date '1990-01-01' + i, timestamptz '2026-01-01 00:00:00.123456+03' + i * interval '1 hour',
           i * interval '1 day 2 hours', i / 3.0, decode(md5(i::text), 'hex'), array['a,b', null, '"'], null
      from generate_series(1, 30000) i;
  insert into firm.units values (1, 7, 'A'), (2, null, null);
  update firm.people set unit_id = 1, head_id = 9 where id = 8;
  delete from firm.people where id = 100;
  insert into firm.days values ('2026-03-01', 'spring');`;

let folder: string;
let server: string;
let source: string;
const made: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-backup-'));
  server = inject('templateUrl');
  source = await newDatabase(`${schema} ${rows}`);
  await mkdir(path.join(folder, 'data/files/a'), { recursive: true });
  await writeFile(path.join(folder, 'data/files/a/счёт.pdf'), 'paper');
  await writeFile(path.join(folder, 'data/files/none.txt'), '');
  await writeFile(path.join(folder, 'data/secret'), 's3cret');
  await writeFile(path.join(folder, 'data/postgres.log'), 'not kept');
});
afterAll(async () => {
  for (const name of made) await ask(server, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('gives back every row, sequence and file, and fires no trigger', async () => {
    const file = await backup('whole.tar.gz');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { url, dataDir } = await restore(file, 'whole');
    const all = `select (select md5(string_agg(p::text, '' order by id)) from firm.people p) as people,
      (select array_agg(u::text order by id) from firm.units u) as units, (select array_agg(d::text) from firm.days d) as days,
      (select array_agg(j::text order by id) from firm.journal j) as journal`;
    expect(await ask(url, all)).toEqual(await ask(source, all));
    expect(await ask(url, "select nextval('firm.people_id_seq')::int as next")).toEqual([{ next: 30_001 }]);
    expect(await readFile(path.join(dataDir, 'files/a/счёт.pdf'), 'utf8')).toBe('paper');
    expect(await readFile(path.join(dataDir, 'secret'), 'utf8')).toBe('s3cret');
    await expect(stat(path.join(dataDir, 'postgres.log'))).rejects.toThrow('ENOENT');
  });

  it('leaves foreign keys, triggers and constraints at work in the restored database', async () => {
    const { url } = await restore(await backup('keys.tar.gz'), 'keys');
    await expect(ask(url, 'insert into firm.units values (3, 99999)')).rejects.toThrow('units_head_id_fkey');
    const count = 'select count(*)::int as lines from firm.journal';
    const [before] = await ask<{ lines: number }>(url, count);
    await ask(url, "update firm.people set name = 'x' where id = 1");
    expect(await ask(url, count)).toEqual([{ lines: (before?.lines ?? 0) + 1 }]);
  });

  it('is of one moment, though rows are written meanwhile', async () => {
    const [before] = await ask<{ lines: number }>(source, 'select count(*)::int as lines from firm.journal');
    const writing = ask(source, "insert into firm.journal (what) select 'late' from generate_series(1, 500)");
    const file = await backup('moment.tar.gz');
    await writing;
    const { url } = await restore(file, 'moment');
    const [after] = await ask<{ lines: number }>(url, 'select count(*)::int as lines from firm.journal');
    expect([before?.lines, (before?.lines ?? 0) + 500]).toContain(after?.lines);
  });

  it('that is cut off or altered restores nothing', async () => {
    const whole = await readFile(await backup('source.tar.gz'));
    const altered = gunzipSync(whole);
    altered.write('Том', altered.indexOf('Лев 77\\'));
    const cut = gunzipSync(whole);
    const wrong: Record<string, [Buffer, RegExp]> = {
      'short.tar.gz': [whole.subarray(0, whole.length / 2), /unexpected end of file/],
      'altered.tar.gz': [gzipSync(altered), /damaged: firm.people/],
      'headless.tar.gz': [gzipSync(cut.subarray(cut.indexOf('tables/firm.people'))), /not a backup of Mandate/],
      'endless.tar.gz': [
        gzipSync(Buffer.concat([cut.subarray(0, cut.indexOf('manifest.json')), Buffer.alloc(1024)])),
        /last part is missing/,
      ],
      'stranger.tar.gz': [Buffer.from('hello'), /incorrect header check/],
    };
    for (const [name, [bytes, words]] of Object.entries(wrong)) {
      const file = path.join(folder, name);
      await writeFile(file, bytes);
      const url = await newDatabase(schema);
      await expect(load(file, url, name), name).rejects.toThrow(words);
      expect(await ask(url, 'select count(*)::int as people from firm.people')).toEqual([{ people: 0 }]);
    }
  });

  it('refuses to write a file outside the data folder', async () => {
    const tar = gunzipSync(await readFile(await backup('honest.tar.gz')));
    const at = tar.indexOf('files/secret');
    tar.write('files/../sec', at);
    tar.write('        ', at + 148);
    const sum = tar.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148);
    await writeFile(path.join(folder, 'evil.tar.gz'), gzipSync(tar));
    await expect(load(path.join(folder, 'evil.tar.gz'), await newDatabase(schema), 'evil')).rejects.toThrow(
      'wrong name',
    );
  });
});

async function backup(name: string): Promise<string> {
  const file = path.join(folder, name);
  await writeBackup({ ownerUrl: source, dataDir: path.join(folder, 'data'), file, product: '1.0.0' });
  return file;
}

async function restore(file: string, name: string) {
  const url = await newDatabase(schema);
  return { url, dataDir: await load(file, url, name) };
}

async function load(file: string, ownerUrl: string, name: string): Promise<string> {
  const dataDir = path.join(folder, `to-${name}`);
  await restoreBackup({ file, ownerUrl, dataDir, prepare: async () => {}, report: () => {} });
  return dataDir;
}

async function newDatabase(text: string): Promise<string> {
  const name = `backup_${process.pid}_${made.length}`;
  await ask(server, `create database ${name}`);
  made.push(name);
  const url = server.replace('/mandate?', `/${name}?`);
  await ask(url, text);
  return url;
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
