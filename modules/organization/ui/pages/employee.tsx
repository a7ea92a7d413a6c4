import { Button, Code, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { usePanelTabs } from '#platform/web/panels.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { dismissEmployee, giveAccess, readEmployee } from '../../endpoints-people.ts';
import { organizationTexts } from '../../texts.ts';
import { AbsenceList } from '../parts/absence-list.tsx';
import { LineAbove } from '../parts/line-above.tsx';

/** One employee: what they are, under whom, when away. */
export default function EmployeePage() {
  const t = useText(organizationTexts);
  const format = useFormat();
  const id = usePathParam('id');
  const [dismissing, setDismissing] = useState(false);
  const [password, setPassword] = useState('');
  const access = useAct(giveAccess, { invalidates: ['organization'], onDone: (given) => setPassword(given.password) });
  const panels = usePanelTabs('organization.employee', id);
  const read = useRead(readEmployee, { params: { id } });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const person = read.data;
  const working = person.dismissedAt === null;
  return (
    <>
      <CardPage
        kind={t('organization.employee')}
        title={person.name}
        subtitle={person.assignments
          .filter((each) => each.to === null)
          .map((each) => each.position)
          .join(', ')}
        state={
          <StatusBadge
            tone={working ? 'good' : 'neutral'}
            label={
              working
                ? t('organization.works-since', { day: format.date(person.hiredOn) })
                : t('organization.dismissed')
            }
          />
        }
        acts={[
          {
            key: 'access',
            label: person.signsIn ? t('organization.new-password') : t('organization.give-access'),
            icon: IconKey,
            can: person.can.giveAccess,
            confirm: t('organization.access-consequence', { name: person.name }),
            run: () => access.act({ params: { id } }),
          },
          {
            key: 'dismiss',
            label: t('organization.dismiss'),
            icon: IconUserOff,
            can: person.can.arrange && working,
            danger: true,
            run: () => setDismissing(true),
          },
        ]}
        tabs={[
          { key: 'overview', label: t('organization.overview'), content: () => <Overview person={person} /> },
          { key: 'absences', label: t('organization.absences'), content: () => <AbsenceList employeeId={id} /> },
          ...panels,
        ]}
      />
      <Modal opened={dismissing} onClose={() => setDismissing(false)} title={t('organization.dismiss')}>
        <Dismissal id={id} onDone={() => setDismissing(false)} />
      </Modal>
      <Modal opened={password !== ''} onClose={() => setPassword('')} title={t('organization.password-shown-once')}>
        <Stack>
          <Text>{t('organization.password-of', { name: person.name })}</Text>
          <Code block>{password}</Code>
          <Button onClick={() => setPassword('')}>{t('organization.close')}</Button>
        </Stack>
      </Modal>
    </>
  );
}

type Person = NonNullable<ReturnType<typeof useRead<typeof readEmployee>>['data']>;

function Overview({ person }: { person: Person }) {
  const t = useText(organizationTexts);
  const knows = useMe().employee.id === person.id || person.can.arrange;
  const format = useFormat();
  return (
    <Stack>
      <Table variant="vertical" withTableBorder>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={200}>{t('organization.number')}</Table.Th>
            <Table.Td>{person.number}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('organization.email')}</Table.Th>
            <Table.Td>{person.email}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('organization.phone')}</Table.Th>
            <Table.Td>{person.phone}</Table.Td>
          </Table.Tr>
          {knows && (
            <Table.Tr>
              <Table.Th>{t('organization.access')}</Table.Th>
              <Table.Td>
                <Access person={person} />
              </Table.Td>
            </Table.Tr>
          )}
          <Table.Tr>
            <Table.Th>{t('organization.line-above')}</Table.Th>
            <Table.Td>
              <LineAbove employee={person} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('organization.position')}</Table.Th>
            <Table.Th>{t('organization.department')}</Table.Th>
            <Table.Th>{t('organization.from')}</Table.Th>
            <Table.Th>{t('organization.until')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {person.assignments.map((each) => (
            <Table.Tr key={each.id}>
              <Table.Td>{each.position}</Table.Td>
              <Table.Td>{each.department}</Table.Td>
              <Table.Td>{each.from && format.date(each.from)}</Table.Td>
              <Table.Td>{each.to ? format.date(each.to) : t('organization.now')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** By whose password they sign in. */
function Access({ person: { signsIn, accessGiven } }: { person: Person }) {
  const t = useText(organizationTexts);
  const format = useFormat();
  if (!signsIn) return t('organization.access-none');
  if (!accessGiven) return t('organization.access-own');
  const { by, at, replacedAt } = accessGiven;
  const given = { by, day: format.dateTime(at) };
  return replacedAt === null ? (
    <StatusBadge tone="warning" label={t('organization.access-waits', given)} />
  ) : (
    t('organization.access-taken', { ...given, changed: format.dateTime(replacedAt) })
  );
}

function Dismissal({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText(organizationTexts);
  const { today } = useMe();
  const form = useForm({ initialValues: { orderNumber: '', orderDate: today as string | null } });
  const dismiss = useAct(dismissEmployee, { invalidates: ['organization', 'clients'], onDone });
  return (
    <FormFrame
      form={form}
      act={dismiss}
      label={t('organization.dismiss')}
      onCancel={onDone}
      send={({ orderNumber, orderDate }) =>
        dismiss.act({ params: { id }, body: { orderNumber, orderDate: orderDate ?? '' } })
      }
    >
      <Text size="sm">{t('organization.dismiss-consequence')}</Text>
      <TextInput
        label={t('organization.order-number')}
        required
        data-autofocus
        {...form.getInputProps('orderNumber')}
      />
      <DateField label={t('organization.order-date')} required {...form.getInputProps('orderDate')} />
    </FormFrame>
  );
}
