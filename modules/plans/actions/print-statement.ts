import type { Period } from '#kernel/period.ts';
import type { Language } from '#kernel/texts.ts';
import { companyOnPaper, issueDocument } from '#platform/documents/issue.ts';
import { ownTemplate } from '#platform/documents/own-template.ts';
import { renderPdf, renderWord } from '#platform/documents/render.ts';
import type { FileReply } from '#platform/http/route.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { readMonth } from '../data/calendar.ts';
import { settledStatement } from '../data/pay.ts';
import { employeeOnPaper, issuedPaper } from '../data/pay-paper.ts';
import { employeeInPaySight } from '../data/people.ts';
import { type PayStatementData, payStatement } from '../documents/pay-statement.ts';
import { toppingUp } from '../pay-rules.ts';
import { explain } from '../rules/explain.ts';
import { floorRule } from '../rules/statement.ts';
import { type Drawn, type DrawnLine, drawStatement } from './draw-statement.ts';

type Format = 'pdf' | 'word';
const mediaTypes = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
/** Rules whose amount is a minimum, named on the paper's head. */
const minimumRules: ReadonlySet<string> = new Set([...toppingUp, floorRule]);
const endings = { pdf: 'pdf', word: 'docx' } as const;

/** Issues the document of a settled statement, in the employee's language. The act that settles calls it. */
export async function issueStatement(
  w: Work,
  statementId: string,
  employeeId: string,
  period: Period,
  drawn: Drawn,
): Promise<void> {
  const { language } = await employeeOnPaper(w, employeeId, period.from, period.to);
  await issueDocument(w, payStatement, {
    subject: { kind: payStatement.kind, id: statementId },
    // No keeper: whoever stands in for the employee must not read it; the employee gets it through `printStatement`.
    permit: 'pay.settle',
    keeperId: null,
    language,
    data: await statementOnPaper(w, employeeId, period, drawn, language, true),
  });
}

/**
 * The statement of a month as a file: as it was issued, or marked as a draft while the month is not settled.
 * @throws Refused 404 out of sight; Error when the issued bytes were altered.
 */
export async function printStatement(
  w: Work,
  employeeId: string,
  monthText: string,
  format: Format,
): Promise<FileReply> {
  const period = readMonth(w, monthText);
  const employee = await employeeInPaySight(w, employeeId);
  const settled = await settledStatement<DrawnLine>(w, employeeId, period.month);
  const issued = settled && (await issuedPaper(w, settled.id));
  const content = (format === 'pdf' ? issued?.pdf : issued?.word) ?? (await draft(w, employeeId, period, format));
  const name = `${sentence(w.registry, w.actor.language, 'pay.file', { name: employee.name, month: period.month })}.${endings[format]}`;
  return { name, mediaType: mediaTypes[format], content };
}

async function draft(w: Work, employeeId: string, period: Period, format: Format): Promise<Buffer> {
  const { language } = w.actor;
  const data = await statementOnPaper(
    w,
    employeeId,
    period,
    await drawStatement(w, employeeId, period),
    language,
    false,
  );
  return format === 'pdf'
    ? renderPdf(payStatement, data, language, await ownTemplate(w, payStatement))
    : renderWord(payStatement, data, language);
}

async function statementOnPaper(
  w: Work,
  employeeId: string,
  period: Period,
  drawn: Drawn,
  language: Language,
  closed: boolean,
): Promise<PayStatementData> {
  const [company, person] = await Promise.all([
    companyOnPaper(w),
    employeeOnPaper(w, employeeId, period.from, period.to),
  ]);
  const minimums = drawn.formula.flatMap(({ rule, settings, month }) =>
    minimumRules.has(rule) && month === undefined ? [(settings as { amount: number }).amount] : [],
  );
  const basis = drawn.formula.find(({ month, version }) => month === undefined && version !== null);
  return {
    company,
    employee: { name: person.name, position: person.position },
    personnelNumber: person.number,
    department: person.department,
    month: period.from.slice(0, 7),
    currency: w.company.currency,
    jobDescription:
      basis?.versionFrom && basis.version !== null ? { version: basis.version, inForceFrom: basis.versionFrom } : null,
    minimumWage: minimums.length > 0 ? Math.max(...minimums) : null,
    lines: drawn.lines.map((line) => lineOnPaper(w, line, language)),
    total: drawn.total,
    closed,
    date: w.today.toString(),
    received: null,
  };
}

function lineOnPaper(w: Work, line: DrawnLine, language: Language): PayStatementData['lines'][number] {
  const said = explain(line, w.company.currency, language);
  const say = (key: string) => sentence(w.registry, language, key, said.values);
  return {
    part: line.part,
    clause: line.clause?.number ?? null,
    title: say(said.title),
    explanation: say(said.explanation),
    base: line.base,
    baseUnit: 'money',
    rate: line.rate,
    amount: line.amount,
    sources: line.sources.map((source) => say(`pay.source.${source.label}`)),
  };
}
