import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useGo } from '#platform/web/address.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { QuantityField } from '#platform/web/form/quantity-field.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { editProduct, enterProduct, readCategories, type readProduct } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

export type Product = EndpointReply<typeof readProduct>;

/** Enters or changes a product. */
export function ProductForm({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const t = useText(texts);
  const go = useGo();
  const categories = useRead(readCategories, {});
  const form = useForm({
    initialValues: {
      code: product?.code ?? '',
      name: product?.name ?? '',
      categoryId: product?.categoryId ?? null,
      unit: product?.unit ?? 'pcs',
      pack: (product?.pack ?? 1) as number | null,
      barcode: product?.barcode ?? '',
      description: product?.description ?? '',
      active: product?.active ?? true,
    },
  });
  const enter = useAct(enterProduct, { invalidates: ['catalog'], onDone: ({ id }) => go(`/products/${id}`) });
  const edit = useAct(editProduct, {
    invalidates: ['catalog'],
    onDone: () => {
      notify('good', t('catalog.saved'));
      onClose();
    },
  });
  const send = ({ pack, ...rest }: ReturnType<typeof form.getValues>) => {
    const body = { ...rest, pack: pack ?? 1 };
    if (product) edit.act({ params: { id: product.id }, body, ifMatch: product.revision });
    else enter.act({ body });
  };
  return (
    <FormFrame
      form={form}
      act={product ? edit : enter}
      columns={2}
      label={t(product ? 'catalog.save' : 'catalog.enter')}
      onCancel={onClose}
      send={send}
    >
      <TextInput label={t('catalog.code')} required data-autofocus maxLength={60} {...form.getInputProps('code')} />
      <TextInput label={t('catalog.name')} required maxLength={200} {...form.getInputProps('name')} />
      <Select
        label={t('catalog.category')}
        clearable
        searchable
        data={(categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('categoryId')}
      />
      <TextInput label={t('catalog.unit')} required maxLength={20} {...form.getInputProps('unit')} />
      <QuantityField label={t('catalog.pack')} required {...form.getInputProps('pack')} />
      <TextInput label={t('catalog.barcode')} maxLength={40} {...form.getInputProps('barcode')} />
      <Textarea
        label={t('catalog.description')}
        autosize
        minRows={2}
        maxLength={4000}
        {...form.getInputProps('description')}
      />
      <Switch mt={28} label={t('catalog.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormFrame>
  );
}
