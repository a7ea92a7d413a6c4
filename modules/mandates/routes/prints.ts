import type { Static, TObject } from 'typebox';
import type { Language } from '#kernel/texts.ts';
import type { Document } from '#platform/documents/document.ts';
import { renderPdf } from '#platform/documents/pdf.ts';
import { renderWord } from '#platform/documents/word.ts';
import type { FileReply } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';
import { sayBinding } from '../actions/say.ts';
import { acknowledgementsOf } from '../data/acknowledgements.ts';
import { companyOnPaper, standingOn } from '../data/appraisable.ts';
import { clausesOf } from '../data/clauses.ts';
import { versionsInForce } from '../data/in-force.ts';
import { reviewsOf } from '../data/reviews.ts';
import { version } from '../data/versions.ts';
import { acknowledgementSheet } from '../documents/acknowledgement-sheet.ts';
import { appraisal } from '../documents/appraisal.ts';
import { jobDescription } from '../documents/job-description.ts';
import { refuse } from '../refusals.ts';
import { sections } from '../rules/completeness.ts';
import type { appraisalCard } from './appraisals.ts';

export type Wanted = { form: 'pdf' | 'docx'; language: Language };

/** Rows of an acknowledgement sheet that stay empty, for signatures by hand. */
const emptyRows = 6;

/** The version as the personnel department files it. @throws Refused `mandates.unknown-version`. */
export async function printVersion(w: Work, id: string, wanted: Wanted): Promise<FileReply> {
  const [found, clauses, reviews, signatures, company] = await Promise.all([
    version(w, id),
    clausesOf(w, id),
    reviewsOf(w, id),
    acknowledgementsOf(w, id),
    companyOnPaper(w),
  ]);
  if (!found) refuse('mandates.unknown-version');
  const day = found.approvedOn ?? w.today.toString();
  const data = {
    company,
    number: found.approvalNumber || null,
    position: found.title,
    department: found.department,
    form: 'local-act' as const,
    contract: null,
    version: found.number,
    approval: approvalOf(found),
    inForceFrom: found.inForce?.from ?? null,
    reviewDueOn: found.reviewDueOn,
    textHash: found.textHash,
    sections: sections.map((section) => ({
      number: section,
      clauses: clauses
        .filter((clause) => clause.section === section)
        .map((clause) => ({
          number: clause.number,
          text: clause.text,
          norm:
            clause.bindings
              .map((bound) => sayBinding(w, bound, wanted.language))
              .filter(Boolean)
              .join('; ') || null,
        })),
    })),
    reviewers: await Promise.all(
      reviews.map(async ({ reviewer, verdict, decidedAt }) => ({
        person: { name: reviewer.name, position: (await standingOn(w, reviewer.id, day)).position },
        signed: verdict === 'accepted' && decidedAt ? { at: decidedAt, method: 'application' as const } : null,
      })),
    ),
    acknowledgements: signatures.map(signed),
    emptyRows: signatures.length === 0 ? emptyRows : 0,
  };
  return rendered(jobDescription, data, wanted, `${found.title} ${found.number}`);
}

/** Who has acknowledged a version, with room for signatures by hand. */
export async function printSheet(w: Work, id: string, wanted: Wanted): Promise<FileReply> {
  const [found, signatures, company] = await Promise.all([
    version(w, id),
    acknowledgementsOf(w, id),
    companyOnPaper(w),
  ]);
  if (!found) refuse('mandates.unknown-version');
  const data = {
    company,
    document: {
      title: found.title,
      version: found.number,
      approvedOn: found.approvedOn,
      inForceFrom: found.inForce?.from ?? null,
      textHash: found.textHash,
    },
    compiledOn: w.today.toString(),
    rows: signatures.map((each) => ({ ...signed(each), address: each.address })),
    emptyRows,
  };
  return rendered(acknowledgementSheet, data, wanted, `${found.title} ${found.number}`);
}

type Appraised = Awaited<ReturnType<typeof appraisalCard>>;

/** The appraisal as it is filed. */
export async function printAppraisal(w: Work, card: Appraised, wanted: Wanted): Promise<FileReply> {
  const first = `${card.month}-01`;
  const last = Temporal.PlainYearMonth.from(card.month).toPlainDate({ day: 31 }).toString();
  const [company, employee, head, held] = await Promise.all([
    companyOnPaper(w),
    standingOn(w, card.employee.id, last),
    card.head ? standingOn(w, card.head.id, last) : null,
    versionsInForce(w, card.employee.id, last),
  ]);
  const [basis] = held;
  const data = {
    company,
    employee: { name: card.employee.name, position: employee.position },
    department: employee.department,
    days: { from: first, to: Temporal.PlainDate.from(last).add({ days: 1 }).toString() },
    currency: w.company.currency,
    jobDescription: {
      title: basis?.descriptionTitle ?? card.position,
      version: basis?.number ?? 0,
      inForceFrom: basis?.from ?? first,
    },
    lines: card.lines.map(({ number, text, norm, unit, required, done, late, missed, share }) => ({
      number,
      text,
      norm: norm || null,
      unit,
      required,
      done,
      late,
      missed,
      share,
      remark: '',
    })),
    overall: card.overall,
    headRemarks: [card.headRemarks, card.agreedActions].filter(Boolean).join('\n'),
    employeeRemarks: card.employeeRemarks,
    head: {
      person: { name: card.head?.name ?? ' ', position: head?.position ?? '' },
      signed: signature(card.headSignedAt),
    },
    employeeSigned: signature(card.employeeSignedAt),
    date: (card.employeeSignedAt ?? card.headSignedAt)?.slice(0, 10) ?? w.today.toString(),
  };
  return rendered(appraisal, data, wanted, `${card.employee.name} ${card.month}`);
}

function approvalOf(found: NonNullable<Awaited<ReturnType<typeof version>>>) {
  if (!found.approvalKind || !found.approvedOn || !found.approvedBy) return null;
  const by = { name: found.approvedBy.name, position: found.approverPosition ?? '' };
  return { kind: found.approvalKind, number: found.approvalNumber || null, on: found.approvedOn, by };
}

function signature(at: string | null) {
  return at === null ? null : { at, method: 'application' as const };
}

function signed(each: Awaited<ReturnType<typeof acknowledgementsOf>>[number]) {
  const method = each.method as 'application' | 'paper' | 'act' | null;
  return {
    person: { name: each.employee.name, position: each.position },
    signed: each.signedAt && method ? { at: each.signedAt, method, accessGiven: each.accessGiven } : null,
  };
}

async function rendered<S extends TObject>(
  document: Document<S>,
  data: Static<S>,
  wanted: Wanted,
  name: string,
): Promise<FileReply> {
  const pdf = wanted.form === 'pdf';
  return {
    name: `${name}.${wanted.form}`,
    mediaType: pdf ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: pdf ? await renderPdf(document, data, wanted.language) : await renderWord(document, data, wanted.language),
  };
}
