import { Modal, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { handOver, previewHandover } from '../../endpoints-keepers.ts';
import { texts } from '../../texts.ts';
import { OpenMatters } from './open-matters.tsx';

/** Hands over a whole portfolio: what passes, what is open in it, to whom, why, and a note for the one who receives. */
export function HandOver({ from, onClose }: { from: { id: string; name: string }; onClose: () => void }) {
  const t = useText(texts);
  const form = useForm({ initialValues: { toId: null as Ref | null, reason: '', note: '' } });
  const preview = useRead(previewHandover, { query: { fromId: from.id } });
  const hand = useAct(handOver, {
    invalidates: ['clients'],
    onDone: ({ clients }) => {
      notify('good', t('clients.handed-over', { count: clients }));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('clients.hand-over-from', { keeper: from.name })}>
      <FormFrame
        form={form}
        act={hand}
        label={t('clients.hand-over')}
        onCancel={onClose}
        send={({ toId, reason, note }) => hand.act({ body: { fromId: from.id, toId: toId?.id ?? '', reason, note } })}
      >
        {preview.data && <Text size="sm">{t('clients.hand-over-what', { count: preview.data.clients })}</Text>}
        {preview.data && <OpenMatters open={preview.data.open} />}
        <RefField
          kind="person"
          label={t('clients.hand-over-to')}
          required
          data-autofocus
          {...form.getInputProps('toId')}
        />
        <Textarea
          label={t('clients.reason')}
          required
          autosize
          minRows={1}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <Textarea
          label={t('clients.hand-over-note')}
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('note')}
        />
      </FormFrame>
    </Modal>
  );
}
