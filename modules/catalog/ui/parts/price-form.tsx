import { Modal, Select, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { setPrice } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import type { Product } from './product-form.tsx';

/** Sets the price of a product in a column from a day on. */
export function PriceForm({ product, onClose }: { product: Product; onClose: () => void }) {
  const t = useText(texts);
  const { today } = useMe();
  const form = useForm({
    initialValues: {
      columnId: product.today[0]?.columnId ?? '',
      amount: product.today[0]?.price ?? null,
      ends: false,
      from: today as string | null,
    },
  });
  const values = form.getValues();
  const column = product.today.find(({ columnId }) => columnId === values.columnId);
  const set = useAct(setPrice, {
    invalidates: ['catalog'],
    onDone: () => {
      notify('good', t('catalog.saved'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('catalog.set-price')}>
      <FormFrame
        form={form}
        act={set}
        label={t('catalog.set-price')}
        onCancel={onClose}
        send={({ columnId, amount, ends, from }) =>
          set.act({
            params: { id: product.id },
            body: { columnId, amount: ends ? null : amount, from: from ?? today },
            ifMatch: product.revision,
          })
        }
      >
        <Select
          label={t('catalog.column')}
          allowDeselect={false}
          data={product.today.map(({ columnId, number, name }) => ({
            value: columnId,
            label: t('catalog.column-numbered', { number, name }),
          }))}
          {...form.getInputProps('columnId')}
        />
        <MoneyField
          label={t('catalog.price')}
          required={!values.ends}
          disabled={values.ends}
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <DateField label={t('catalog.from')} required {...form.getInputProps('from')} />
        {column?.own && column.number > 1 && (
          <Switch label={t('catalog.end-price')} {...form.getInputProps('ends', { type: 'checkbox' })} />
        )}
        <Text size="sm" c="dimmed">
          {t('catalog.set-price-hint')}
        </Text>
      </FormFrame>
    </Modal>
  );
}
