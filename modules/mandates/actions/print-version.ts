import { companyOnPaper, issueIn, issueOnce } from '#platform/documents/issue.ts';
import type { FileReply } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';
import { acknowledgementsOf } from '../data/acknowledgements.ts';
import { standingOn } from '../data/appraisable.ts';
import { clausesOf } from '../data/clauses.ts';
import { reviewsOf } from '../data/reviews.ts';
import { type VersionRow, version } from '../data/versions.ts';
import { acknowledgementSheet } from '../documents/acknowledgement-sheet.ts';
import { type JobDescriptionData, jobDescription } from '../documents/job-description.ts';
import { refuse } from '../refusals.ts';
import { sections } from '../rules/completeness.ts';
import { asIssued, printed, type Wanted } from './print.ts';
import { sayBinding } from './say.ts';

type Language = Wanted['language'];

/** Rows of an acknowledgement sheet that stay empty, for signatures by hand. */
const emptyRows = 6;

/**
 * Issues an approved version as a numbered document, once in each language. Who signed comes later and stands on the
 * acknowledgement sheet.
 * @throws Refused `mandates.unknown-version`, `mandates.not-approved`.
 */
export async function issueVersion(w: Work, id: string, language: Language): Promise<{ id: string; number: string }> {
  const found = (await version(w, id)) ?? refuse('mandates.unknown-version');
  if (approvalOf(found) === null) refuse('mandates.not-approved');
  const issued = await issueOnce(w, jobDescription, {
    subject: { kind: 'job-description-version', id },
    permit: 'mandates.read',
    keeperId: null,
    language,
    data: async (number) => ({
      ...(await versionOnPaper(w, found, language)),
      number,
      acknowledgements: [],
      emptyRows,
    }),
  });
  return { id: issued.id, number: issued.number };
}

/**
 * The version as the personnel department files it: as it was issued in that language, or else as it stands.
 * @throws Refused `mandates.unknown-version`.
 */
export async function printVersion(w: Work, id: string, wanted: Wanted): Promise<FileReply> {
  const found = (await version(w, id)) ?? refuse('mandates.unknown-version');
  const name = `${found.title} ${found.number}`;
  const issued = await issueIn(w, id, jobDescription.kind, wanted.language);
  if (issued) return asIssued(w, issued.id, wanted, name);
  return printed(w, jobDescription, await versionOnPaper(w, found, wanted.language), wanted, name);
}

/** Who has acknowledged a version, with room for signatures by hand. */
export async function printSheet(w: Work, id: string, wanted: Wanted): Promise<FileReply> {
  const [seen, signatures, company] = await Promise.all([version(w, id), acknowledgementsOf(w, id), companyOnPaper(w)]);
  const found = seen ?? refuse('mandates.unknown-version');
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
  return printed(w, acknowledgementSheet, data, wanted, `${found.title} ${found.number}`);
}

async function versionOnPaper(w: Work, found: VersionRow, language: Language): Promise<JobDescriptionData> {
  const { id } = found;
  const [clauses, reviews, signatures, company] = await Promise.all([
    clausesOf(w, id),
    reviewsOf(w, id),
    acknowledgementsOf(w, id),
    companyOnPaper(w),
  ]);
  const day = found.approvedOn ?? w.today.toString();
  return {
    company,
    number: null,
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
              .map((bound) => sayBinding(w, bound, language))
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
}

function approvalOf(found: VersionRow) {
  if (!found.approvalKind || !found.approvedOn || !found.approvedBy) return null;
  const by = { name: found.approvedBy.name, position: found.approverPosition ?? '' };
  return { kind: found.approvalKind, number: found.approvalNumber || null, on: found.approvedOn, by };
}

function signed(each: Awaited<ReturnType<typeof acknowledgementsOf>>[number]) {
  const method = each.method as 'application' | 'paper' | 'act' | null;
  return {
    person: { name: each.employee.name, position: each.position },
    signed: each.signedAt && method ? { at: each.signedAt, method, accessGiven: each.accessGiven } : null,
  };
}
