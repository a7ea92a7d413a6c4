import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import type { plan } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { toneOf } from './metric-card.tsx';

type Part = EndpointReply<typeof plan>['breakdown'][number];

/** The sales plan by product group and by client, as far as it was broken down; every fact opens its sales. */
export function Breakdown({ parts }: { parts: readonly Part[] }): ReactNode {
  const t = useText(plansScreenTexts);
  if (parts.length === 0) return null;
  return (['category', 'client'] as const).map((by) => {
    const own = parts.filter((part) => part.by === by);
    return own.length === 0 ? null : (
      <section key={by} className={classes.section}>
        <h2 className={classes.heading}>{t(`plans.by.${by}`)}</h2>
        <Parts parts={own} head={t(by === 'category' ? 'plans.group' : 'plans.client')} />
      </section>
    );
  });
}

function Parts({ parts, head }: { parts: readonly Part[]; head: string }) {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const money = (value: number | null) => (value === null ? '—' : format.money(value));
  const heads = ['plans.plan', 'plans.fact', 'plans.share', 'plans.run-rate', 'plans.forecast', 'plans.over'] as const;
  return (
    <div className={classes.table}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            {heads.map((each) => (
              <Table.Th key={each} className="number">
                {t(each)}
              </Table.Th>
            ))}
            <Table.Th aria-label={t('plans.share')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map((part) => (
            <Table.Tr key={part.id ?? 'rest'}>
              <Table.Th scope="row" fw={400} {...(part.id === null && { c: 'dimmed' })}>
                {part.id === null ? t('plans.rest') : (part.label ?? '—')}
              </Table.Th>
              <Table.Td className="number">{money(part.plan)}</Table.Td>
              <Table.Td className="number">
                <Go to={part.href}>{format.money(part.fact)}</Go>
              </Table.Td>
              <Table.Td className="number">{part.share === null ? '—' : format.rate(part.share)}</Table.Td>
              <Table.Td className="number">{money(part.runRate)}</Table.Td>
              <Table.Td className="number">{money(part.forecast)}</Table.Td>
              <Table.Td className="number">{part.over > 0 ? format.money(part.over) : '—'}</Table.Td>
              <Table.Td miw={120}>
                {part.plan !== null && (
                  <BulletChart
                    bare
                    label={part.label ?? t('plans.rest')}
                    plan={part.plan}
                    fact={part.fact}
                    format={format.money}
                    tone={toneOf(part)}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
