import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { recordPromise } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';

/** Records what a client promised to pay and by when; proposes the whole debt in a week. */
export function PromiseForm({ clientId, owed, onDone }: { clientId: string; owed: number; onDone: () => void }) {
  const t = useText(settlementsTexts);
  const inAWeek = Temporal.Now.plainDateISO().add({ days: 7 }).toString();
  const form = useForm({
    initialValues: { amount: owed as number | null, promisedFor: inAWeek as string | null, contact: '', note: '' },
  });
  const record = useAct(recordPromise, {
    invalidates: ['settlements', 'clients', 'mandates'],
    onDone: () => {
      notify('good', t('settlements.promise-recorded'));
      onDone();
    },
  });
  return (
    <FormFrame
      form={form}
      act={record}
      label={t('settlements.record-promise')}
      onCancel={onDone}
      send={({ amount, promisedFor, contact, note }) =>
        record.act({ body: { clientId, amount: amount ?? 0, promisedFor: promisedFor ?? '', contact, note } })
      }
    >
      <MoneyField label={t('settlements.amount')} required data-autofocus {...form.getInputProps('amount')} />
      <DateField label={t('settlements.promised-for')} required {...form.getInputProps('promisedFor')} />
      <TextInput label={t('settlements.contact')} {...form.getInputProps('contact')} />
      <Textarea label={t('settlements.note')} autosize minRows={2} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
