import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { attachFile, detachFile, fileContent, listFiles } from '#platform/files/endpoints.ts';
import * as at from '../endpoints-signatures.ts';
import { aCompany, type Person, type TestCompany } from '../testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  server = await testServer(clone.database);
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

const kind = 'mandates.acknowledgements';
const sheet = () => Buffer.from(`%PDF-1.7 ${randomUUID()}`);
/** What was sent to a person to sign. */
const acknowledgementOf = async (who: Person) => {
  const mine = await server.call(company.actor(who), at.myAcknowledgements);
  return mine.body.items.find(({ signedAt }) => signedAt === null)?.id ?? '';
};
const scan = (subjectId: string, who: Person = 'hr', content = sheet()) =>
  server.call(company.actor(who), attachFile, {
    query: { kind, subjectId },
    file: { name: 'sheet.pdf', content },
  });
const file = (id: string, scanId: string, who: Person = 'hr') =>
  server.call(company.actor(who), at.recordPaperSignature, { params: { id }, body: { scanId } });
const state = async (who: Person, versionId: string) => {
  const read = await server.call(company.actor('hr'), at.versionAcknowledgements, { params: { id: versionId } });
  return read.body.items.find(({ employee }) => employee.id === company.ids[who]);
};

describe('a signature on paper', () => {
  it('does not count without the scan of the sheet', async () => {
    const id = await acknowledgementOf('kamA');
    const refused = await file(id, randomUUID());
    expect([refused.status, refused.problem.code]).toEqual([422, 'mandates.scan-needed']);
    const anothers = (await scan(await acknowledgementOf('kamB'))).body.id;
    expect((await file(id, anothers)).problem.code).toBe('mandates.scan-needed');
    expect((await state('kamA', company.versions.kamA))?.signedAt).toBeNull();
    const past = company.owner(
      `update mandates.acknowledgements set method = 'paper', signed_at = now() where id = '${id}'`,
    );
    await expect(past).rejects.toMatchObject({ constraint: 'acknowledgements__paper_needs_scan' });
  });
  it('is filed by HR with it: who filed it and the sheet itself stay with the signature', async () => {
    const id = await acknowledgementOf('kamA');
    const content = sheet();
    const { body } = await scan(id, 'hr', content);
    expect((await file(id, body.id)).status).toBe(200);
    const signed = await state('kamA', company.versions.kamA);
    expect(signed).toMatchObject({ method: 'paper', scan: { id: body.id, name: 'sheet.pdf', filedBy: 'Hr Test' } });
    expect(signed?.textHash).not.toBe('');

    const seeing = async (who: Person) =>
      (await server.call(company.actor(who), fileContent, { params: { id: body.id } })).status;
    expect([await seeing('kamA'), await seeing('hr'), await seeing('head')]).toEqual([200, 200, 200]);
    expect([await seeing('kamB'), await seeing('outsider')]).toEqual([404, 404]);

    const gone = await server.call(company.actor('hr'), detachFile, { params: { id: body.id } });
    expect(gone.problem.code).toBe('mandates.scan-stays');
    const past = company.owner(`update platform.files set detached_at = now() where id = '${body.id}'`);
    await expect(past).rejects.toMatchObject({ constraint: 'acknowledgements__scan_stays' });
    expect((await file(id, body.id)).problem.code).toBe('mandates.already-signed');
    expect((await scan(id)).problem.code).toBe('mandates.already-signed');
  });
  it('is filed by nobody else', async () => {
    const id = await acknowledgementOf('kamB');
    expect((await scan(id, 'kamB')).problem.code).toBe('platform.not-granted');
    const { body } = await scan(id);
    expect((await file(id, body.id, 'kamB')).status).toBe(403);
    expect((await scan(id, 'hr', Buffer.from('signed, honestly'))).problem.code).toBe('platform.file-of-wrong-kind');
  });
  it('of before scans were asked for gets its scan later and keeps its moment', async () => {
    const id = await acknowledgementOf('kamB');
    await company.owner(
      `set session_replication_role = replica;
       update mandates.acknowledgements set method = 'paper', signed_at = '2025-03-01T09:00:00Z', text_hash = 'old' where id = '${id}'`,
    );
    const { can } = (await server.call(company.actor('hr'), listFiles, { query: { kind, subjectId: id } })).body;
    expect(can).toEqual({ attach: true, detach: true });
    const { body } = await scan(id);
    expect((await file(id, body.id)).status).toBe(200);
    expect(await state('kamB', company.versions.kamB)).toMatchObject({
      signedAt: '2025-03-01T09:00:00Z',
      textHash: 'old',
      scan: { id: body.id },
    });
  });
});
