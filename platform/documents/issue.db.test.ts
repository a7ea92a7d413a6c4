import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import type { Work } from '#platform/work.ts';
import { companyOnPaper, type Issue, issueDocument, issuedAbout, issuedUnaltered, readIssued } from './issue.ts';
import { TemplateFault } from './template-fault.ts';
import { note } from './test/note.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  runner = new Runner(clone.database, compose([]));
});
afterAll(() => clone.close());

const subjectId = randomUUID();
type Who = Parameters<TestCompany['actor']>[0];
const act = <T>(who: Who, work: (w: Work) => Promise<T>) => runner.write(company.actor(who), work);
const look = <T>(who: Who, work: (w: Work) => Promise<T>) => runner.read(company.actor(who), work);

/** Issues a note as somebody: a paper about a record that account manager A keeps. */
const issue = (who: Who, change: Partial<Issue<typeof note.data>> = {}) =>
  act(who, async (w) => {
    const paper = await companyOnPaper(w);
    return issueDocument(w, note, {
      subject: { kind: 'note', id: subjectId },
      permit: 'clients.read',
      keeperId: company.ids.kamA,
      language: 'en',
      data: (number) => ({ company: paper, number, text: 'Delivered as agreed.' }),
      ...change,
    });
  });

describe('an issued document', () => {
  it('is read again byte for byte, as PDF and as Word', async () => {
    const issued = await issue('kamA');
    const [first, second] = await Promise.all([1, 2].map(() => look('kamA', (w) => readIssued(w, issued.id))));
    expect(first?.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first?.pdf.equals(second?.pdf as Buffer)).toBe(true);
    expect(first?.word?.subarray(0, 2).toString()).toBe('PK');
    expect(issued).toMatchObject({ kind: 'note', issuedBy: company.ids.kamA, language: 'en', subjectId });
  });

  it('is read by those who may and reach it, and by nobody else', async () => {
    const { id } = await issue('kamA');
    const seenBy = (who: Who) =>
      look(who, (w) => readIssued(w, id)).then(
        () => true,
        () => false,
      );
    expect(await Promise.all((['kamA', 'head', 'director', 'support'] as const).map(seenBy))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await Promise.all((['kamB', 'hr', 'outsider'] as const).map(seenBy))).toEqual([false, false, false]);
    expect(await look('kamB', (w) => issuedAbout(w, subjectId))).toEqual([]);
  });

  it('takes the next number of its kind and year, and gives it back when the act fails', async () => {
    const first = await issue('kamA');
    await expect(issue('kamB', { data: { company: null } as never })).rejects.toThrow(TypeError);
    const [a, b] = await Promise.all([issue('kamA'), issue('kamB')]);
    const serial = (number: string) => Number(number.split('-')[1]);
    const start = serial(first.number);
    expect([serial(a.number), serial(b.number)].sort((x, y) => x - y)).toEqual([start + 1, start + 2]);
    expect(first.number).toMatch(/^\d{4}-\d{4}$/);
  });

  it('bears a number that was given elsewhere, without using one up', async () => {
    const before = await issue('kamA');
    expect((await issue('kamA', { number: '47-к' })).number).toBe('47-к');
    const after = await issue('kamA');
    expect(Number(after.number.slice(5)) - Number(before.number.slice(5))).toBe(1);
  });

  it('cannot be changed, and a change past every policy is found', async () => {
    const { id } = await issue('kamA');
    const change = `update platform.issued_documents set pdf = '\\x00' where id = $1`;
    await act('kamA', async (w) => {
      expect((await w.db.client.query(change, [id])).rowCount).toBe(0);
    });
    expect(await company.owner(issuedUnaltered.query)).toEqual([]);
    await company.owner(change, [id]);
    expect(await company.owner(issuedUnaltered.query)).toEqual([{ id }]);
    await expect(look('kamA', (w) => readIssued(w, id))).rejects.toThrow('not what was issued');
  });
});

describe('a template of the company', () => {
  const choose = (source: string, from: string) =>
    company.owner(
      `insert into platform.settings (company_id, key, scope_id, value, valid_from) values ($1, 'documents.template.note', $1, $2, $3)`,
      [company.id, JSON.stringify(source), from],
    );

  it('is used from the day it is valid, and leaves what was issued as it was', async () => {
    const old = await issue('kamA', { number: '1' });
    await choose('#import "/platform/documents/house.typ": *\n#show: paper\nOurs: #view.text', '2020-01-01');
    await choose('#panic()', '2999-01-01');
    const fresh = await issue('kamA', { number: '1' });
    expect(fresh.pdfSha256).not.toBe(old.pdfSha256);
    expect((await look('kamA', (w) => readIssued(w, old.id))).pdfSha256).toBe(old.pdfSha256);
  });

  it('that does not compile stops the act', async () => {
    await choose('#view.nonsense', '2020-01-02');
    await expect(issue('kamA')).rejects.toThrow(TemplateFault);
  });
});
