import { Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addBankAccount, addSite, editSite } from '../../endpoints-details.ts';
import { texts } from '../../texts.ts';
import type { Card } from './client-values.ts';

type Site = Card['sites'][number];

/** Adds or changes a site of a client. */
export function SiteForm({ clientId, site, onClose }: { clientId: string; site: Site | null; onClose: () => void }) {
  const t = useText(texts);
  const form = useForm({
    initialValues: {
      name: site?.name ?? '',
      kind: site?.kind ?? ('outlet' as Site['kind']),
      city: site?.city ?? '',
      address: site?.address ?? '',
      phone: site?.phone ?? '',
      closedOn: site?.closedOn ?? null,
    },
  });
  const done = { invalidates: ['clients'], onDone: onClose };
  const add = useAct(addSite, done);
  const edit = useAct(editSite, done);
  const send = ({ closedOn, ...body }: ReturnType<typeof form.getValues>) =>
    site
      ? edit.act({ params: { id: site.id }, body: { ...body, closedOn }, ifMatch: site.revision })
      : add.act({ params: { id: clientId }, body });
  return (
    <Modal opened onClose={onClose} title={t(site ? 'clients.edit-site' : 'clients.add-site')}>
      <FormFrame form={form} act={site ? edit : add} label={t('clients.save')} onCancel={onClose} send={send}>
        <TextInput
          label={t('clients.site.name')}
          required
          data-autofocus
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('clients.site.kind')}
          allowDeselect={false}
          data={(['outlet', 'branch', 'warehouse', 'office'] as const).map((value) => ({
            value,
            label: t(`clients.site.kind.${value}`),
          }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('clients.city')} maxLength={200} {...form.getInputProps('city')} />
        <TextInput label={t('clients.address')} maxLength={500} {...form.getInputProps('address')} />
        <TextInput label={t('clients.phone')} type="tel" maxLength={60} {...form.getInputProps('phone')} />
        {site && <DateField label={t('clients.site.closed')} {...form.getInputProps('closedOn')} />}
      </FormFrame>
    </Modal>
  );
}

/** Adds a bank account of a client. */
export function AccountForm({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const t = useText(texts);
  const form = useForm({ initialValues: { number: '', bank: '', bankCode: '' } });
  const add = useAct(addBankAccount, { invalidates: ['clients'], onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={t('clients.add-account')}>
      <FormFrame
        form={form}
        act={add}
        label={t('clients.save')}
        onCancel={onClose}
        send={(body) => add.act({ params: { id: clientId }, body })}
      >
        <TextInput
          label={t('clients.account.number')}
          required
          data-autofocus
          maxLength={60}
          {...form.getInputProps('number')}
        />
        <TextInput label={t('clients.account.bank')} maxLength={200} {...form.getInputProps('bank')} />
        <TextInput label={t('clients.account.bank-code')} maxLength={40} {...form.getInputProps('bankCode')} />
      </FormFrame>
    </Modal>
  );
}
