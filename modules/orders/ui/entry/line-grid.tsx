import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconScale, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { QuantityField } from '#platform/web/form/quantity-field.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import type { previewOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { amountOfLine, type EntryLine } from './entry.ts';
import classes from './order-entry.module.css';

type Judged = EndpointReply<typeof previewOrder>['lines'][number];
type GridProps = {
  readonly lines: readonly EntryLine[];
  readonly judged: readonly Judged[];
  readonly onChange: (at: number, change: Partial<EntryLine>) => void;
  readonly onRemove: (at: number) => void;
  /** Where Enter goes from a line. */
  readonly onLeave: () => void;
};
/** How many times the usual quantity is worth a warning. */
const unusualFrom = 3;

/** The lines of an order. Arrows go from line to line, Enter back to the product field, Ctrl Delete takes a line away. */
export function LineGrid({ lines, judged, onChange, onRemove, onLeave }: GridProps): ReactNode {
  const t = useText(texts);
  return (
    <table className={classes.grid} aria-label={t('orders.lines')}>
      <thead>
        <tr className={classes.head}>
          {(['product', 'quantity', 'price', 'discount', 'amount'] as const).map((each) => (
            <th key={each} scope="col" data-number={each !== 'product' || undefined}>
              {t(`orders.${each}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <Line
            key={line.productId}
            line={line}
            at={at}
            judged={judged.find((each) => each.position === at + 1)}
            onChange={onChange}
            onRemove={onRemove}
            onLeave={onLeave}
          />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = Pick<GridProps, 'onChange' | 'onRemove' | 'onLeave'> & {
  line: EntryLine;
  at: number;
  judged: Judged | undefined;
};

const Line = memo(function Line({ line, at, judged, onChange, onRemove, onLeave }: LineProps): ReactNode {
  const t = useText(texts);
  const format = useFormat();
  const amount = amountOfLine(line);
  const named = (what: 'quantity' | 'price' | 'discount') => ({
    'aria-label': t('orders.entry.line-of', { what: t(`orders.${what}`), product: line.name }),
    'data-cell': `${what}-${at}`,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey) {
        if (event.key === 'Delete') onRemove(at);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        onLeave();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        focusCell(`${what}-${event.key === 'ArrowDown' ? at + 1 : at - 1}`);
      }
    },
  });
  const unusual = judged?.timesUsual !== null && judged !== undefined && judged.timesUsual >= unusualFrom;
  return (
    <tr className={classes.line}>
      <td className={classes.product}>
        <Text span size="xs" c="dimmed" className="numerals">
          {line.code}
        </Text>
        <span className="clip">{line.name}</span>
        {unusual && (
          <Mark
            icon={<IconScale size={15} />}
            label={t('orders.entry.unusual', { times: Math.round(judged?.timesUsual ?? 0) })}
          />
        )}
        {judged !== undefined && judged.effectiveDiscountBp > 0 && (
          <Mark
            icon={<IconArrowDownRight size={15} />}
            label={t('orders.entry.given', { rate: format.rate(judged.effectiveDiscountBp) })}
          />
        )}
      </td>
      <td>
        <QuantityField
          size="xs"
          unit={line.unit}
          value={line.quantity}
          onChange={(quantity) => onChange(at, { quantity })}
          {...named('quantity')}
        />
      </td>
      <td>
        <MoneyField
          size="xs"
          value={line.unitPrice ?? line.columnPrice}
          onChange={(unitPrice) => onChange(at, { unitPrice })}
          data-by-hand={line.unitPrice !== null || undefined}
          {...named('price')}
        />
      </td>
      <td>
        <RateField
          size="xs"
          value={line.discountBp}
          onChange={(discountBp) => onChange(at, { discountBp })}
          {...named('discount')}
        />
      </td>
      <td className="number">{amount === null ? '–' : format.money(amount)}</td>
      <td>
        <ActionIcon aria-label={t('orders.entry.remove', { product: line.name })} onClick={() => onRemove(at)}>
          <IconX size={15} />
        </ActionIcon>
      </td>
    </tr>
  );
});

function Mark({ icon, label }: { icon: ReactNode; label: string }): ReactNode {
  return (
    <Tooltip label={label}>
      <span className={classes.mark} role="img" aria-label={label}>
        {icon}
      </span>
    </Tooltip>
  );
}

/** Puts the cursor into a cell; out of the grid there is none, and it stays. */
function focusCell(name: string): void {
  document.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus();
}
