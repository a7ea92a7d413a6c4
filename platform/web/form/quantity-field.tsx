import type { ReactNode } from 'react';
import { formatNumber } from '../format.ts';
import { type NumberFieldProps, TypedField } from './typed-field.tsx';

/** A quantity with at most three decimals, or null. `unit` stands behind it. */
export function QuantityField({ unit, ...rest }: NumberFieldProps & { readonly unit?: string }): ReactNode {
  return (
    <TypedField
      {...(unit && { rightSection: <span style={{ fontSize: 12 }}>{unit}</span>, rightSectionWidth: 44 })}
      {...rest}
      fault="web.no-quantity"
      print={formatNumber}
      parse={parseDecimal}
    />
  );
}

/** Reads a plain number: blanks between groups, either decimal mark, at most three decimals. */
export function parseDecimal(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(/,(?=\d{3},|\d{3}\.)/g, '')
    .replace(',', '.');
  return /^-?(\d{1,15}(\.\d{0,3})?|\.\d{1,3})$/.test(plain) ? Number(plain) : null;
}
