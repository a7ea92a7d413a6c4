import { Stack, Switch, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { listExports } from '#platform/security/endpoints.ts';
import { useAddressState } from '../address.ts';
import { StatusBadge } from '../figures/status-badge.tsx';
import { useFormat } from '../format.ts';
import { reading } from '../query.ts';
import { useText } from '../texts.ts';
import { LogTable } from './log-table.tsx';
import { watchTexts } from './texts.ts';

type Taken = EndpointReply<typeof listExports>['items'][number];

/** What was exported, newest first; who went beyond the day's limit stands out. */
export function Exports({ of }: { of: { readonly employee?: string } }): ReactNode {
  const t = useText(watchTexts);
  const [beyond, setBeyond] = useAddressState('beyond', '');
  const query = { ...of, ...(beyond !== '' && { beyond: true }) };
  return (
    <Stack>
      <Text c="dimmed" size="sm" maw={760}>
        {t('web.security.exports.hint')}
      </Text>
      <Switch
        label={t('web.security.beyond.only')}
        checked={beyond !== ''}
        onChange={(event) => setBeyond(event.currentTarget.checked ? '1' : '')}
      />
      <LogTable
        key={JSON.stringify(query)}
        pageBefore={(before) => reading(listExports, { query: { ...query, ...(before !== undefined && { before }) } })}
        label={t('web.security.exports')}
        empty={{ title: t('web.security.no-exports'), hint: t('web.security.no-exports.hint') }}
        width={760}
        headings={[
          { label: t('web.security.when') },
          { label: t('web.security.who') },
          { label: t('web.security.list') },
          { label: t('web.security.way') },
          { label: t('web.security.rows'), right: true },
          { label: t('web.security.clients'), right: true },
          { label: t('web.security.filters') },
        ]}
        cells={(taken) => <Cells taken={taken} />}
      />
    </Stack>
  );
}

function Cells({ taken }: { taken: Taken }): ReactNode {
  const t = useText(watchTexts);
  const format = useFormat();
  return (
    <>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(taken.at)}</Table.Td>
      <Table.Td>
        {taken.employee.name}
        {taken.beyond && (
          <div>
            <StatusBadge tone="bad" label={t('web.security.beyond')} />
          </div>
        )}
      </Table.Td>
      <Table.Td>{taken.list}</Table.Td>
      <Table.Td>{t(`web.security.way.${taken.way}`)}</Table.Td>
      <Table.Td ta="right">{format.number(taken.rows)}</Table.Td>
      <Table.Td ta="right">{format.number(taken.clients)}</Table.Td>
      <Table.Td>
        {taken.filters.map(({ label, value }) => (
          <Text size="sm" key={label} lineClamp={2}>
            {label}: {value}
          </Text>
        ))}
        {taken.columns.length > 0 && (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {t('web.security.columns', { names: taken.columns.join(', ') })}
          </Text>
        )}
      </Table.Td>
    </>
  );
}
