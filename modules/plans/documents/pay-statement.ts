import Type, { type Static } from 'typebox';
import { amountInWords } from '#platform/documents/amount-in-words.ts';
import { companyView, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { samplePayStatement } from './pay-statement.sample.ts';
import { payStatementTexts } from './pay-statement.texts.ts';
import { wordOfPayStatement } from './pay-statement.word.ts';

const Line = Type.Object({
  part: Type.Union([
    Type.Literal('fixed'),
    Type.Literal('percentage'),
    Type.Literal('variable'),
    Type.Literal('per-order'),
    Type.Literal('top-up'),
    Type.Literal('carried'),
  ]),
  clause: nullable(Type.String({ description: 'Number of the clause that the rule stands in.' })),
  title: Type.String({ minLength: 1 }),
  explanation: Type.String({ description: 'How the amount came about, in the language of the document.' }),
  base: nullable(Type.Number()),
  /** What the base counts: minor units, pieces (clients, days), or basis points of a plan. */
  baseUnit: Type.Union([Type.Literal('money'), Type.Literal('count'), Type.Literal('basis-points')]),
  rate: nullable(Type.Integer({ description: 'Basis points.' })),
  amount: Type.Integer({ description: 'Minor units; negative when taken back.' }),
  sources: Type.Array(Type.String()),
});
type Line = Static<typeof Line>;

/** In the order of the statement. */
const parts: readonly Line['part'][] = ['fixed', 'percentage', 'variable', 'per-order', 'top-up', 'carried'];

const Data = Type.Object({
  company: Company,
  employee: Person,
  personnelNumber: Type.String(),
  department: Type.String(),
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  jobDescription: nullable(Type.Object({ version: Type.Integer(), inForceFrom: Day })),
  minimumWage: nullable(Type.Integer({ description: 'Minor units for a full month, by law or by a clause.' })),
  lines: Type.Array(Line),
  total: Type.Integer({ description: 'Minor units; the sum of all lines.' }),
  closed: Type.Boolean({ description: 'False while the month may still change: printed as a draft.' }),
  date: Day,
  received: nullable(Signature),
});
export type PayStatementData = Static<typeof Data>;
type Say = Wording<keyof typeof payStatementTexts>;

/** What one employee earned in a month, each line with its base, rate, clause and sources. */
export const payStatement = defineDocument({
  kind: 'pay-statement',
  version: 2,
  data: Data,
  texts: payStatementTexts,
  template: new URL('./pay-statement.typ', import.meta.url),
  sample: samplePayStatement,
  view: viewOfStatement,
  word: wordOfPayStatement,
});

export type PayStatementView = ReturnType<typeof viewOfStatement>;

function viewOfStatement(data: PayStatementData, say: Say) {
  const { company, employee, currency, jobDescription, minimumWage } = data;
  requireSum(data);
  const month = say.month(data.month);
  const title = say.text('file-title', { name: employee.name, month });
  const basis = jobDescription && { version: jobDescription.version, from: say.day(jobDescription.inForceFrom) };
  return {
    title,
    heading: say.text('title'),
    forMonth: say.text('for-month', { month }),
    foot: title,
    date: data.date,
    draft: !data.closed,
    company: companyView(company),
    particulars: [
      [say.text('employee'), employee.name],
      [say.text('position'), employee.position],
      [say.text('department'), data.department],
      [say.text('personnel-number'), data.personnelNumber],
      [say.text('basis'), basis ? say.text('basis-is', basis) : ''],
      [say.text('minimum-wage'), minimumWage === null ? '' : say.money(minimumWage, currency)],
    ] satisfies [string, string][],
    amountHead: say.text('amount', { currency }),
    parts: parts.flatMap((part) => partView(part, data, say)),
    total: say.amount(data.total, currency),
    inWords: say.text('in-words', { words: amountInWords(data.total, currency, say.language) }),
    preview: data.closed ? null : say.text('preview'),
    receiver: signedView({ person: employee, signed: data.received }, company.timeZone, say),
  };
}

function partView(part: Line['part'], { lines, currency }: PayStatementData, say: Say) {
  const own = lines.filter((line) => line.part === part);
  if (own.length === 0) return [];
  return {
    title: say.text(`part-${part}`),
    lines: own.map((line) => lineView(line, currency, say)),
    total: say.amount(
      own.reduce((so, line) => so + line.amount, 0),
      currency,
    ),
  };
}

function lineView(line: Line, currency: string, say: Say) {
  return {
    clause: line.clause ?? '',
    title: line.title,
    explanation: line.explanation,
    sources: line.sources.length === 0 ? '' : say.text('sources', { list: line.sources.join('; ') }),
    base: line.base === null ? '' : base(line.base, line.baseUnit, currency, say),
    rate: line.rate === null ? '' : say.rate(line.rate),
    amount: say.amount(line.amount, currency),
  };
}

function base(value: number, unit: Line['baseUnit'], currency: string, say: Say): string {
  if (unit === 'money') return say.amount(value, currency);
  return unit === 'basis-points' ? say.rate(value) : say.quantity(value);
}

/** A statement whose total is not the sum of its lines must never reach a person. */
function requireSum({ lines, total }: PayStatementData): void {
  const sum = lines.reduce((so, line) => so + line.amount, 0);
  if (sum !== total) throw new TypeError(`data of pay-statement: the lines make ${sum}, the total says ${total}`);
}
