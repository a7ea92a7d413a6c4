import { Checkbox, Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { mandatePermits, orderSubstitution } from '../../endpoints-absences.ts';
import { organizationTexts } from '../../texts.ts';
import type { Absence } from './absence-list.tsx';

/** The order by which clients, duties and rights of the absent employee pass to a substitute, for exactly those days. */
export function SubstitutionForm({ absence, onDone }: { absence: Absence; onDone: () => void }) {
  const t = useText(organizationTexts);
  const say = useSay();
  const { today } = useMe();
  const permits = useRead(mandatePermits, { params: { id: absence.employee.id } });
  const form = useForm({
    initialValues: {
      substitute: null as Ref | null,
      orderNumber: '',
      orderDate: today as string | null,
      from: absence.from as string | null,
      until: absence.until as string | null,
      whole: 'whole',
      permits: [] as string[],
    },
  });
  const order = useAct(orderSubstitution, {
    invalidates: ['organization', 'mandates', 'clients'],
    onDone: () => {
      notify('good', t('organization.substitution-ordered'));
      onDone();
    },
  });
  return (
    <FormFrame
      form={form}
      act={order}
      label={t('organization.order-substitution')}
      onCancel={onDone}
      send={({ substitute, orderNumber, orderDate, from, until, whole, permits: chosen }) =>
        order.act({
          body: {
            absenceId: absence.id,
            substituteId: substitute?.id ?? '',
            orderNumber,
            orderDate: orderDate ?? '',
            from: from ?? '',
            until: until ?? '',
            permits: whole === 'whole' ? null : chosen,
          },
        })
      }
    >
      <Text size="sm">{t('organization.substitution-consequence', { name: absence.employee.name })}</Text>
      <RefField
        kind="person"
        label={t('organization.substitute')}
        required
        data-autofocus
        {...form.getInputProps('substitute')}
      />
      <SimpleGrid cols={2}>
        <TextInput label={t('organization.order-number')} required {...form.getInputProps('orderNumber')} />
        <DateField label={t('organization.order-date')} required {...form.getInputProps('orderDate')} />
        <DateField label={t('organization.from')} required {...form.getInputProps('from')} />
        <DateField label={t('organization.until')} required {...form.getInputProps('until')} />
      </SimpleGrid>
      <Radio.Group
        label={t('organization.what-passes')}
        description={t('organization.what-passes-hint')}
        {...form.getInputProps('whole')}
      >
        <Group mt={4}>
          <Radio value="whole" label={t('organization.whole-mandate')} />
          <Radio value="chosen" label={t('organization.only-chosen')} />
        </Group>
      </Radio.Group>
      {form.values.whole === 'chosen' && (
        <Checkbox.Group aria-label={t('organization.only-chosen')} {...form.getInputProps('permits')}>
          <Stack gap={4}>
            {(permits.data?.items ?? []).map((permit) => (
              <Checkbox key={permit} value={permit} label={say(`permit.${permit}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormFrame>
  );
}
