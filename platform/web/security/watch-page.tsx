import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { listExports, listReadings } from '#platform/security/endpoints.ts';
import { useAddressState } from '../address.ts';
import { CardTabs } from '../card/card-page.tsx';
import { RefField } from '../form/ref-field.tsx';
import { Page } from '../page.tsx';
import { useRead } from '../query.ts';
import { useText } from '../texts.ts';
import { Exports } from './exports.tsx';
import { Readings } from './readings.tsx';
import { watchTexts } from './texts.ts';

/** What left the company as a file or by a key, and who read marked data. */
export default function WatchPage(): ReactNode {
  const t = useText(watchTexts);
  const [employee, setEmployee] = useAddressState('employee', '');
  const of = employee === '' ? {} : { employee };
  return (
    <Page title={t('web.security.title')} wide>
      <Group mb="md">
        <Who of={of} onChange={(id) => setEmployee(id ?? '')} />
      </Group>
      <CardTabs
        tabs={[
          { key: 'exports', label: t('web.security.exports'), content: () => <Exports of={of} /> },
          { key: 'readings', label: t('web.security.readings'), content: () => <Readings of={of} /> },
        ]}
      />
    </Page>
  );
}

/** Of everybody, or of one person. */
type Of = { readonly employee?: string };

/** Of whom: found by name. What an address alone names is called as its first line calls it. */
function Who(props: { of: Of; onChange: (id: string | undefined) => void }): ReactNode {
  const t = useText(watchTexts);
  const { employee } = props.of;
  const query = { ...props.of, limit: 1 };
  const asked = { enabled: employee !== undefined };
  const [taken, read] = [useRead(listExports, { query }, asked), useRead(listReadings, { query }, asked)];
  const name = taken.data?.items[0]?.employee.name ?? read.data?.items[0]?.employee.name ?? '…';
  return (
    <RefField
      kind="person"
      label={t('web.security.who')}
      placeholder={t('web.security.who.everybody')}
      value={employee === undefined ? null : { id: employee, label: name }}
      onChange={(chosen) => props.onChange(chosen?.id)}
      w={300}
    />
  );
}
