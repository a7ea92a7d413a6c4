import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { type listPromises, withdrawPromise } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';

export type Promised = EndpointReply<typeof listPromises>['items'][number];

/** Withdraws a promise, with the reason that stays with it. */
export function WithdrawForm({ promise, onDone }: { promise: Promised; onDone: () => void }) {
  const t = useText(settlementsTexts);
  const format = useFormat();
  const form = useForm({ initialValues: { reason: '' } });
  const withdraw = useAct(withdrawPromise, {
    invalidates: ['settlements', 'clients', 'mandates'],
    onDone: () => {
      notify('good', t('settlements.promise-withdrawn'));
      onDone();
    },
  });
  const what = { client: promise.client.name, amount: format.money(promise.amount) };
  return (
    <FormFrame
      form={form}
      act={withdraw}
      label={t('settlements.withdraw')}
      danger
      onCancel={onDone}
      send={({ reason }) => withdraw.act({ params: { id: promise.id }, body: { reason } })}
    >
      <Text size="sm">{t('settlements.withdraw-of', { ...what, day: format.date(promise.promisedFor) })}</Text>
      <Text size="sm" c="dimmed">
        {t('settlements.withdraw-hint')}
      </Text>
      <Textarea
        label={t('settlements.withdraw-reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormFrame>
  );
}
