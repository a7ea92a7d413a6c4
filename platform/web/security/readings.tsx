import { Select, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { listReadings } from '#platform/security/endpoints.ts';
import { useAddressState } from '../address.ts';
import { useFormat } from '../format.ts';
import { reading, useRead } from '../query.ts';
import { useText } from '../texts.ts';
import { LogTable } from './log-table.tsx';
import { watchTexts } from './texts.ts';

type Read = EndpointReply<typeof listReadings>['items'][number];

/** Who read marked data, of whom and by which way, newest first. */
export function Readings({ of }: { of: { readonly employee?: string } }): ReactNode {
  const t = useText(watchTexts);
  const [data, setData] = useAddressState('data', '');
  const query = { ...of, ...(data !== '' && { data }) };
  const { data: newest } = useRead(listReadings, { query });
  return (
    <Stack>
      <Text c="dimmed" size="sm" maw={760}>
        {t('web.security.readings.hint')}
      </Text>
      <Select
        label={t('web.security.data')}
        placeholder={t('web.security.data.all')}
        clearable
        data={(newest?.marked ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        value={data === '' ? null : data}
        onChange={(next) => setData(next ?? '')}
        w={300}
      />
      <LogTable
        key={JSON.stringify(query)}
        pageBefore={(before) => reading(listReadings, { query: { ...query, ...(before !== undefined && { before }) } })}
        label={t('web.security.readings')}
        empty={{ title: t('web.security.no-readings'), hint: t('web.security.no-readings.hint') }}
        width={640}
        headings={[
          { label: t('web.security.when') },
          { label: t('web.security.who') },
          { label: t('web.security.data') },
          { label: t('web.security.way') },
          { label: t('web.security.of') },
        ]}
        cells={(read) => <Cells read={read} />}
      />
    </Stack>
  );
}

function Cells({ read }: { read: Read }): ReactNode {
  const t = useText(watchTexts);
  const format = useFormat();
  const names = read.names.join(', ');
  const beyond = read.records - read.names.length;
  const ofWhom = beyond > 0 ? t('web.security.and-more', { names, count: beyond }) : names;
  return (
    <>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(read.at)}</Table.Td>
      <Table.Td>{read.employee.name}</Table.Td>
      <Table.Td>{read.data}</Table.Td>
      <Table.Td>{t(`web.security.way.${read.way}`)}</Table.Td>
      <Table.Td>{names === '' ? t('web.security.count', { count: read.records }) : ofWhom}</Table.Td>
    </>
  );
}
