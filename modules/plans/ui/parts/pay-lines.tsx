import { Table, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useLanguage } from '#platform/web/language.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import type { employeePay } from '../../endpoints-pay.ts';
import { explain } from '../../rules/explain.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';

export type Pay = EndpointReply<typeof employeePay>;

/** Each line with the clause that it follows, how it came about, and the way to its sources. */
export function PayLines({ pay }: { pay: Pay }): ReactNode {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  return (
    <div className={classes.table}>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('pay.clause')}</Table.Th>
            <Table.Th>{t('pay.what')}</Table.Th>
            <Table.Th className="number">{t('pay.base')}</Table.Th>
            <Table.Th className="number">{t('pay.rate')}</Table.Th>
            <Table.Th className="number">{t('plans.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pay.lines.map((line) => (
            <PayLine
              key={`${line.clause?.id ?? ''} ${line.title} ${line.params.month ?? ''}`}
              line={line}
              currency={pay.currency}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={4}>
              {t('pay.total')}
            </Table.Th>
            <Table.Td className={`number ${classes.total}`}>{format.money(pay.total, pay.currency)}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

function PayLine({ line, currency }: { line: Pay['lines'][number]; currency: string }) {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const format = useFormat();
  const language = useLanguage();
  const said = explain(line, currency, language);
  const { clause } = line;
  return (
    <Table.Tr>
      <Table.Td>
        {clause ? (
          <Tooltip
            multiline
            maw={420}
            label={`${clause.title}, ${t('pay.version', { version: clause.version })}: ${clause.text}`}
          >
            <Go to={`/job-descriptions/versions/${clause.versionId}`}>{clause.number}</Go>
          </Tooltip>
        ) : (
          <span className={classes.explained}>{t('pay.by-law')}</span>
        )}
      </Table.Td>
      <Table.Td miw={180}>
        {say(said.title, said.values)}
        <div className={classes.explained}>{say(said.explanation, said.values)}</div>
        {line.sources.length > 0 && (
          <div className={classes.explained}>
            {line.sources.map((source) => (
              <Go key={source.href} to={source.href} mr={8}>
                {say(`pay.source.${source.label}`)}
              </Go>
            ))}
          </div>
        )}
      </Table.Td>
      <Table.Td className="number">{line.base === null ? '' : format.money(line.base, currency)}</Table.Td>
      <Table.Td className="number">{line.rate === null ? '' : format.rate(line.rate)}</Table.Td>
      <Table.Td className="number">{format.money(line.amount, currency)}</Table.Td>
    </Table.Tr>
  );
}
