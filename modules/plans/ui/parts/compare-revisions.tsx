import { Select, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ListReply } from '#platform/lists/define.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useFormat } from '#platform/web/format.ts';
import { asRef, type Row } from '#platform/web/list/row.ts';
import { useRead } from '#platform/web/query.ts';
import { ScrollBox } from '#platform/web/scroll-box.tsx';
import { useText } from '#platform/web/texts.ts';
import { comparePlanRevisions, planRevisions } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { monthName } from './months.tsx';
import { useUnit } from './units.ts';

type Asked = { readonly employee?: string; readonly department?: string; readonly metric: string };

/** Two revisions of one plan side by side, with the parts that it had then. */
export function CompareRevisions({ asked, month }: { asked: Asked; month: string | undefined }): ReactNode {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const [chosen, choose] = useState<{ month?: string; before?: string; after?: string }>({});
  const read = useRead(
    planRevisions.read,
    { query: { ...asked, ...(month && { month }), limit: 200 } },
    { keep: true },
  );
  const rows = ((read.data as ListReply | undefined)?.items ?? []) as Row[];
  const months = [...new Set(rows.map((row) => String(row.month)))];
  const of = chosen.month ?? months[0];
  const moments = momentsOf(rows.filter((row) => row.month === of));
  const options = moments.map((row) => ({
    value: row.id,
    label: [format.dateTime(String(row.setAt)), asRef(row.setBy)?.label].filter(Boolean).join(' · '),
  }));
  const after = chosen.after ?? moments[0]?.id;
  const before = chosen.before ?? moments[1]?.id;
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('plans.compare')}>
      <div className={classes.compared}>
        {months.length > 1 && (
          <Select
            label={t('plans.compare-month')}
            allowDeselect={false}
            value={of ?? null}
            onChange={(next) => choose(next ? { month: next } : {})}
            data={months.map((each) => ({ value: each, label: monthName(each.slice(0, 7)) }))}
          />
        )}
        {(['before', 'after'] as const).map((side) => (
          <Select
            key={side}
            label={t(`plans.compare-${side}`)}
            allowDeselect={false}
            miw={250}
            value={(side === 'before' ? before : after) ?? null}
            onChange={(next) => choose((so) => ({ ...so, ...(next && { [side]: next }) }))}
            data={options}
          />
        ))}
      </div>
      {before && after ? (
        <Compared before={before} after={after} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('plans.compare-hint')}
        </Text>
      )}
    </section>
  );
}

/** One save can set a plan with all its parts: each moment is offered once. */
function momentsOf(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [String(row.setAt), row])).values()];
}

function Compared({ before, after }: { before: string; after: string }) {
  const t = useText(plansScreenTexts);
  const read = useRead(comparePlanRevisions, { query: { before, after } }, { keep: true });
  const { print } = useUnit(read.data?.unit ?? 'money');
  if (!read.data) return <Awaiting read={read} like="list" />;
  const value = (amount: number | null) => (amount === null ? '—' : print(amount));
  const kinds = { category: t('plans.by.category'), client: t('plans.by.client') };
  return (
    <div className={classes.compare}>
      <ScrollBox label={t('plans.compare')}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('plans.plan')}</Table.Th>
              {(['before', 'after', 'change'] as const).map((column) => (
                <Table.Th key={column} className="number">
                  {t(`plans.compare-${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {read.data.figures.map((figure) => (
              <Table.Tr key={`${figure.by} ${figure.id}`}>
                <Table.Th scope="row" fw={figure.by === 'whole' ? 600 : 400}>
                  {figure.by === 'whole' ? t('plans.whole') : (figure.label ?? '—')}
                  {figure.by !== 'whole' && <div className={classes.explained}>{kinds[figure.by]}</div>}
                </Table.Th>
                <Table.Td className="number">{value(figure.before)}</Table.Td>
                <Table.Td className="number">{value(figure.after)}</Table.Td>
                <Table.Td className="number">
                  {figure.change > 0 && '+'}
                  {print(figure.change)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </div>
  );
}
