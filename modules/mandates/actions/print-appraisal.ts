import { companyOnPaper, issueIn, issueOnce } from '#platform/documents/issue.ts';
import type { FileReply } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';
import { standingOn } from '../data/appraisable.ts';
import type { AppraisalRow } from '../data/appraisals.ts';
import { versionsInForce } from '../data/in-force.ts';
import { type AppraisalData, appraisal } from '../documents/appraisal.ts';
import { overallShare } from '../rules/appraisal.ts';
import { asIssued, printed, type Wanted } from './print.ts';

type Appraised = Omit<AppraisalRow, 'state'>;

/** Issues an appraisal that both have signed as a numbered document. The act that closes it calls this. */
export async function issueAppraisal(w: Work, closed: Appraised): Promise<void> {
  await issueOnce(w, appraisal, {
    subject: { kind: 'appraisal', id: closed.id },
    permit: 'mandates.read',
    keeperId: null,
    language: w.actor.language,
    data: async (number) => ({ ...(await appraisalOnPaper(w, closed)), number }),
  });
}

/** The appraisal to be filed: as it was issued in that language, or else as it stands. */
export async function printAppraisal(w: Work, found: Appraised, wanted: Wanted): Promise<FileReply> {
  const name = `${found.employee.name} ${found.month}`;
  const issued = await issueIn(w, found.id, appraisal.kind, wanted.language);
  const file = issued
    ? await asIssued(w, issued.id, wanted, name)
    : await printed(w, appraisal, await appraisalOnPaper(w, found), wanted, name);
  return { ...file, about: found.employee.id };
}

async function appraisalOnPaper(w: Work, card: Appraised): Promise<AppraisalData> {
  const first = `${card.month}-01`;
  const last = Temporal.PlainYearMonth.from(card.month).toPlainDate({ day: 31 }).toString();
  const [company, employee, head, held] = await Promise.all([
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
    overall: overallShare(card.lines),
    headRemarks: [card.headRemarks, card.agreedActions].filter(Boolean).join('\n'),
    employeeRemarks: card.employeeRemarks,
    head: {
      person: { name: card.head?.name ?? ' ', position: head?.position ?? '' },
      signed: signature(card.headSignedAt),
    },
    employeeSigned: signature(card.employeeSignedAt),
    date: (card.employeeSignedAt ?? card.headSignedAt)?.slice(0, 10) ?? w.today.toString(),
  };
}

function signature(at: string | null) {
  return at === null ? null : { at, method: 'application' as const };
}
