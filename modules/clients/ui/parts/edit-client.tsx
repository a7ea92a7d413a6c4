import { Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ConflictDialog } from '#platform/web/conflict-dialog.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { editClient } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { IdentityFields, MoreFields } from './client-fields.tsx';
import { bodyOf, type Card, type ClientValues, valuesOf } from './client-values.ts';

const labels = {
  name: 'clients.name',
  status: 'clients.status',
  legalName: 'clients.legal-name',
  segment: 'clients.segment',
  city: 'clients.city',
  address: 'clients.address',
  phone: 'clients.phone',
  email: 'clients.email',
  website: 'clients.website',
  taxNumber: 'clients.tax-number',
  registrationNumber: 'clients.registration-number',
  source: 'clients.source',
  etiquette: 'clients.etiquette',
} as const;

/** Changes what is known of a client; when someone else changed it meanwhile, field by field. */
export function EditClient({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useText(texts);
  const [original] = useState(() => valuesOf(card));
  const [revision] = useState(card.revision);
  const form = useForm<ClientValues>({ initialValues: original });
  const save = useAct(editClient, {
    invalidates: ['clients'],
    onDone: () => {
      notify('good', t('clients.saved'));
      onClose();
    },
  });
  const send = (values: ClientValues, seen: number) =>
    save.act({ params: { id: card.id }, body: bodyOf(values), ifMatch: seen });
  const conflict = save.problem?.code === 'platform.changed-meanwhile';
  return (
    <>
      <Modal opened={!conflict} onClose={onClose} title={t('clients.edit')} size="xl">
        <FormFrame
          form={form}
          act={save}
          columns={2}
          label={t('clients.save')}
          onCancel={onClose}
          send={(values) => send(values, revision)}
        >
          <IdentityFields form={form} />
          <MoreFields form={form} editing />
        </FormFrame>
      </Modal>
      <ConflictDialog
        problem={save.problem}
        mine={form.getValues()}
        original={original}
        fields={Object.entries(labels).map(([key, label]) => ({ key: key as keyof ClientValues, label: t(label) }))}
        onSave={send}
        onClose={() => save.reset()}
      />
    </>
  );
}
