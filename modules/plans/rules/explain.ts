import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/texts.ts';
import type { StatementLine } from './statement.ts';

/** The text keys of a line's title and explanation, with the values that fill them. */
export type Explained = {
  readonly title: string;
  readonly explanation: string;
  readonly values: Readonly<Record<string, unknown>>;
};
type Explainable = Pick<StatementLine<unknown>, 'part' | 'title' | 'params' | 'base' | 'rate'>;

/** How a line is said and how its amount came about, for the screen and the paper alike. */
export function explain(line: Explainable, currency: string, language: Language): Explained {
  return {
    title: `pay.line.${line.title}`,
    explanation: `pay.explained.${explanationOf(line)}`,
    values: {
      ...wordsOf({ ...line.params, base: line.base, rate: line.rate }, currency, language),
      ...(typeof line.params.month === 'string' && { monthName: monthName(line.params.month, language) }),
    },
  };
}

const moneyMetric = 'sales';
const outcomes = ['unplanned', 'below', 'over'] as const;

/** Lines of one part are explained alike, but for what they count and how it went. */
function explanationOf({ part, title }: Explainable): string {
  const outcome = outcomes.find((each) => title.endsWith(`-${each}`));
  const unit = title.includes(`-${moneyMetric}`) ? 'money' : 'count';
  if (title === 'legal-minimum') return 'legal-minimum';
  if (outcome === 'unplanned') return title.startsWith('variable-') ? 'unplanned' : `${kindOf(title)}-unplanned`;
  if (title.startsWith('steps-')) return outcome ? `steps-${outcome}-${unit}` : `steps-${unit}`;
  if (title.startsWith('scaled-')) return outcome ? `scaled-${outcome}` : 'scaled';
  if (part !== 'variable') return part;
  return outcome === 'over' ? `over-${unit}` : `variable-${unit}`;
}

function kindOf(title: string): string {
  return title.slice(0, title.indexOf('-'));
}

function monthName(month: string, language: Language): string {
  const noon = Temporal.Instant.from(`${month}-15T12:00:00Z`).epochMilliseconds;
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon);
}

/** Beside every whole number `x` stand `xMoney` and `xPercent`; what is not there is `none`, which `select` can take. */
function wordsOf(
  values: Readonly<Record<string, unknown>>,
  currency: string,
  language: Language,
): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    words[key] = value ?? 'none';
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) continue;
    words[`${key}Money`] = formatMoney(money(value, currency), language);
    words[`${key}Percent`] = value / 100;
  }
  return words;
}
