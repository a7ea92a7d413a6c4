import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useGo } from '#platform/web/address.ts';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useMe } from '#platform/web/me.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addEmployee } from '../../endpoints-people.ts';
import { listPositions } from '../../endpoints-staffing.ts';
import { organizationTexts } from '../../texts.ts';

/** Adds an employee with position and superior. */
export function EmployeeForm({ onDone }: { onDone: () => void }) {
  const t = useText(organizationTexts);
  const go = useGo();
  const { today } = useMe();
  const positions = useRead(listPositions, { query: {} });
  const form = useForm({
    initialValues: {
      number: '',
      firstName: '',
      lastName: '',
      email: '',
      hiredOn: today as string | null,
      positionId: null as string | null,
      superior: null as Ref | null,
    },
  });
  const add = useAct(addEmployee, {
    invalidates: ['organization'],
    onDone: ({ id }) => {
      onDone();
      go(`/people/${id}`);
    },
  });
  return (
    <FormFrame
      form={form}
      act={add}
      label={t('organization.add')}
      onCancel={onDone}
      send={({ hiredOn, positionId, superior, ...rest }) =>
        add.act({
          body: {
            ...rest,
            hiredOn: hiredOn ?? '',
            ...(positionId && { positionId }),
            ...(superior && { superiorId: superior.id }),
          },
        })
      }
    >
      <TextInput label={t('organization.number')} required data-autofocus {...form.getInputProps('number')} />
      <TextInput label={t('organization.first-name')} {...form.getInputProps('firstName')} />
      <TextInput label={t('organization.last-name')} required {...form.getInputProps('lastName')} />
      <TextInput label={t('organization.email')} required type="email" {...form.getInputProps('email')} />
      <DateField label={t('organization.hired-on')} required {...form.getInputProps('hiredOn')} />
      <Select
        label={t('organization.position')}
        clearable
        searchable
        data={(positions.data?.items ?? []).map((each) => ({
          value: each.id,
          label: `${each.title} · ${each.department}`,
        }))}
        {...form.getInputProps('positionId')}
      />
      <RefField kind="person" label={t('organization.reports-to')} {...form.getInputProps('superior')} />
    </FormFrame>
  );
}
