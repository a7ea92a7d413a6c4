import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { verifications } from '#app/verifications.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { documentInWord, listDocuments, printDocument } from '#platform/documents/endpoints.ts';
import { companyOnPaper, type Issued, issueDocument } from '#platform/documents/issue.ts';
import { note } from '#platform/documents/test/note.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let http: TestServer;
let issued: Issued;
const subjectId = randomUUID();
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  http = await testServer(clone.database);
  issued = await http.runner.write(company.actor('kamA'), async (w) => {
    const paper = await companyOnPaper(w);
    return issueDocument(w, note, {
      subject: { kind: 'note', id: subjectId },
      permit: 'clients.read',
      keeperId: company.ids.kamA,
      language: 'en',
      data: (number) => ({ company: paper, number, text: 'Delivered as agreed.' }),
    });
  });
});
afterAll(async () => {
  await http.close();
  await clone.close();
});

describe('an issued document over HTTP', () => {
  const file = (who: 'kamA' | 'kamB' | 'outsider', form: 'pdf' | 'word') =>
    http.server.inject({
      url: `/api/documents/${issued.id}/${form}`,
      headers: { 'x-test-actor': `${company.actor(who).companyId}/${company.ids[who]}` },
    });

  it('is listed with its subject and read byte for byte, as PDF and as Word', async () => {
    const { body } = await http.call(company.actor('kamA'), listDocuments, { query: { subjectId } });
    expect(body.items).toMatchObject([{ id: issued.id, number: issued.number, pdfSha256: issued.pdfSha256 }]);
    const pdf = await file('kamA', 'pdf');
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, printDocument.file]);
    expect(createHash('sha256').update(pdf.rawPayload).digest('hex')).toBe(issued.pdfSha256);
    const word = await file('kamA', 'word');
    expect([word.statusCode, word.headers['content-type']]).toEqual([200, documentInWord.file]);
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it.each(['kamB', 'outsider'] as const)('does not exist for %s', async (who) => {
    expect((await file(who, 'pdf')).statusCode).toBe(404);
    expect((await file(who, 'word')).statusCode).toBe(404);
    const { body } = await http.call(company.actor(who), listDocuments, { query: { subjectId } });
    expect(body.items).toEqual([]);
  });
});

describe('the journal of an issue', () => {
  it('keeps the hash of its bytes and not the bytes, and still tells when they change', async () => {
    const entries = () =>
      company.owner<{ before: Record<string, unknown> | null; after: Record<string, unknown> }>(
        "select before, after from journal.entries where table_name = 'platform.issued_documents' order by id",
      );
    const [entry] = await entries();
    expect(entry?.after).toMatchObject({ number: issued.number, pdf: `sha256 ${issued.pdfSha256}` });
    expect(JSON.stringify(entry).length).toBeLessThan(5000);

    const proof = verifications.find((each) => each.name === 'platform.issued-documents-unaltered');
    const proven = async () => {
      const owner = new pg.Client({ connectionString: clone.ownerUrl });
      await owner.connect();
      try {
        return (await proof?.run(owner))?.ok;
      } finally {
        await owner.end();
      }
    };
    expect(await proven()).toBe(true);
    await company.owner("update platform.issued_documents set word = null, pdf = 'forged' where id = $1", [issued.id]);
    expect((await entries()).at(-1)).toMatchObject({
      before: { pdf: `sha256 ${issued.pdfSha256}` },
      after: { pdf: `sha256 ${createHash('sha256').update('forged').digest('hex')}`, word: null },
    });
    expect(await proven()).toBe(false);
  });
});
