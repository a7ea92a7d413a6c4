import { createHash } from 'node:crypto';
import type { Static, TObject } from 'typebox';
import { Refused } from '#kernel/refusal.ts';
import type { Language } from '#kernel/texts.ts';
import { sql } from '#platform/db/sql.ts';
import type { Verification } from '#platform/declare/module.ts';
import type { Work } from '#platform/work.ts';
import type { Document } from './document.ts';
import { ownTemplate } from './own-template.ts';
import { renderPdf, renderWord } from './render.ts';
import type { Company } from './shapes.ts';

/** An issue as lists show it. */
export type Issued = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly language: Language;
  readonly pdfSha256: string;
  readonly issuedBy: string | null;
  readonly issuedAt: string;
};
/** An issue with its files, as they were issued. */
export type IssuedFiles = Issued & { readonly pdf: Buffer; readonly word: Buffer | null };

export type Issue<S extends TObject> = {
  readonly subject: { readonly kind: string; readonly id: string };
  /** Who may read it besides the one who issues: holders of this permit, over all or over this keeper's records. */
  readonly permit: string;
  readonly keeperId: string | null;
  readonly language: Language;
  /** A number given elsewhere (of an order); without it the next of the kind and year is taken. */
  readonly number?: string;
  /** The data, or how they are made once the number is known. */
  readonly data: Static<S> | ((number: string) => Static<S> | Promise<Static<S>>);
};

/**
 * Issues a document: takes its number, prints it and keeps it for good, in the transaction of the act at hand. Decide
 * before you call: nothing here asks whether the actor may.
 * @throws TypeError on data that do not fit, TemplateFault when the company's template does not compile.
 */
export async function issueDocument<S extends TObject>(
  w: Work,
  document: Document<S>,
  issue: Issue<S>,
): Promise<Issued> {
  const number = issue.number ?? (await nextNumber(w, document.kind));
  const data = typeof issue.data === 'function' ? await issue.data(number) : issue.data;
  const pdf = await renderPdf(document, data, issue.language, await ownTemplate(w, document));
  const word = await renderWord(document, data, issue.language);
  return w.db.one(sql<Issued>`insert into platform.issued_documents (id, company_id, kind, template_version, number,
      subject_kind, subject_id, permit, keeper_id, language, data, pdf, pdf_sha256, word, issued_by, issued_at)
    values (${w.newId()}, ${w.actor.companyId}, ${document.kind}, ${document.version}, ${number},
      ${issue.subject.kind}, ${issue.subject.id}, ${issue.permit}, ${issue.keeperId}, ${issue.language},
      ${JSON.stringify(data)}, ${pdf}, ${sha256(pdf)}, ${word}, ${w.actor.employeeId}, ${w.now.toString()})
    returning ${columns}`);
}

/**
 * Issues a document about a subject once in each language: asked again, the same issue is given. Whoever asks at the
 * same time waits for the first.
 * @throws as `issueDocument`.
 */
export async function issueOnce<S extends TObject>(w: Work, document: Document<S>, issue: Issue<S>): Promise<Issued> {
  const { kind } = document;
  const { subject, language } = issue;
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`issue ${kind} ${subject.id} ${language}`}, 0))`);
  return (await issueIn(w, subject.id, kind, language)) ?? issueDocument(w, document, issue);
}

/** The newest issue of a kind about a subject in a language, if there is one within the actor's reach. */
export async function issueIn(
  w: Work,
  subjectId: string,
  kind: string,
  language: Language,
): Promise<Issued | undefined> {
  return w.db.first(sql<Issued>`select ${columns} from platform.issued_documents where company_id = ${w.actor.companyId}
    and subject_id = ${subjectId} and kind = ${kind} and language = ${language} order by issued_at desc, id desc limit 1`);
}

/**
 * The next number of a kind in the company's year, e.g. `2026-0042`. Without gaps: whoever comes second waits until the
 * first has committed or given up.
 */
export async function nextNumber(w: Work, kind: string): Promise<string> {
  const { year } = w.today;
  const { last } = await w.db.one(sql<{
    last: number;
  }>`insert into platform.document_numbers as n (company_id, kind, year, last)
    values (${w.actor.companyId}, ${kind}, ${year}, 1)
    on conflict (company_id, kind, year) do update set last = n.last + 1 returning last`);
  return `${year}-${String(last).padStart(4, '0')}`;
}

/**
 * An issue with its files, byte for byte as issued.
 * @throws Refused `platform.not-found` when it is not within the actor's reach; Error when the bytes were altered.
 */
export async function readIssued(w: Work, id: string): Promise<IssuedFiles> {
  const found = await w.db.first(sql<IssuedFiles>`select ${columns}, pdf, word from platform.issued_documents
    where company_id = ${w.actor.companyId} and id = ${id}`);
  if (!found) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
  if (sha256(found.pdf) !== found.pdfSha256) throw new Error(`issued document ${id} is not what was issued`);
  return found;
}

/** What was issued about a subject, newest first. */
export async function issuedAbout(w: Work, subjectId: string): Promise<Issued[]> {
  return w.db.all(sql<Issued>`select ${columns} from platform.issued_documents
    where company_id = ${w.actor.companyId} and subject_id = ${subjectId} order by issued_at desc, id desc limit 200`);
}

/** The company as it stands on its papers. */
export async function companyOnPaper(w: Work): Promise<Company> {
  return w.db.one(sql<Company>`select name, address, registration, time_zone as "timeZone"
    from platform.companies where id = ${w.actor.companyId}`);
}

/** Finds issues whose PDF is no longer the one that was issued. */
export const issuedUnaltered: Verification = {
  name: 'platform.issued-documents-unaltered',
  query: `select id from platform.issued_documents where encode(sha256(pdf), 'hex') <> pdf_sha256`,
};

const columns = sql.raw(`id, kind, number, subject_kind as "subjectKind", subject_id as "subjectId", language,
  pdf_sha256 as "pdfSha256", issued_by as "issuedBy", issued_at as "issuedAt"`);

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
