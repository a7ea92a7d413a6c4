import { Modal, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addContact, editContact } from '../../endpoints-details.ts';
import { texts } from '../../texts.ts';
import type { Card } from './client-values.ts';

type Contact = Card['contacts'][number];
const levels = ['top', 'middle', 'specialist'] as const;
const roles = ['decides', 'influences', 'orders', 'pays', 'uses', 'unknown'] as const;
const attitudes = ['supports', 'neutral', 'against'] as const;

/** Adds or changes a person at a client. */
export function ContactForm({
  clientId,
  contact,
  onClose,
}: {
  clientId: string;
  contact: Contact | null;
  onClose: () => void;
}) {
  const t = useText(texts);
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      title: contact?.title ?? '',
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
      level: contact?.level ?? ('specialist' as Contact['level']),
      decisionRole: contact?.decisionRole ?? ('unknown' as Contact['decisionRole']),
      attitude: contact?.attitude ?? ('neutral' as Contact['attitude']),
      isMain: contact?.isMain ?? false,
      note: contact?.note ?? '',
      leftOn: contact?.leftOn ?? null,
    },
  });
  const done = { invalidates: ['clients'], onDone: onClose };
  const add = useAct(addContact, done);
  const edit = useAct(editContact, done);
  const send = ({ leftOn, ...body }: ReturnType<typeof form.getValues>) =>
    contact
      ? edit.act({ params: { id: contact.id }, body: { ...body, leftOn }, ifMatch: contact.revision })
      : add.act({ params: { id: clientId }, body });
  return (
    <Modal opened onClose={onClose} title={t(contact ? 'clients.edit-contact' : 'clients.add-contact')} size="lg">
      <FormFrame
        form={form}
        act={contact ? edit : add}
        columns={2}
        label={t('clients.save')}
        onCancel={onClose}
        send={send}
      >
        <TextInput
          label={t('clients.contact.name')}
          required
          data-autofocus
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <TextInput label={t('clients.contact.title')} maxLength={200} {...form.getInputProps('title')} />
        <TextInput label={t('clients.phone')} type="tel" maxLength={60} {...form.getInputProps('phone')} />
        <TextInput label={t('clients.email')} type="email" maxLength={200} {...form.getInputProps('email')} />
        <Select
          label={t('clients.contact.level')}
          allowDeselect={false}
          data={levels.map((value) => ({ value, label: t(`list.clients.contacts.level.${value}`) }))}
          {...form.getInputProps('level')}
        />
        <Select
          label={t('clients.contact.role')}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: t(`list.clients.contacts.decisionRole.${value}`) }))}
          {...form.getInputProps('decisionRole')}
        />
        <Select
          label={t('clients.contact.attitude')}
          allowDeselect={false}
          data={attitudes.map((value) => ({ value, label: t(`list.clients.contacts.attitude.${value}`) }))}
          {...form.getInputProps('attitude')}
        />
        <Switch mt={28} label={t('clients.contact.main')} {...form.getInputProps('isMain', { type: 'checkbox' })} />
        <Textarea
          label={t('clients.contact.note')}
          autosize
          minRows={2}
          maxLength={4000}
          {...form.getInputProps('note')}
        />
        {contact && <DateField label={t('clients.contact.left')} {...form.getInputProps('leftOn')} />}
      </FormFrame>
    </Modal>
  );
}
