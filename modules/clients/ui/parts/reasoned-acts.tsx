import { Modal, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useGo } from '#platform/web/address.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { classClient } from '../../endpoints.ts';
import { assignKeeper } from '../../endpoints-keepers.ts';
import { texts } from '../../texts.ts';
import type { Card } from './client-values.ts';

/** Gives the client to another keeper, with the reason. */
export function ChangeKeeper({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useText(texts);
  const go = useGo();
  const form = useForm({ initialValues: { keeperId: null as Ref | null, reason: '' } });
  const assign = useAct(assignKeeper, {
    invalidates: ['clients'],
    onDone: () => {
      notify('good', t('clients.assigned', { client: card.name, keeper: form.getValues().keeperId?.label }));
      onClose();
    },
    onRefused: (problem) => problem.status === 404 && go('/clients'),
  });
  return (
    <Modal opened onClose={onClose} title={t('clients.assign')}>
      <FormFrame
        form={form}
        act={assign}
        label={t('clients.assign')}
        onCancel={onClose}
        send={({ keeperId, reason }) =>
          assign.act({
            params: { id: card.id },
            body: { keeperId: keeperId?.id ?? '', reason },
            ifMatch: card.revision,
          })
        }
      >
        <Text size="sm" c="dimmed">
          {t('clients.assign-hint')}
        </Text>
        <RefField
          kind="person"
          label={t('clients.new-keeper')}
          required
          data-autofocus
          {...form.getInputProps('keeperId')}
        />
        <Textarea
          label={t('clients.reason')}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormFrame>
    </Modal>
  );
}

const classes = ['key', 'A', 'B', 'C'] as const;
type Class = (typeof classes)[number];

/** Classes the client, with the reason. */
export function ChangeClass({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useText(texts);
  const form = useForm({ initialValues: { class: card.class as Class | null, reason: '' } });
  const change = useAct(classClient, { invalidates: ['clients'], onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={t('clients.change-class')}>
      <FormFrame
        form={form}
        act={change}
        label={t('clients.save')}
        onCancel={onClose}
        send={(body) => change.act({ params: { id: card.id }, body, ifMatch: card.revision })}
      >
        <Select
          label={t('clients.class')}
          clearable
          data-autofocus
          placeholder={t('clients.not-classed')}
          data={classes.map((value) => ({ value, label: t(`list.clients.clients.class.${value}`) }))}
          {...form.getInputProps('class')}
        />
        <Textarea
          label={t('clients.reason')}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormFrame>
    </Modal>
  );
}
