import type { Language } from '#kernel/texts.ts';
import { companyOnPaper, issueIn, issueOnce } from '#platform/documents/issue.ts';
import type { FileReply } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';
import { actionsOf } from '../data/agreed-actions.ts';
import { standingOn } from '../data/appraisable.ts';
import { type AccessGiven, type AppraisalRow, appraisal, type ClauseRating, ratingsOf } from '../data/appraisals.ts';
import { versionsInForce } from '../data/in-force.ts';
import { type AppraisalData, appraisal as paper } from '../documents/appraisal.ts';
import { refuse } from '../refusals.ts';
import { type OutsideLine, overallShare } from '../rules/appraisal.ts';
import { figuresOf } from './appraisal-figures.ts';
import { asIssued, printed, type Wanted } from './print.ts';

/** Issues an appraisal that both have signed as a numbered document. The act that closes it calls this. */
export async function issueAppraisal(w: Work, closed: AppraisalRow): Promise<void> {
  await issueOnce(w, paper, {
    subject: { kind: 'appraisal', id: closed.id },
    permit: 'mandates.read',
    keeperId: null,
    language: w.actor.language,
    data: async (number) => ({ ...(await appraisalOnPaper(w, closed, w.actor.language)), number }),
  });
}

/** The appraisal to be filed: as it was issued in that language, or else as it stands. */
export async function printAppraisal(w: Work, id: string, wanted: Wanted): Promise<FileReply> {
  const found = (await appraisal(w, id)) ?? refuse('mandates.unknown-appraisal');
  const name = `${found.employee.name} ${found.month}`;
  const issued = await issueIn(w, found.id, paper.kind, wanted.language);
  const file = issued
    ? await asIssued(w, issued.id, wanted, name)
    : await printed(w, paper, await appraisalOnPaper(w, found, wanted.language), wanted, name);
  return { ...file, about: found.employee.id };
}

async function appraisalOnPaper(w: Work, card: AppraisalRow, language: Language): Promise<AppraisalData> {
  const first = `${card.month}-01`;
  const last = Temporal.PlainYearMonth.from(card.month).toPlainDate({ day: 31 }).toString();
  const [{ lines, outside, form }, ratings, actions, company, employee, head, held] = await Promise.all([
    figuresOf(w, card),
    ratingsOf(w, card.id),
    actionsOf(w, card),
    companyOnPaper(w),
    standingOn(w, card.employee.id, last),
    card.head ? standingOn(w, card.head.id, last) : null,
    versionsInForce(w, card.employee.id, last),
  ]);
  const [basis] = held;
  return {
    company,
    number: null,
    employee: { name: card.employee.name, position: employee.position },
    department: employee.department,
    days: { from: first, to: Temporal.PlainDate.from(last).add({ days: 1 }).toString() },
    currency: w.company.currency,
    jobDescription: {
      title: basis?.descriptionTitle ?? employee.position,
      version: basis?.number ?? 0,
      inForceFrom: basis?.from ?? first,
    },
    clauses: form.map(({ clauseId, number, text, pay }) => ({
      number,
      text,
      pay: pay.map((said) => said[language]),
      measures: lines
        .filter((line) => line.clauseId === clauseId)
        .map(({ norm, unit, required, done, late, missed, share }) => ({
          norm: norm || null,
          unit,
          required,
          done,
          late,
          missed,
          share,
        })),
      employeeRating: ratingOf(ratings, clauseId, 'employee'),
      headRating: ratingOf(ratings, clauseId, 'head'),
    })),
    outside: outside?.required ? countsOf(outside) : null,
    overall: overallShare(lines),
    employeeRating: card.employeeRating,
    headRating: card.headRating,
    actions: actions.map(({ text, month, dueOn, who, state, endedAt }) => ({
      text,
      month: month === card.month ? null : month,
      dueOn,
      who: who.name,
      state,
      endedAt,
    })),
    headRemarks: [card.headRemarks, card.agreedActions].filter(Boolean).join('\n'),
    employeeRemarks: card.employeeRemarks,
    head: {
      person: { name: card.head?.name ?? ' ', position: head?.position ?? '' },
      signed: signature(card.headSignedAt, card.headAccessGiven),
    },
    employeeSigned: signature(card.employeeSignedAt, card.employeeAccessGiven),
    date: (card.employeeSignedAt ?? card.headSignedAt)?.slice(0, 10) ?? w.today.toString(),
  };
}

function countsOf({ required, done, late, missed }: OutsideLine) {
  return { required, done, late, missed };
}

function signature(at: string | null, accessGiven: AccessGiven | null) {
  return at === null ? null : { at, method: 'application' as const, accessGiven };
}

function ratingOf(ratings: readonly ClauseRating[], clauseId: string, side: ClauseRating['side']): number | null {
  return ratings.find((each) => each.clauseId === clauseId && each.side === side)?.rating ?? null;
}
