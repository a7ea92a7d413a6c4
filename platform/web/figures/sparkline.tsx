import type { ReactNode } from 'react';
import { formatNumber } from '../format.ts';

type Point = { readonly label: string; readonly value: number };
type SparklineProps = {
  readonly label: string;
  readonly points: readonly Point[];
  readonly format?: (value: number) => string;
  readonly width?: number;
  readonly height?: number;
};

/** A line small enough for a cell; every point is in its words, for whoever does not see it. */
export function Sparkline({
  label,
  points,
  format = formatNumber,
  width = 96,
  height = 24,
}: SparklineProps): ReactNode {
  const words = `${label}: ${points.map((point) => `${point.label} ${format(point.value)}`).join('; ')}`;
  const places = placesOf(points, width, height);
  const last = places.at(-1);
  return (
    <svg
      role="img"
      aria-label={words}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ display: 'block' }}
    >
      <title>{words}</title>
      <polyline
        points={places.map(([x, y]) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last && <circle cx={last[0]} cy={last[1]} r={2.2} fill="var(--mantine-primary-color-filled)" />}
    </svg>
  );
}

/** Where the points stand; the scale includes zero, so that a small change does not look like a great one. */
export function placesOf(points: readonly Point[], width: number, height: number): [x: number, y: number][] {
  const values = points.map((point) => point.value);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const span = most - least || 1;
  const step = points.length > 1 ? (width - 6) / (points.length - 1) : 0;
  const round = (value: number) => Math.round(value * 10) / 10;
  return values.map((value, index) => [
    round(3 + index * step),
    round(3 + (1 - (value - least) / span) * (height - 6)),
  ]);
}
