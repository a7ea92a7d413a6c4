import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import type { plan } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';

/** The sales plan by product group and by client, as far as it was broken down. */
export function Breakdown({ parts }: { parts: EndpointReply<typeof plan>['breakdown'] }): ReactNode {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  if (parts.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('plans.breakdown')}</h2>
      <div className={classes.table}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('plans.part')}</Table.Th>
              <Table.Th className="number">{t('plans.plan')}</Table.Th>
              <Table.Th className="number">{t('plans.fact')}</Table.Th>
              <Table.Th className="number">{t('plans.share')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part.id}>
                <Table.Td>{part.label ?? '—'}</Table.Td>
                <Table.Td className="number">{format.money(part.plan)}</Table.Td>
                <Table.Td className="number">{format.money(part.fact)}</Table.Td>
                <Table.Td className="number">{part.share === null ? '—' : format.rate(part.share)}</Table.Td>
                <Table.Td miw={140}>
                  <BulletChart bare label={part.label ?? ''} plan={part.plan} fact={part.fact} format={format.money} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
