/**
 * Reads a day as people type it: `14` and `14.5` in the nearest future or the same year, `14.05.26`, `2026-05-14`,
 * `+7` and `-7` days from today. Null for what is no day.
 */
export function dayOf(text: string, today: string): string | null {
  const now = Temporal.PlainDate.from(today);
  const trimmed = text.trim();
  const shift = /^([+-])(\d{1,4})$/.exec(trimmed);
  if (shift) return now.add({ days: Number(`${shift[1]}${shift[2]}`) }).toString();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = /^(\d{1,2})(?:[./ -](\d{1,2})(?:[./ -](\d{2}|\d{4}))?)?\.?$/.exec(trimmed);
  if (!typed) return null;
  const [, day, month, year] = typed;
  if (month === undefined) {
    const here = real(now.year, now.month, Number(day));
    if (here !== null && here >= today) return here;
    const next = now.with({ day: 1 }).add({ months: 1 });
    return real(next.year, next.month, Number(day)) ?? here;
  }
  const full = year === undefined ? now.year : year.length === 2 ? 2000 + Number(year) : Number(year);
  return real(full, Number(month), Number(day));
}

function real(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
