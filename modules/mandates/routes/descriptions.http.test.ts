import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { documentInWord, listDocuments, printDocument } from '#platform/documents/endpoints.ts';
import { companyActor } from '#platform/run.ts';
import { remindDaily } from '../actions/remind-daily.ts';
import * as descriptions from '../endpoints-descriptions.ts';
import * as prints from '../endpoints-prints.ts';
import * as reviews from '../endpoints-reviews.ts';
import * as signatures from '../endpoints-signatures.ts';
import * as versions from '../endpoints-versions.ts';
import { aCompany, type Person, type TestCompany } from '../testing.ts';
import { mandatesVerifications } from '../verifications.ts';

let company: TestCompany;
let server: TestServer;
let close: () => Promise<void>;
const password = 'correct horse battery';

beforeAll(async () => {
  const clone = await cloneDatabase();
  company = await aCompany(clone);
  server = await testServer(clone.database);
  close = async () => {
    await server.close();
    await clone.close();
  };
  await company.owner(
    `with made as (insert into identity."user" (id, name, email, "emailVerified") values ('u1', 'A', 'a@example.test', true) returning id),
      told as (insert into identity.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
        select 'a1', 'u1', 'credential', id, $1, now(), now() from made)
      update organization.employees set user_id = 'u1' where id = $2`,
    [await hash(password), company.ids.kamA],
  );
});
afterAll(() => close());

const revision = (n: number) => ({ headers: { 'if-match': `"${n}"` } });

/** A draft of a fresh position, whole enough to be submitted when `whole`. */
async function aDraft(
  whole: boolean,
): Promise<{ versionId: string; revision: number; descriptionId: string; positionId: string }> {
  const positionId = crypto.randomUUID();
  await company.owner(
    `insert into organization.positions (id, company_id, department_id, title) values ($1, $2, $3, 'Position ' || gen_random_uuid())`,
    [positionId, company.id, company.departments.sales],
  );
  const made = await server.call(company.actor('hr'), descriptions.describePosition, {
    body: { positionId, template: null, language: 'en' },
  });
  expect(made.status).toBe(201);
  const { versionId, id: descriptionId } = made.body;
  if (whole) {
    await clause(versionId, { section: 1, text: 'Reports to the head.' });
    const duty = await clause(versionId, { section: 2, text: 'Answers.', area: 'requests', cadence: 'on-event' });
    await bind(duty, 'duty', 'mandates.answer-requests', { withinHours: 8 });
    const right = await clause(versionId, { section: 3, text: 'Appraises.' });
    await bind(right, 'right', 'mandates.appraise', { everyone: false });
    await clause(versionId, {
      section: 4,
      text: 'Answers for it.',
      responsibility: 'disciplinary',
      legalReference: 'Article 192',
    });
    await clause(versionId, { section: 5, text: 'Revised once in five years.' });
  }
  return { versionId, revision: made.body.revision, descriptionId, positionId };
}
async function clause(versionId: string, body: object): Promise<string> {
  const added = await server.call(company.actor('hr'), versions.addClause, { params: { id: versionId }, body });
  expect(added.status).toBe(201);
  return added.body.id;
}
async function bind(clauseId: string, kind: string, key: string, settings: object) {
  const bound = await server.call(company.actor('hr'), versions.addBinding, {
    params: { id: clauseId },
    body: { kind, key, settings },
  });
  expect(bound.status).toBe(201);
  return bound.body;
}
const submit = (versionId: string, n: number) =>
  server.call(company.actor('hr'), reviews.submitVersion, {
    params: { id: versionId },
    body: { reviewerIds: [company.ids.head] },
    ...revision(n),
  });
const review = (versionId: string, n: number, body: object) =>
  server.call(company.actor('head'), reviews.reviewVersion, { params: { id: versionId }, body, ...revision(n) });
const card = async (versionId: string) =>
  (await server.call(company.actor('hr'), versions.readVersion, { params: { id: versionId } })).body;
async function aReviewed() {
  const draft = await aDraft(true);
  const sent = await submit(draft.versionId, draft.revision);
  expect(sent.status).toBe(200);
  const accepted = await review(draft.versionId, sent.body.revision, { verdict: 'accepted', remarks: [] });
  expect(accepted.status).toBe(200);
  return { ...draft, revision: accepted.body.revision };
}
const today = () => Temporal.Now.plainDateISO('UTC').toString();
const approval = () => ({ kind: 'order', number: '7-k', approvedOn: today(), effectiveOn: today() });
const approve = (versionId: string, n: number, body: object = approval()) =>
  server.call(company.actor('director'), reviews.approveVersion, { params: { id: versionId }, body, ...revision(n) });

describe('drafting a job description', () => {
  const body = () => ({ positionId: company.positions.kamA, template: null, language: 'en' });
  it('asks who you are', async () => {
    expect((await server.call(null, descriptions.describePosition, { body: body() })).status).toBe(401);
  });
  it('rejects what is malformed', async () => {
    const reply = await server.call(company.actor('hr'), descriptions.describePosition, { body: { positionId: 'x' } });
    expect(reply.status).toBe(422);
  });
  it('is not for those without the right', async () => {
    expect((await server.call(company.actor('kamA'), descriptions.describePosition, { body: body() })).status).toBe(
      403,
    );
  });
  it('does not know positions of another company', async () => {
    const reply = await server.call(company.actor('hr'), descriptions.describePosition, {
      body: { ...body(), positionId: company.positions.outsider },
    });
    expect(reply.status).toBe(404);
  });
  it('refuses a second description of a position', async () => {
    const reply = await server.call(company.actor('hr'), descriptions.describePosition, { body: body() });
    expect([reply.status, reply.problem.code]).toEqual([409, 'mandates.already-described']);
  });
  it('lets a clause be moved, changed and taken out, numbering by itself', async () => {
    const { versionId } = await aDraft(false);
    const first = await clause(versionId, { section: 2, text: 'One' });
    const third = await clause(versionId, { section: 2, text: 'Three' });
    const second = await clause(versionId, { section: 2, text: 'Two', after: first });
    const numbers = async () => (await card(versionId)).clauses.map(({ number, text }) => `${number} ${text}`);
    expect(await numbers()).toEqual(['2.1 One', '2.2 Two', '2.3 Three']);
    await server.call(company.actor('hr'), versions.orderClauses, {
      params: { id: versionId },
      body: { section: 2, clauseIds: [third, first, second] },
    });
    expect(await numbers()).toEqual(['2.1 Three', '2.2 One', '2.3 Two']);
    await server.call(company.actor('hr'), versions.removeClause, { params: { id: first } });
    expect(await numbers()).toEqual(['2.1 Three', '2.2 Two']);
    const stale = await server.call(company.actor('hr'), versions.editClause, {
      params: { id: second },
      body: { text: 'Zwei' },
      ...revision(1),
    });
    expect(stale.status).toBe(412);
  });
  it('refuses settings that do not fit the kind, and kinds that nobody registered', async () => {
    const { versionId } = await aDraft(false);
    const duty = await clause(versionId, { section: 2, text: 'Answers.' });
    const call = (body: object) =>
      server.call(company.actor('hr'), versions.addBinding, { params: { id: duty }, body });
    const codes = await Promise.all([
      call({ kind: 'duty', key: 'mandates.answer-requests', settings: { withinHours: 0 } }),
      call({ kind: 'duty', key: 'mandates.no-such', settings: {} }),
      call({ kind: 'right', key: 'mandates.approve', settings: {} }),
    ]);
    expect(codes.map(({ problem }) => problem.code)).toEqual([
      'mandates.settings-do-not-fit',
      'mandates.binding-unknown',
      'mandates.binding-misplaced',
    ]);
    expect(codes[0]?.problem.reasons.map(({ code, field }) => [code, field])).toEqual([
      ['mandates.settings-do-not-fit', undefined],
      ['platform.invalid-input', '/settings/withinHours'],
    ]);
  });
  it('freezes what a binding grants when it is set', async () => {
    const { versionId } = await aDraft(true);
    const grants = (await card(versionId)).clauses.flatMap(({ bindings }) => bindings.flatMap((bound) => bound.grants));
    expect(grants).toEqual([
      { permit: 'mandates.decide', scope: 'own', limits: {} },
      { permit: 'mandates.appraise', scope: 'own', limits: {} },
    ]);
  });
});

describe('submitting', () => {
  it('names every reason at once, each with its clause', async () => {
    const { versionId, revision: n } = await aDraft(false);
    await clause(versionId, { section: 2, text: 'Works.' });
    await clause(versionId, { section: 3, text: 'May.' });
    const reply = await submit(versionId, n);
    expect(reply.status).toBe(422);
    expect(reply.problem.reasons.map(({ code, params }) => `${code} ${params?.clause}`)).toEqual([
      'mandates.section-empty 1',
      'mandates.section-empty 4',
      'mandates.section-empty 5',
      'mandates.duty-without-area 2.1',
      'mandates.duty-without-cadence 2.1',
      'mandates.duty-without-binding 2.1',
      'mandates.right-without-authority 3.1',
    ]);
  });
  it('freezes the text, which nobody then changes, not even the database’s owner', async () => {
    const { versionId, revision: n } = await aDraft(true);
    const [first] = (await card(versionId)).clauses;
    expect((await submit(versionId, n)).status).toBe(200);
    const edit = await server.call(company.actor('hr'), versions.editClause, {
      params: { id: first?.id ?? '' },
      body: { text: 'Otherwise' },
      ...revision(first?.revision ?? 1),
    });
    expect([edit.status, edit.problem.code]).toEqual([409, 'mandates.not-a-draft']);
    await expect(
      company.owner('update mandates.clauses set text = $2 where id = $1', [first?.id, 'x']),
    ).rejects.toThrow('not a draft');
    await expect(
      company.owner(
        'delete from mandates.bindings where clause_id in (select id from mandates.clauses where version_id = $1)',
        [versionId],
      ),
    ).rejects.toThrow('not a draft');
    await expect(
      company.owner(`update mandates.versions set text_hash = 'x' where id = $1`, [versionId]),
    ).rejects.toThrow('keeps its text');
  });
});

describe('reviewing', () => {
  it('is for those who were asked', async () => {
    const { versionId, revision: n } = await aDraft(true);
    const sent = await submit(versionId, n);
    const reply = await server.call(company.actor('kamB'), reviews.reviewVersion, {
      params: { id: versionId },
      body: { verdict: 'accepted', remarks: [] },
      ...revision(sent.body.revision),
    });
    expect(reply.status).toBe(404);
  });
  it('with remarks sends it back, and it does not come again before they have an answer', async () => {
    const { versionId, revision: n } = await aDraft(true);
    const sent = await submit(versionId, n);
    const said = await review(versionId, sent.body.revision, {
      verdict: 'remarks',
      remarks: [{ text: 'Name the area.' }],
    });
    expect(said.status).toBe(200);
    const back = await card(versionId);
    expect([back.state, back.textHash, back.can.submit]).toEqual(['draft', null, ['mandates.remark-open']]);
    const again = await submit(versionId, back.revision);
    expect(again.problem.reasons.map(({ code }) => code)).toEqual(['mandates.remark-open']);
    const [remark] = back.remarks;
    await server.call(company.actor('hr'), reviews.resolveRemark, {
      params: { id: remark?.id ?? '' },
      body: { text: 'Named.' },
    });
    const twice = await server.call(company.actor('hr'), reviews.resolveRemark, {
      params: { id: remark?.id ?? '' },
      body: { text: 'Again.' },
    });
    expect(twice.problem.code).toBe('mandates.remark-resolved');
    expect((await submit(versionId, back.revision)).status).toBe(200);
    expect((await card(versionId)).reviews).toMatchObject([{ verdict: null }]);
  });
});

describe('approving', () => {
  it('needs the right', async () => {
    const { versionId, revision: n } = await aReviewed();
    const reply = await server.call(company.actor('hr'), reviews.approveVersion, {
      params: { id: versionId },
      body: approval(),
      ...revision(n),
    });
    expect(reply.status).toBe(403);
  });
  it('names all that is wrong with it', async () => {
    const { versionId, revision: n } = await aReviewed();
    const reply = await approve(versionId, n, {
      kind: 'order',
      approvedOn: '2026-05-02',
      effectiveOn: '2026-05-01',
      reviewDueOn: '2035-05-01',
    });
    expect(reply.problem.reasons.map(({ code }) => code)).toEqual([
      'mandates.order-number-missing',
      'mandates.effective-before-approval',
      'mandates.review-too-late',
    ]);
  });
  it('two at once: one wins', async () => {
    const { versionId, revision: n } = await aReviewed();
    const both = await Promise.all([approve(versionId, n), approve(versionId, n)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.problem.code).toBe('mandates.not-reviewed');
  });
  it('gives exactly what its clauses grant, and everyone who holds the position the text to sign', async () => {
    const { versionId, revision: n, positionId } = await aReviewed();
    await company.owner(
      `insert into organization.assignments (company_id, employee_id, position_id, valid) values ($1, $2, $3, daterange('2020-01-01', null))`,
      [company.id, company.ids.kamB, positionId],
    );
    expect((await approve(versionId, n)).status).toBe(200);
    const granted = await company.owner<{ permit: string; valid: string }>(
      `select g.permit, g.valid::text from app.grants g join mandates.clauses c on c.id = g.clause_id where c.version_id = $1 order by 1`,
      [versionId],
    );
    expect(granted).toEqual([
      { permit: 'mandates.appraise', valid: `[${today()},)` },
      { permit: 'mandates.decide', valid: `[${today()},)` },
    ]);
    const sheet = await server.call(company.actor('hr'), signatures.versionAcknowledgements, {
      params: { id: versionId },
    });
    expect(sheet.body.items.map(({ employee, signedAt }) => [employee.id, signedAt])).toEqual([
      [company.ids.kamB, null],
    ]);
    const broken = await company.owner(
      `select 1 from mandates.versions v where v.id = $1 and v.text_hash is distinct from mandates.hash_of(v.id)`,
      [versionId],
    );
    expect(broken).toEqual([]);
  });
});

describe('the document of an approved version', () => {
  const issue = (who: Person, id: string, language: string) =>
    server.call(company.actor(who), prints.issueDescription, { params: { id }, body: { language } });
  const listed = async (who: Person, subjectId: string) =>
    (await server.call(company.actor(who), listDocuments, { query: { subjectId } })).body.items;
  const hashOf = async (who: Person, url: string) => {
    const { companyId } = company.actor(who);
    const reply = await server.server.inject({
      url: `/api${url}`,
      headers: { 'x-test-actor': `${companyId}/${company.ids[who]}` },
    });
    return reply.statusCode === 200 ? createHash('sha256').update(reply.rawPayload).digest('hex') : reply.statusCode;
  };

  it('is issued with the approval under the next number, and its number is in the journal', async () => {
    const numbers: string[] = [];
    for (let nth = 0; nth < 2; nth += 1) {
      const { versionId, revision: n } = await aReviewed();
      expect(await listed('hr', versionId)).toEqual([]);
      await approve(versionId, n);
      const [only, ...others] = await listed('hr', versionId);
      expect([only?.kind, only?.language, others]).toEqual(['job-description', 'en', []]);
      numbers.push(only?.number ?? '');
      const entries = await company.owner(
        `select 1 from journal.entries where table_name = 'platform.issued_documents' and after ->> 'subject_id' = $1
          and after ->> 'number' = $2 and after ->> 'pdf' = 'sha256 ' || $3`,
        [versionId, only?.number, only?.pdfSha256],
      );
      expect(entries).toHaveLength(1);
    }
    const [first, second] = numbers.map((number) => Number(number.split('-')[1]));
    expect(second).toBe((first ?? 0) + 1);
  });

  it('is printed again with the same hash, whatever is signed, renamed or revoked meanwhile', async () => {
    const { versionId, revision: n, positionId } = await aReviewed();
    await company.owner(
      `insert into organization.assignments (company_id, employee_id, position_id, valid) values ($1, $2, $3, daterange('2020-01-01', null))`,
      [company.id, company.ids.kamB, positionId],
    );
    const approved = await approve(versionId, n);
    const [issued] = await listed('hr', versionId);
    const addresses = [
      printDocument.path.replace(':id', issued?.id ?? ''),
      `/job-description-versions/${versionId}/print?form=pdf&language=en`,
    ];
    const [sheet] = (
      await server.call(company.actor('hr'), signatures.versionAcknowledgements, { params: { id: versionId } })
    ).body.items;
    await server.call(company.actor('hr'), signatures.recordPaperSignature, { params: { id: sheet?.id ?? '' } });
    await company.owner(`update organization.positions set title = title || ', renamed' where id = $1`, [positionId]);
    await server.call(company.actor('director'), reviews.revokeVersion, {
      params: { id: versionId },
      body: { on: today() },
      ...revision(approved.body.revision),
    });
    for (const who of ['hr', 'director', 'kamB'] as const) {
      for (const address of addresses) expect(await hashOf(who, address)).toBe(issued?.pdfSha256);
      expect(await hashOf(who, documentInWord.path.replace(':id', issued?.id ?? ''))).toMatch(/^[0-9a-f]{64}$/);
    }
    for (const who of ['kamA', 'outsider'] as const) {
      expect(await Promise.all(addresses.map((address) => hashOf(who, address)))).toEqual([404, 404]);
      expect(await listed(who, versionId)).toEqual([]);
    }
  });

  it('is issued once in the other language too, by those who draft, and never before the approval', async () => {
    const { versionId, revision: n } = await aReviewed();
    expect((await issue('hr', versionId, 'ru')).problem.code).toBe('mandates.not-approved');
    expect((await card(versionId)).can.issue).toEqual(['mandates.not-approved']);
    await approve(versionId, n);
    expect((await card(versionId)).can.issue).toBe(true);
    expect((await issue('kamB', versionId, 'ru')).status).toBe(403);
    const both = await Promise.all([issue('hr', versionId, 'ru'), issue('hr', versionId, 'ru')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect((await listed('hr', versionId)).map(({ language }) => language)).toEqual(['ru', 'en']);
  });
});

describe('the version in force', () => {
  it('is seen by its holder and those above, not by a colleague', async () => {
    const seen = async (who: 'kamA' | 'kamB' | 'head' | 'hr' | 'outsider') =>
      (await server.call(company.actor(who), versions.readVersion, { params: { id: company.versions.kamA } })).status;
    expect([
      await seen('kamA'),
      await seen('head'),
      await seen('hr'),
      await seen('kamB'),
      await seen('outsider'),
    ]).toEqual([200, 200, 200, 404, 404]);
  });
  it('is signed with the password, once, and only while no later one has taken its place', async () => {
    const mine = await server.call(company.actor('kamA'), signatures.myAcknowledgements);
    const former = mine.body.items.find(({ versionId }) => versionId === company.versions.kamA);
    const next = await server.call(company.actor('hr'), descriptions.draftNextVersion, {
      params: { id: (await card(company.versions.kamA)).descriptionId },
    });
    expect(next.status).toBe(201);
    const copied = await card(next.body.versionId);
    expect(copied.clauses.map(({ identity }) => identity)).toEqual(
      (await card(company.versions.kamA)).clauses.map(({ identity }) => identity),
    );
    await company.owner('delete from mandates.clauses where version_id = $1', [next.body.versionId]);
    await clause(next.body.versionId, { section: 1, text: 'Reports to the head.' });
    const duty = await clause(next.body.versionId, {
      section: 2,
      text: 'Answers.',
      area: 'requests',
      cadence: 'on-event',
    });
    await bind(duty, 'duty', 'mandates.answer-requests', { withinHours: 8 });
    const right = await clause(next.body.versionId, { section: 3, text: 'May ask.' });
    await bind(right, 'right', 'mandates.be-heard', {});
    await clause(next.body.versionId, {
      section: 4,
      text: 'Answers.',
      responsibility: 'material',
      legalReference: 'Article 241',
    });
    await clause(next.body.versionId, { section: 5, text: 'Revised.' });
    const sent = await submit(next.body.versionId, next.body.revision);
    const accepted = await review(next.body.versionId, sent.body.revision, { verdict: 'accepted', remarks: [] });
    expect((await approve(next.body.versionId, accepted.body.revision)).status).toBe(200);

    const sign = (id: string, credential: string, textHash: string) =>
      server.call(company.actor('kamA'), signatures.signAcknowledgement, {
        params: { id },
        body: { credential, textHash },
      });
    const late = await sign(former?.id ?? '', password, 'test');
    expect([late.status, late.problem.code]).toEqual([409, 'mandates.superseded']);

    const now = (await server.call(company.actor('kamA'), signatures.myAcknowledgements)).body.items.find(
      ({ versionId }) => versionId === next.body.versionId,
    );
    const { textHash } = await card(next.body.versionId);
    expect((await sign(now?.id ?? '', 'wrong', textHash ?? '')).problem.code).toBe('platform.wrong-credential');
    expect((await sign(now?.id ?? '', password, 'another')).problem.code).toBe('mandates.text-changed');
    expect((await sign(now?.id ?? '', password, textHash ?? '')).status).toBe(200);
    expect((await sign(now?.id ?? '', password, textHash ?? '')).problem.code).toBe('mandates.already-signed');
    const [kept] = (
      await server.call(company.actor('hr'), signatures.versionAcknowledgements, {
        params: { id: next.body.versionId },
      })
    ).body.items;
    expect([kept?.method, kept?.textHash]).toEqual(['application', textHash]);
    const other = await server.call(company.actor('kamB'), signatures.signAcknowledgement, {
      params: { id: now?.id ?? '' },
      body: { credential: password, textHash: textHash ?? '' },
    });
    expect(other.status).toBe(404);

    const side = await server.call(company.actor('kamA'), versions.compareVersions, {
      params: { id: next.body.versionId },
      query: { with: company.versions.kamA },
    });
    expect(new Set(side.body.changes.map(({ change }) => change))).toEqual(new Set(['added', 'removed']));
  });
  it('lists who has not signed, and reminds each once a day', async () => {
    const waiting = await server.call(company.actor('hr'), signatures.listUnsigned);
    expect(waiting.body.items.map(({ employee }) => employee.id)).toContain(company.ids.head);
    const remind = () =>
      server.call(company.actor('hr'), signatures.remindUnsigned, { params: { id: company.versions.head } });
    expect([(await remind()).body, (await remind()).body]).toEqual([{ reminded: 1 }, { reminded: 0 }]);
    expect((await server.call(company.actor('kamA'), signatures.listUnsigned)).status).toBe(403);
  });
  it('prints for the files, in both languages and both forms, to whoever sees it', async () => {
    const print = (who: 'hr' | 'kamB', form: string, language: string) =>
      server.call(company.actor(who), prints.printDescription, {
        params: { id: company.versions.kamA },
        query: { form, language },
      });
    const printed = await Promise.all([print('hr', 'pdf', 'ru'), print('hr', 'docx', 'en')]);
    expect(printed.map(({ status }) => status)).toEqual([200, 200]);
    expect((await print('kamB', 'pdf', 'en')).status).toBe(404);
    const sheet = await server.call(company.actor('hr'), prints.printSheet, {
      params: { id: company.versions.kamA },
      query: { form: 'pdf', language: 'en' },
    });
    expect(sheet.headers['content-type']).toBe('application/pdf');
  });
  it('reminds by itself whoever was sent it a day ago and has not signed', async () => {
    await company.owner(
      `update mandates.acknowledgements set sent_at = now() - interval '2 days' where employee_id = $1`,
      [company.ids.support],
    );
    await server.runner.write(companyActor(company.id, 'test'), remindDaily);
    await server.runner.write(companyActor(company.id, 'test'), remindDaily);
    const told = await company.owner('select 1 from platform.notifications where employee_id = $1 and kind = $2', [
      company.ids.support,
      'mandates.to-sign',
    ]);
    expect(told).toHaveLength(1);
  });
});

describe('proofs over the whole database', () => {
  it('hold after all of this, but for the versions that the test company made without a hash', async () => {
    for (const { name, query } of mandatesVerifications) {
      const broken = await company.owner<{ text_hash?: string }>(query);
      expect([name, broken.filter((row) => row.text_hash !== 'test')]).toEqual([name, []]);
    }
  });
  it('and find what was altered behind every guard', async () => {
    await company.owner(`begin; set local session_replication_role = replica;
      update mandates.clauses set text = 'Otherwise' where id = (select c.id from mandates.clauses c join mandates.versions v on v.id = c.version_id
        where v.state = 'approved' and v.text_hash <> 'test' limit 1); commit`);
    const [first] = mandatesVerifications;
    const broken = await company.owner<{ text_hash: string }>(first?.query ?? '');
    expect(broken.filter((row) => row.text_hash !== 'test')).toHaveLength(1);
  });
});
