import { NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { type orderStanding, setTerms } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';

type Standing = EndpointReply<typeof orderStanding>['standing'];

/** The terms of a client, as whoever may agree them changes them. */
export function TermsForm({
  clientId,
  standing,
  onDone,
}: {
  clientId: string;
  standing: Standing;
  onDone: () => void;
}) {
  const t = useText(texts);
  const { terms } = standing;
  const form = useForm({
    initialValues: {
      priceColumnId: standing.agreed?.id ?? null,
      paymentDays: terms.paymentDays as number | string,
      creditLimit: terms.creditLimit as number | null,
      overdueToleranceDays: terms.overdueToleranceDays as number | string,
    },
  });
  const save = useAct(setTerms, { invalidates: ['orders', 'clients'], onDone });
  return (
    <FormFrame
      form={form}
      act={save}
      label={t('orders.terms-save')}
      onCancel={onDone}
      send={(values) =>
        save.act({
          params: { id: clientId },
          body: {
            priceColumnId: values.priceColumnId,
            paymentDays: Number(values.paymentDays),
            creditLimit: values.creditLimit ?? 0,
            overdueToleranceDays: Number(values.overdueToleranceDays),
          },
          ...(terms.revision !== null && { ifMatch: terms.revision }),
        })
      }
    >
      <Select
        label={t('orders.terms-column')}
        placeholder={t('orders.terms-earned')}
        clearable
        data={standing.columns.map(({ id, number, name }) => ({
          value: id,
          label: t('orders.column-of', { number, name }),
        }))}
        {...form.getInputProps('priceColumnId')}
      />
      <NumberInput
        label={t('orders.terms-days')}
        min={0}
        max={730}
        allowDecimal={false}
        {...form.getInputProps('paymentDays')}
      />
      <MoneyField label={t('orders.terms-limit')} {...form.getInputProps('creditLimit')} />
      <NumberInput
        label={t('orders.terms-tolerance')}
        min={0}
        max={730}
        allowDecimal={false}
        {...form.getInputProps('overdueToleranceDays')}
      />
    </FormFrame>
  );
}
