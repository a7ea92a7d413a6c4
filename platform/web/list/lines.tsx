import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect } from 'react';
import type { Column } from '#platform/lists/define.ts';
import { useFormat } from '../format.ts';
import { cellOf, plainCell } from './cell.tsx';
import classes from './list.module.css';
import { asRef, isFigure, type Row } from './row.ts';
import type { TableProps } from './table.tsx';
import { columnWord } from './words.ts';

const lineHeight = 64;

/** The rows of a phone: who, how much, and what else matters, each a line to touch. */
export function ListLines(props: TableProps): ReactNode {
  const { data, scroll } = props;
  const { rows, hasMore, more } = data;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 12) more();
  }, [hasMore, last, rows.length, more]);
  return (
    <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
      <div style={{ position: 'absolute', insetInline: 0, top: shown[0]?.start ?? 0 }}>
        {shown.map(({ index }) => (
          <Line key={(rows[index] as Row).id} {...props} row={rows[index] as Row} />
        ))}
      </div>
    </div>
  );
}

function Line({ list, columns, cells, tones, onOpen, row }: TableProps & { row: Row }): ReactNode {
  const format = useFormat();
  const [first = '', ...rest] = columns;
  const side = rest.find((name) => isFigure(list.columns[name] as Column));
  const under = rest
    .filter((name) => name !== side && row[name] !== null && row[name] !== '' && row[name] !== undefined)
    .slice(0, 3);
  const draw = (name: string) => {
    const column = list.columns[name] as Column;
    if (column.type === 'enum') return cells?.[name]?.(row) ?? cellOf(list, name, row, format, tones, false);
    return plainCell(column, row[name], format);
  };
  return (
    <button type="button" className={classes.line} onClick={() => onOpen(row)}>
      <span className="clip" style={{ fontWeight: 580 }}>
        {asRef(row[first])?.label ?? String(row[first] ?? '')}
      </span>
      <span className={classes.side} title={side && columnWord(list, side)}>
        {side && draw(side)}
      </span>
      <span className={classes.under}>
        {under.map((name) => (
          <span key={name} className="clip" title={columnWord(list, name)}>
            {draw(name)}
          </span>
        ))}
      </span>
    </button>
  );
}
