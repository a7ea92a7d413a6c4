import Type, { type Static } from 'typebox';
import { companyView, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, Days, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { sampleAppraisal } from './appraisal.sample.ts';
import { appraisalTexts } from './appraisal.texts.ts';
import { wordOfAppraisal } from './appraisal.word.ts';

const Line = Type.Object({
  number: Type.String({ description: 'Number of the clause.' }),
  text: Type.String(),
  norm: nullable(Type.String()),
  unit: Type.Union([Type.Literal('count'), Type.Literal('money'), Type.Literal('basis-points')]),
  required: Type.Number(),
  done: Type.Number(),
  late: Type.Number(),
  missed: Type.Number(),
  share: nullable(Type.Integer({ description: 'Basis points; null when nothing was required.' })),
  remark: Type.String(),
});

const Data = Type.Object({
  company: Company,
  number: nullable(Type.String()),
  employee: Person,
  department: Type.String(),
  days: Days,
  currency: Type.String({ description: 'Of lines whose unit is money.' }),
  jobDescription: Type.Object({ title: Type.String(), version: Type.Integer(), inForceFrom: Day }),
  lines: Type.Array(Line),
  outside: nullable(
    Type.Object(
      { required: Type.Number(), done: Type.Number(), late: Type.Number(), missed: Type.Number() },
      { description: 'What was assigned outside the job description, counted apart; null when nothing was.' },
    ),
  ),
  overall: nullable(Type.Integer({ description: 'Share of all duties together, basis points.' })),
  headRemarks: Type.String(),
  employeeRemarks: Type.String(),
  head: Type.Object({ person: Person, signed: nullable(Signature) }),
  employeeSigned: nullable(Signature),
  /** Day of the last signature, or of printing while it is not closed. */
  date: Day,
});
export type AppraisalData = Static<typeof Data>;
type Say = Wording<keyof typeof appraisalTexts>;

/** How one employee fulfilled the job description in a period, clause by clause, to be signed by both sides. */
export const appraisal = defineDocument({
  kind: 'appraisal',
  version: 3,
  data: Data,
  texts: appraisalTexts,
  template: new URL('./appraisal.typ', import.meta.url),
  landscape: true,
  sample: sampleAppraisal,
  view: viewOfAppraisal,
  word: wordOfAppraisal,
});

export type AppraisalView = ReturnType<typeof viewOfAppraisal>;

function viewOfAppraisal(data: AppraisalData, say: Say) {
  const { company, employee, jobDescription, head } = data;
  const title = say.text('file-title', { name: employee.name, period: say.period(data.days) });
  return {
    title,
    heading: say.text('title'),
    subtitle: [say.text('subtitle'), data.number === null ? '' : say.text('number', { number: data.number })]
      .filter(Boolean)
      .join(' · '),
    foot: title,
    date: data.date,
    company: companyView(company),
    particulars: [
      [say.text('employee'), `${employee.name}, ${employee.position}`],
      [say.text('department'), data.department],
      [say.text('span'), say.period(data.days)],
      [say.text('basis'), say.text('basis-is', { ...jobDescription, from: say.day(jobDescription.inForceFrom) })],
    ] satisfies [string, string][],
    lines: data.lines.map((line) => ({
      number: line.number,
      text: line.text,
      norm: line.norm,
      figures: [line.required, line.done, line.late, line.missed].map((value) =>
        figure(value, line.unit, data.currency, say),
      ),
      share: line.share === null ? '–' : say.rate(line.share),
      remark: line.remark,
    })),
    overall: data.overall === null ? null : say.rate(data.overall),
    outside: data.outside === null ? null : say.text('outside', data.outside),
    headRemarks: data.headRemarks,
    employeeRemarks: data.employeeRemarks,
    signatures: [
      signedView(head, company.timeZone, say),
      signedView({ person: employee, signed: data.employeeSigned }, company.timeZone, say),
    ],
  };
}

function figure(value: number, unit: Static<typeof Line>['unit'], currency: string, say: Say): string {
  if (unit === 'money') return say.money(value, currency);
  return unit === 'basis-points' ? say.rate(value) : say.quantity(value);
}
