import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useMemo } from 'react';
import type { Column, List } from '#platform/lists/define.ts';
import { useFormat } from '../format.ts';
import { BareLink } from '../go.tsx';
import { useLanguage } from '../language.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { cellOf, type Tones } from './cell.tsx';
import { CellEditor } from './cell-editor.tsx';
import classes from './list.module.css';
import { nextSort } from './list-state.ts';
import { asRef, isFigure, nameOf, type Row } from './row.ts';
import type { Cells } from './use-cells.ts';
import type { Rows } from './use-rows.ts';
import type { Selection } from './use-selection.ts';
import { widthOf } from './widths.ts';
import { columnWord, valueWord } from './words.ts';

const rowHeight = 37;
export type TableProps = {
  readonly list: List;
  readonly columns: readonly string[];
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly data: Rows;
  readonly cells: Readonly<Record<string, (row: Row) => ReactNode>> | undefined;
  readonly tones: Tones | undefined;
  readonly selection: Selection | null;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly editing: Cells;
};

/** The rows as a table: only those in sight are drawn, the next page comes before the end is reached. */
export function ListTable(props: TableProps): ReactNode {
  const { list, columns, data, selection, active, scroll } = props;
  const { rows, totals, hasMore, more } = data;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 40,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 15) more();
  }, [hasMore, last, rows.length, more]);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const span = columns.length + (selection ? 1 : 0);
  const widths = useWidths(list, columns, rows);
  const least = columns.reduce((sum, name) => sum + (widths[name] ?? 0), selection ? 2.4 : 0);
  return (
    <table className={classes.table} style={{ minWidth: `${least}rem` }} aria-rowcount={hasMore ? -1 : rows.length + 1}>
      <colgroup>
        {selection && <col style={{ width: '2.4rem' }} />}
        {columns.map((name) => (
          <col key={name} style={{ width: `${widths[name]}rem` }} />
        ))}
      </colgroup>
      <Head {...props} />
      <tbody>
        {before > 0 && <Spacer height={before} span={span} />}
        {shown.map(({ index }) => (
          <BodyRow key={(rows[index] as Row).id} {...props} row={rows[index] as Row} index={index} />
        ))}
        {after > 0 && <Spacer height={after} span={span} />}
      </tbody>
      {totals && columns.some((name) => totals[name] !== undefined) && (
        <Foot list={list} columns={columns} totals={totals} picks={selection !== null} />
      )}
    </table>
  );
}

/** The widths by the first rows; later pages do not change them, so that nothing jumps. */
function useWidths(list: List, columns: readonly string[], rows: readonly Row[]): Readonly<Record<string, number>> {
  const language = useLanguage();
  const first = rows[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first row stands for the first page; the words change with the language
  return useMemo(() => {
    const sample = rows.slice(0, 60);
    const width = (name: string) =>
      widthOf(list, name, sample, columnWord(list, name), (value) => valueWord(list, name, value));
    return Object.fromEntries(columns.map((name) => [name, width(name)]));
  }, [list, columns.join(), first, language]);
}

function Head({ list, columns, sort, onSort, selection, data }: TableProps): ReactNode {
  const t = useText(shellTexts);
  const [by, way] = sort.startsWith('-') ? [sort.slice(1), 'descending' as const] : [sort, 'ascending' as const];
  return (
    <thead>
      <tr>
        {selection && (
          <th className={classes.pick} scope="col" data-stays>
            <input
              type="checkbox"
              aria-label={t('web.list.select-all')}
              checked={data.rows.length > 0 && selection.ids.size >= data.rows.length}
              onChange={() => selection.all(data.rows)}
            />
          </th>
        )}
        {columns.map((name, index) => {
          const column = list.columns[name] as Column;
          const word = columnWord(list, name);
          const Arrow = way === 'ascending' ? IconArrowUp : IconArrowDown;
          return (
            <th
              key={name}
              scope="col"
              data-figure={isFigure(column) || undefined}
              aria-sort={by === name ? way : undefined}
              data-stays={staying(index, selection !== null)}
            >
              {column.sortable ? (
                <button
                  type="button"
                  className={classes.sort}
                  data-on={by === name || undefined}
                  onClick={() => onSort(nextSort(sort, name))}
                  title={t('web.list.sort-by', { column: word })}
                >
                  <span className="clip">{word}</span>
                  {by === name && <Arrow size={13} stroke={2} />}
                </button>
              ) : (
                <span title={word}>{word}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function BodyRow(props: TableProps & { row: Row; index: number }): ReactNode {
  const { list, columns, cells, tones, selection, active, onActive, onOpen, row, index, editing } = props;
  const t = useText(shellTexts);
  const format = useFormat();
  const open = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, select, label')) return;
    if (window.getSelection()?.type === 'Range') return;
    onActive(index);
    onOpen(row);
  };
  return (
    // Enter opens the active row, see use-list-keys; the name is a link besides.
    <tr
      className={classes.row}
      data-index={index}
      data-active={index === active || undefined}
      aria-rowindex={index + 2}
      aria-selected={selection ? selection.ids.has(row.id) : undefined}
      tabIndex={-1}
      onClick={open}
    >
      {selection && (
        <td className={classes.pick} data-stays>
          <input
            type="checkbox"
            aria-label={t('web.list.select', { name: nameOf(row, columns) })}
            checked={selection.ids.has(row.id)}
            onChange={() => selection.toggle(row.id)}
          />
        </td>
      )}
      {columns.map((name, at) => {
        // The first cell leads to the row's own screen; a link of its own would lie within that link.
        const leads = at === 0 && row.href !== undefined;
        const drawn = cells?.[name]?.(row) ?? cellOf(list, name, row, format, tones, !leads);
        const editable = editing.editable.includes(name);
        const stands = index === active && editing.at === name;
        return (
          <td
            key={name}
            data-figure={isFigure(list.columns[name] as Column) || undefined}
            data-stays={staying(at, selection !== null)}
            title={wholeText(list.columns[name] as Column, row[name])}
            {...(editable && { 'data-column': name, tabIndex: -1, 'data-stands': stands || undefined })}
          >
            {editable && !(stands && editing.open) && (
              <button
                type="button"
                className={classes.pencil}
                tabIndex={-1}
                aria-label={t('web.list.cell.edit', { column: columnWord(list, name) })}
                title={`${t('web.list.cell.edit', { column: columnWord(list, name) })} (F2)`}
                onClick={() => {
                  onActive(index);
                  editing.edit(name);
                }}
              >
                <IconPencil size={13} stroke={1.8} />
              </button>
            )}
            {stands && editing.open ? (
              <CellEditor
                list={list}
                name={name}
                row={row}
                onClosed={(goOn) => {
                  const next = goOn === 0 ? null : editing.beside(goOn);
                  if (next) editing.edit(next);
                  else editing.stand(name);
                }}
              />
            ) : leads && row.href ? (
              <BareLink to={row.href} className={classes.name}>
                {drawn}
              </BareLink>
            ) : (
              drawn
            )}
          </td>
        );
      })}
    </tr>
  );
}

type FootProps = { list: List; columns: readonly string[]; totals: Readonly<Record<string, number>>; picks: boolean };
function Foot({ list, columns, totals, picks }: FootProps): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const totalOf = (name: string) => {
    const value = totals[name];
    if (value === undefined) return null;
    return list.columns[name]?.type === 'money' ? format.money(value) : format.number(value);
  };
  return (
    <tfoot className={classes.foot}>
      <tr>
        {picks && <td data-stays />}
        {columns.map((name, index) => (
          <td
            key={name}
            data-figure={isFigure(list.columns[name] as Column) || undefined}
            data-stays={staying(index, picks)}
          >
            {index === 0 ? t('web.list.total') : totalOf(name)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function Spacer({ height, span }: { height: number; span: number }): ReactNode {
  return (
    <tr className={classes.spacer} aria-hidden>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

/** The first column stays while others are scrolled, beside the boxes where there are any. */
function staying(index: number, picks: boolean): 'first' | 'picked' | undefined {
  if (index > 0) return undefined;
  return picks ? 'picked' : 'first';
}

/** What a narrow cell may cut off. */
function wholeText(column: Column, value: unknown): string | undefined {
  if (column.type === 'text') return typeof value === 'string' ? value : undefined;
  return asRef(value)?.label;
}
