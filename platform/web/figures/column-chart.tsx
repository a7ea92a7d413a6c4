import type { ReactNode } from 'react';
import { formatNumber } from '../format.ts';
import classes from './column-chart.module.css';

export type ColumnSeries = { readonly key: string; readonly label: string; readonly values: readonly number[] };
type ColumnChartProps = {
  /** What the picture shows, for whoever does not see it; its figures stand in the table behind it. */
  readonly label: string;
  /** Under the columns. */
  readonly columns: readonly string[];
  /** Stacked from below, at most six. */
  readonly series: readonly ColumnSeries[];
  readonly format?: (value: number) => string;
};

const width = 640;
const height = 160;
const foot = 16;

/** Columns of one or several stacked series, period by period. Put the table with its figures behind it. */
export function ColumnChart({ label, columns, series, format = formatNumber }: ColumnChartProps): ReactNode {
  const most = Math.max(1, ...columns.map((_, at) => heightsAt(series, at).reduce((so, value) => so + value, 0)));
  const step = width / Math.max(1, columns.length);
  const wide = Math.min(step * 0.7, 48);
  const every = Math.ceil(columns.length / 8);
  return (
    <figure style={{ margin: 0 }}>
      <svg className={classes.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <title>{label}</title>
        <g className={classes.columns}>
          {columns.map((column, at) => {
            let base = 0;
            return heightsAt(series, at).map((value, index) => {
              const tall = (value / most) * (height - foot - 4);
              base += tall;
              const named = series[index];
              return (
                <rect
                  key={`${column} ${named?.key}`}
                  data-series={index}
                  x={at * step + (step - wide) / 2}
                  y={height - foot - base}
                  width={wide}
                  height={tall}
                >
                  <title>{`${column}: ${named?.label} ${format(value)}`}</title>
                </rect>
              );
            });
          })}
        </g>
        {columns.map(
          (column, at) =>
            at % every === 0 && (
              <text key={column} className={classes.axis} x={at * step + step / 2} y={height - 4} textAnchor="middle">
                {column}
              </text>
            ),
        )}
      </svg>
      {series.length > 1 && (
        <ul className={classes.legend}>
          {series.map((each, index) => (
            <li key={each.key} data-series={index}>
              {each.label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** What is negative has no column. */
function heightsAt(series: readonly ColumnSeries[], at: number): number[] {
  return series.map(({ values }) => Math.max(0, values[at] ?? 0));
}
