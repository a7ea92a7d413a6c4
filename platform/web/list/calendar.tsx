import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Column } from '#platform/lists/define.ts';
import { useAddressState } from '../address.ts';
import { companyToday, useFormat } from '../format.ts';
import { BareLink } from '../go.tsx';
import { useKeys } from '../keys.ts';
import { useLanguage } from '../language.ts';
import { ProblemView } from '../problem-view.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './calendar.module.css';
import { plainCell } from './cell.tsx';
import { type Face, type FaceSetting, weeksOf, withoutColumn } from './face.ts';
import type { Row } from './row.ts';
import { useRows } from './use-rows.ts';
import { valueWord } from './words.ts';

type CalendarOptions = {
  /** The date column by which rows lie on their days. */
  readonly on: string;
  /** The columns that name a row. */
  readonly named: readonly string[];
};
/** Rows of a month that are fetched at most; a month with more is read as a list. */
const most = 600;
const mostADay = 4;

/** A list as a calendar of months: each row on its day. */
export function calendarFace(options: CalendarOptions): Face {
  return { key: 'calendar', render: (setting) => <Calendar {...options} {...setting} /> };
}

function Calendar({ on, named, list, query, tones }: CalendarOptions & FaceSetting): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const language = useLanguage();
  const today = companyToday();
  const [month, setMonth] = useAddressState('month', today.slice(0, 7));
  const weeks = weeksOf(month);
  const days = weeks.flat();
  const [from = today, to = today] = [days[0]?.toString(), days.at(-1)?.toString()];
  const data = useRows(
    list,
    { ...withoutColumn(query, on), [`${on}.gte`]: from, [`${on}.lte`]: to, sort: `-${on}` },
    false,
  );
  const { rows, hasMore, more } = data;
  useEffect(() => {
    if (hasMore && rows.length < most) more();
  }, [hasMore, rows.length, more]);
  const move = (by: number) => setMonth(Temporal.PlainYearMonth.from(month).add({ months: by }).toString());
  useKeys([
    { keys: 'ArrowLeft', label: t('web.list.calendar.before'), run: () => move(-1) },
    { keys: 'ArrowRight', label: t('web.list.calendar.after'), run: () => move(1) },
  ]);
  const byDay = Map.groupBy(rows, (row) => String(row[on]));
  const words = (row: Row) =>
    named
      .map((name) => {
        const column = list.columns[name] as Column;
        return column.type === 'enum' ? valueWord(list, name, String(row[name])) : plainCell(column, row[name], format);
      })
      .join(' · ');
  const toneOf = (row: Row) =>
    Object.entries(tones ?? {}).flatMap(([name, of]) => of[String(row[name])] ?? [])[0] ?? 'neutral';
  const monthWord = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const date = (day: Temporal.PlainDate) => new Date(`${day}T00:00:00Z`);
  return (
    <div className={classes.calendar}>
      <div className={classes.head}>
        <ActionIcon
          aria-label={t('web.list.calendar.before')}
          title={`${t('web.list.calendar.before')} (←)`}
          onClick={() => move(-1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <h2 aria-live="polite">{monthWord.format(new Date(`${month}-01T00:00:00Z`))}</h2>
        <ActionIcon
          aria-label={t('web.list.calendar.after')}
          title={`${t('web.list.calendar.after')} (→)`}
          onClick={() => move(1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button variant="default" size="compact-sm" onClick={() => setMonth(today.slice(0, 7))}>
          {t('web.rail.today')}
        </Button>
      </div>
      {data.problem && rows.length === 0 && <ProblemView problem={data.problem} onRetry={data.refetch} />}
      {hasMore && rows.length >= most && (
        <p className={classes.beyond}>{t('web.list.calendar.beyond', { count: most })}</p>
      )}
      <div className={classes.weekdays} aria-hidden>
        {weeks[0]?.map((day) => (
          <span key={day.dayOfWeek}>{weekday.format(date(day))}</span>
        ))}
      </div>
      <ol className={classes.days}>
        {days.map((day) => {
          const of = byDay.get(day.toString()) ?? [];
          return (
            <li
              key={day.toString()}
              className={classes.day}
              data-other={day.toPlainYearMonth().toString() !== month || undefined}
              data-today={day.toString() === today || undefined}
              data-empty={of.length === 0 || undefined}
            >
              <time dateTime={day.toString()} title={format.date(day.toString())}>
                <span>{day.day}</span>
                <span className={classes.whole}>{format.date(day.toString())}</span>
              </time>
              {of.slice(0, mostADay).map((row) => (
                <BareLink
                  key={row.id}
                  to={row.href ?? '#'}
                  className={classes.entry}
                  data-tone={toneOf(row)}
                  title={words(row)}
                >
                  {words(row)}
                </BareLink>
              ))}
              {of.length > mostADay && (
                <BareLink
                  to={`?${new URLSearchParams({ [`${on}.gte`]: day.toString(), [`${on}.lte`]: day.toString() })}`}
                  className={classes.more}
                >
                  {t('web.list.calendar.more', { count: of.length - mostADay })}
                </BareLink>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
