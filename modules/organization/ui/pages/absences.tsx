import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAddressState } from '#platform/web/address.ts';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addAbsence } from '../../endpoints-absences.ts';
import { organizationTexts } from '../../texts.ts';
import { AbsenceList } from '../parts/absence-list.tsx';

/** Who is away when, and who stands in. */
export default function AbsencesPage() {
  const t = useText(organizationTexts);
  const [adding, setAdding] = useAddressState('new', '');
  useKeys([{ keys: 'n', label: t('organization.add-absence'), run: () => setAdding('1') }]);
  return (
    <Page
      title={t('organization.absences')}
      actions={<Button onClick={() => setAdding('1')}>{t('organization.add-absence')}</Button>}
    >
      <AbsenceList />
      <Modal opened={adding !== ''} onClose={() => setAdding('')} title={t('organization.add-absence')}>
        <AbsenceForm onDone={() => setAdding('')} />
      </Modal>
    </Page>
  );
}

const kinds = ['vacation', 'sickness', 'business-trip', 'other'] as const;

function AbsenceForm({ onDone }: { onDone: () => void }) {
  const t = useText(organizationTexts);
  const { employee, today } = useMe();
  const form = useForm({
    initialValues: {
      employee: { id: employee.id, label: employee.name } as Ref | null,
      kind: 'vacation' as (typeof kinds)[number],
      from: today as string | null,
      until: today as string | null,
      note: '',
    },
  });
  const add = useAct(addAbsence, { invalidates: ['organization'], onDone });
  return (
    <FormFrame
      form={form}
      act={add}
      label={t('organization.add')}
      onCancel={onDone}
      send={({ employee: who, from, until, ...rest }) =>
        add.act({ body: { ...rest, employeeId: who?.id ?? '', from: from ?? '', until: until ?? '' } })
      }
    >
      <RefField kind="person" label={t('organization.employee')} required {...form.getInputProps('employee')} />
      <Select
        label={t('organization.kind')}
        allowDeselect={false}
        data={kinds.map((each) => ({ value: each, label: t(`organization.absence.${each}`) }))}
        {...form.getInputProps('kind')}
      />
      <DateField label={t('organization.first-day')} required data-autofocus {...form.getInputProps('from')} />
      <DateField label={t('organization.last-day')} required {...form.getInputProps('until')} />
      <Textarea label={t('organization.note')} autosize minRows={2} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
