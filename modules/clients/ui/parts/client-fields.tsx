import { SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { RefField } from '#platform/web/form/ref-field.tsx';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';
import type { ClientValues } from './client-values.ts';

type Form = UseFormReturnType<ClientValues>;

/** Who the client is and how it is reached: what is typed first. */
export function IdentityFields({ form }: { form: Form }) {
  const t = useText(texts);
  return (
    <>
      <SegmentedControl
        style={{ gridColumn: '1 / -1', justifySelf: 'start' }}
        aria-label={t('clients.kind')}
        data={(['company', 'person'] as const).map((value) => ({
          value,
          label: t(`list.clients.clients.kind.${value}`),
        }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('clients.name')}
        required
        maxLength={200}
        data-autofocus
        autoFocus
        {...form.getInputProps('name')}
      />
      <TextInput label={t('clients.tax-number')} maxLength={40} {...form.getInputProps('taxNumber')} />
      <TextInput label={t('clients.phone')} type="tel" maxLength={60} {...form.getInputProps('phone')} />
      <TextInput label={t('clients.email')} type="email" maxLength={200} {...form.getInputProps('email')} />
      <TextInput label={t('clients.city')} maxLength={200} {...form.getInputProps('city')} />
      <TextInput label={t('clients.segment')} maxLength={200} {...form.getInputProps('segment')} />
    </>
  );
}

/** What documents, deliveries and chains need. */
export function MoreFields({ form, editing }: { form: Form; editing: boolean }) {
  const t = useText(texts);
  const options = <V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <>
      <TextInput
        label={t('clients.code')}
        maxLength={40}
        {...(!editing && { description: t('clients.code-hint') })}
        {...form.getInputProps('code')}
      />
      <Select
        label={t('clients.status')}
        allowDeselect={false}
        data={options(['potential', 'active', 'lapsed'] as const, (value) => t(`list.clients.clients.status.${value}`))}
        {...form.getInputProps('status')}
      />
      <TextInput label={t('clients.legal-name')} maxLength={200} {...form.getInputProps('legalName')} />
      <TextInput
        label={t('clients.registration-number')}
        maxLength={40}
        {...form.getInputProps('registrationNumber')}
      />
      <TextInput label={t('clients.country')} maxLength={2} {...form.getInputProps('country')} />
      <TextInput label={t('clients.address')} maxLength={500} {...form.getInputProps('address')} />
      <TextInput label={t('clients.website')} maxLength={200} {...form.getInputProps('website')} />
      <TextInput label={t('clients.source')} maxLength={200} {...form.getInputProps('source')} />
      <Select
        label={t('clients.language')}
        allowDeselect={false}
        data={options(['en', 'ru'] as const, (value) => t(`clients.language.${value}`))}
        {...form.getInputProps('language')}
      />
      <RefField kind="client" label={t('clients.parent')} {...form.getInputProps('parent')} />
      <Stack gap={0} style={{ gridColumn: '1 / -1' }}>
        <Textarea
          label={t('clients.etiquette')}
          autosize
          minRows={2}
          maxLength={4000}
          {...form.getInputProps('etiquette')}
        />
      </Stack>
    </>
  );
}
