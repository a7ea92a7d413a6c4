import Type, { type Static } from 'typebox';
import { companyView, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, Days, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { sampleAppraisal } from './appraisal.sample.ts';
import { appraisalTexts } from './appraisal.texts.ts';
import { wordOfAppraisal } from './appraisal.word.ts';

const Rating = nullable(Type.Integer({ minimum: 1, maximum: 5 }));
const Measure = Type.Object({
  norm: nullable(Type.String()),
  unit: Type.Union([Type.Literal('count'), Type.Literal('money'), Type.Literal('basis-points')]),
  required: Type.Number(),
  done: Type.Number(),
  late: Type.Number(),
  missed: Type.Number(),
  share: nullable(Type.Integer({ description: 'Basis points; null when nothing was required.' })),
});
const Clause = Type.Object({
  number: Type.String({ description: 'Number of the clause.' }),
  text: Type.String(),
  pay: Type.Array(Type.String(), { description: 'What its pay rules came to, without amounts.' }),
  measures: Type.Array(Measure),
  employeeRating: Rating,
  headRating: Rating,
});
const Action = Type.Object({
  text: Type.String(),
  month: nullable(Type.String({ description: 'Of the earlier appraisal that it comes from.' })),
  dueOn: Day,
  who: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('called-off')]),
  endedAt: nullable(Type.String()),
});

const Data = Type.Object({
  company: Company,
  number: nullable(Type.String()),
  employee: Person,
  department: Type.String(),
  days: Days,
  currency: Type.String({ description: 'Of lines whose unit is money.' }),
  jobDescription: Type.Object({ title: Type.String(), version: Type.Integer(), inForceFrom: Day }),
  clauses: Type.Array(Clause),
  outside: nullable(
    Type.Object(
      { required: Type.Number(), done: Type.Number(), late: Type.Number(), missed: Type.Number() },
      { description: 'What was assigned outside the job description, counted apart; null when nothing was.' },
    ),
  ),
  overall: nullable(Type.Integer({ description: 'Share of all duties together, basis points.' })),
  employeeRating: Rating,
  headRating: Rating,
  actions: Type.Array(Action),
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
  version: 4,
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
    lines: data.clauses.flatMap((clause) => rowsOf(clause, data.currency, say)),
    overallRatings: [rated(data.employeeRating), rated(data.headRating)],
    outside: data.outside === null ? null : say.text('outside', data.outside),
    actions: data.actions.map((each) => actionView(each, company.timeZone, say)),
    overall: data.overall === null ? none : say.rate(data.overall),
    headRemarks: data.headRemarks,
    employeeRemarks: data.employeeRemarks,
    signatures: [
      signedView(head, company.timeZone, say),
      signedView({ person: employee, signed: data.employeeSigned }, company.timeZone, say),
    ],
  };
}

const none = '–';
const rated = (rating: number | null) => (rating === null ? none : String(rating));

/** A row for each measure of a clause; one without figures where nothing is measured. Text and ratings stand in the first. */
function rowsOf(clause: Static<typeof Clause>, currency: string, say: Say) {
  const first = {
    number: clause.number,
    text: clause.text,
    remark: clause.pay.join('; '),
    ratings: [rated(clause.employeeRating), rated(clause.headRating)],
  };
  const after = { number: '', text: '', remark: '', ratings: ['', ''] };
  if (clause.measures.length === 0) return [{ ...first, norm: null, figures: [none, none, none, none], share: none }];
  return clause.measures.map((measure, index) => ({
    ...(index === 0 ? first : after),
    norm: measure.norm,
    figures: [measure.required, measure.done, measure.late, measure.missed].map((value) =>
      figure(value, measure.unit, currency, say),
    ),
    share: measure.share === null ? none : say.rate(measure.share),
  }));
}

function actionView({ text, month, dueOn, who, state, endedAt }: Static<typeof Action>, timeZone: string, say: Say) {
  const ended = endedAt === null ? '' : say.moment(endedAt, timeZone);
  return {
    text: month === null ? text : `${text} (${say.text('carried', { month: say.month(month) })})`,
    dueOn: say.day(dueOn),
    who,
    state: [say.text(`action-${state}`), ended].filter(Boolean).join(', '),
  };
}

function figure(value: number, unit: Static<typeof Measure>['unit'], currency: string, say: Say): string {
  if (unit === 'money') return say.money(value, currency);
  return unit === 'basis-points' ? say.rate(value) : say.quantity(value);
}
