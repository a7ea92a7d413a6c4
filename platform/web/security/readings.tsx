import { Button, Select, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { listReadings } from '#platform/security/endpoints.ts';
import { useAddressState } from '../address.ts';
import { Awaiting } from '../awaiting.tsx';
import { EmptyState } from '../empty-state.tsx';
import { useFormat } from '../format.ts';
import { useRead } from '../query.ts';
import { ScrollBox } from '../scroll-box.tsx';
import { useText } from '../texts.ts';
import { watchTexts } from './texts.ts';

type Read = EndpointReply<typeof listReadings>['items'][number];

/** Who read marked data, of whom and by which way, newest first. */
export function Readings({ of }: { of: { readonly employee?: string } }): ReactNode {
  const t = useText(watchTexts);
  const [data, setData] = useAddressState('data', '');
  const query = { ...of, ...(data !== '' && { data }) };
  const first = useRead(listReadings, { query });
  return (
    <Stack>
      <Text c="dimmed" size="sm" maw={760}>
        {t('web.security.readings.hint')}
      </Text>
      <Select
        label={t('web.security.data')}
        placeholder={t('web.security.data.all')}
        clearable
        data={(first.data?.marked ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        value={data === '' ? null : data}
        onChange={(next) => setData(next ?? '')}
        w={300}
      />
      {!first.data && <Awaiting read={first} like="list" />}
      {first.data?.items.length === 0 && (
        <EmptyState title={t('web.security.no-readings')} hint={t('web.security.no-readings.hint')} />
      )}
      {first.data && first.data.items.length > 0 && (
        <ScrollBox label={t('web.security.readings')}>
          <Table verticalSpacing={6} miw={640}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('web.security.when')}</Table.Th>
                <Table.Th>{t('web.security.who')}</Table.Th>
                <Table.Th>{t('web.security.data')}</Table.Th>
                <Table.Th>{t('web.security.way')}</Table.Th>
                <Table.Th>{t('web.security.of')}</Table.Th>
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

type Query = { readonly employee?: string; readonly data?: string; readonly before?: string };

/** A page of lines, and behind it the next once it is wanted. */
function PageOf({ query }: { query: Query }): ReactNode {
  const t = useText(watchTexts);
  const [more, setMore] = useState(false);
  const read = useRead(listReadings, { query });
  const next = read.data?.next ?? undefined;
  return (
    <>
      {read.data?.items.map((each) => (
        <Line key={each.id} read={each} />
      ))}
      {next !== undefined && more && <PageOf query={{ ...query, before: next }} />}
      {next !== undefined && !more && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <Button variant="default" onClick={() => setMore(true)}>
              {t('web.security.more')}
            </Button>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Line({ read }: { read: Read }): ReactNode {
  const t = useText(watchTexts);
  const format = useFormat();
  const names = read.names.join(', ');
  const beyond = read.records - read.names.length;
  const ofWhom = beyond > 0 ? t('web.security.and-more', { names, count: beyond }) : names;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(read.at)}</Table.Td>
      <Table.Td>{read.employee.name}</Table.Td>
      <Table.Td>{read.data}</Table.Td>
      <Table.Td>{t(`web.security.way.${read.way}`)}</Table.Td>
      <Table.Td>{names === '' ? t('web.security.count', { count: read.records }) : ofWhom}</Table.Td>
    </Table.Tr>
  );
}
