import type { ReactNode } from 'react';
import { formatRate } from '../format.ts';
import { parseDecimal } from './quantity-field.tsx';
import { type NumberFieldProps, TypedField } from './typed-field.tsx';

/** A rate in basis points, or null; typed as a percentage with at most two decimals. */
export function RateField(props: NumberFieldProps): ReactNode {
  return <TypedField {...props} fault="web.no-rate" print={formatRate} parse={parseRate} />;
}

/** `12.5`, `12,5 %` → 1250. */
export function parseRate(text: string): number | null {
  const percent = parseDecimal(text.replace('%', '').trim());
  if (percent === null) return null;
  const basisPoints = Math.round(percent * 100);
  return Math.abs(basisPoints - percent * 100) < 1e-6 ? basisPoints : null;
}
