import { NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useId } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { chooseDigest, readDigest } from '#platform/notifications/endpoints.ts';
import { Awaiting } from '../awaiting.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { notify } from '../notify.ts';
import { Panel } from '../panel.tsx';
import { useAct, useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

type Digest = EndpointReply<typeof readDigest>;
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whether and when the inbox and what is due come by mail. */
export function DigestChoice(): ReactNode {
  const t = useText(shellTexts);
  const read = useRead(readDigest, {});
  return (
    <div id="digest">
      <Panel title={t('web.digest')} hint={t('web.digest.hint')}>
        {read.data ? <DigestForm digest={read.data} /> : <Awaiting read={read} like="form" />}
      </Panel>
    </div>
  );
}

function DigestForm({ digest }: { digest: Digest }): ReactNode {
  const t = useText(shellTexts);
  const frequencyId = useId();
  const form = useForm({
    initialValues: { frequency: digest.frequency, hour: String(digest.hour), weekday: String(digest.weekday) },
  });
  const save = useAct(chooseDigest, { invalidates: [readDigest], onDone: () => notify('good', t('web.digest.saved')) });
  const { frequency } = form.values;
  return (
    <FormFrame
      form={form}
      act={save}
      label={t('web.save')}
      send={(wish) => save.act({ body: { ...wish, hour: Number(wish.hour), weekday: Number(wish.weekday) } })}
    >
      <Text size="sm" c={digest.mail ? 'dimmed' : 'red'}>
        {digest.mail ? t('web.digest.to', { email: digest.email }) : t('web.digest.no-mail')}
      </Text>
      <div>
        <Text size="sm" fw={500} id={frequencyId} mb={4}>
          {t('web.digest.frequency')}
        </Text>
        <SegmentedControl
          aria-labelledby={frequencyId}
          data={(['off', 'daily', 'weekly'] as const).map((value) => ({ value, label: t(`web.digest.${value}`) }))}
          {...form.getInputProps('frequency')}
        />
      </div>
      {frequency === 'weekly' && (
        <NativeSelect
          label={t('web.digest.weekday')}
          maw={240}
          data={weekdays.map((day) => ({ value: String(day), label: t(`web.weekday.${day}`) }))}
          {...form.getInputProps('weekday')}
        />
      )}
      {frequency !== 'off' && (
        <NativeSelect
          label={t('web.digest.hour')}
          maw={240}
          data={hours.map((hour) => ({ value: hour, label: `${hour.padStart(2, '0')}:00` }))}
          {...form.getInputProps('hour')}
        />
      )}
    </FormFrame>
  );
}
