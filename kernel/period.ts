/** A half-open range of business days, `from` ≤ day < `to`, each `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

/** The period of a month `YYYY-MM`. */
export function monthPeriod(month: string): Period {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return { from: first.toString(), to: first.add({ months: 1 }).toString() };
}
