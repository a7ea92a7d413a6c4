import type { ReactNode } from 'react';
import { formatMoney, parseMoney } from '#kernel/money.ts';
import { companyCurrency } from '../format.ts';
import { useLanguage } from '../language.ts';
import { type NumberFieldProps, TypedField } from './typed-field.tsx';

/** An amount in minor units, or null; typed and pasted in any usual notation. The company's currency unless named. */
export function MoneyField({ currency, ...rest }: NumberFieldProps & { readonly currency?: string }): ReactNode {
  const language = useLanguage();
  const of = currency ?? companyCurrency();
  return (
    <TypedField
      {...rest}
      fault="web.no-money"
      print={(amount) => formatMoney({ amount, currency: of }, language)}
      parse={(text) => parseMoney(text, of, language)?.amount ?? null}
    />
  );
}
