import { Button, Stack, Switch, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { listExports } from '#platform/security/endpoints.ts';
import { useAddressState } from '../address.ts';
import { Awaiting } from '../awaiting.tsx';
import { EmptyState } from '../empty-state.tsx';
import { StatusBadge } from '../figures/status-badge.tsx';
import { useFormat } from '../format.ts';
import { useRead } from '../query.ts';
import { ScrollBox } from '../scroll-box.tsx';
import { useText } from '../texts.ts';
import { watchTexts } from './texts.ts';

type Taken = EndpointReply<typeof listExports>['items'][number];

/** What was exported, newest first; who went beyond the day's limit stands out. */
export function Exports({ of }: { of: { readonly employee?: string } }): ReactNode {
  const t = useText(watchTexts);
  const [beyond, setBeyond] = useAddressState('beyond', '');
  const query = { ...of, ...(beyond !== '' && { beyond: true }) };
  const first = useRead(listExports, { query });
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
      {!first.data && <Awaiting read={first} like="list" />}
      {first.data?.items.length === 0 && (
        <EmptyState title={t('web.security.no-exports')} hint={t('web.security.no-exports.hint')} />
      )}
      {first.data && first.data.items.length > 0 && (
        <ScrollBox label={t('web.security.exports')}>
          <Table verticalSpacing={6} miw={760}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('web.security.when')}</Table.Th>
                <Table.Th>{t('web.security.who')}</Table.Th>
                <Table.Th>{t('web.security.list')}</Table.Th>
                <Table.Th>{t('web.security.way')}</Table.Th>
                <Table.Th ta="right">{t('web.security.rows')}</Table.Th>
                <Table.Th ta="right">{t('web.security.clients')}</Table.Th>
                <Table.Th>{t('web.security.filters')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <PageOf key={JSON.stringify(query)} query={query} />
            </Table.Tbody>
          </Table>
        </ScrollBox>
      )}
    </Stack>
  );
}

type Query = { readonly employee?: string; readonly beyond?: boolean; readonly before?: string };

/** A page of lines, and behind it the next once it is wanted. */
function PageOf({ query }: { query: Query }): ReactNode {
  const t = useText(watchTexts);
  const [more, setMore] = useState(false);
  const read = useRead(listExports, { query });
  const next = read.data?.next ?? undefined;
  return (
    <>
      {read.data?.items.map((each) => (
        <Line key={each.id} taken={each} />
      ))}
      {next !== undefined && more && <PageOf query={{ ...query, before: next }} />}
      {next !== undefined && !more && (
        <Table.Tr>
          <Table.Td colSpan={7}>
            <Button variant="default" onClick={() => setMore(true)}>
              {t('web.security.more')}
            </Button>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Line({ taken }: { taken: Taken }): ReactNode {
  const t = useText(watchTexts);
  const format = useFormat();
  return (
    <Table.Tr>
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
    </Table.Tr>
  );
}
