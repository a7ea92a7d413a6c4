import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { askOnce } from '#platform/web/ask-once.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { companyToday, useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { banCalls, logContact, type prospectsToCall } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { QuickDays } from './quick-days.tsx';
import { keepUnsent } from './unsent.ts';

type Prospect = EndpointReply<typeof prospectsToCall>['items'][number];
const touched = ['activities', 'mandates', 'clients'] as const;
/** The results in the order of their keys, with the day of the next call that each proposes. */
const results = [
  { key: 'interested', days: 1 },
  { key: 'later', days: 7 },
  { key: 'no-answer', days: 0 },
  { key: 'not-now', days: 90 },
] as const;
type Result = (typeof results)[number];

/** A call to one potential client: number, script, a note, and the result by one key. */
export function ProspectCall({ prospect, script }: { prospect: Prospect; script: string }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const [note, setNote] = useState('');
  const [nextOn, setNextOn] = useState<string | null>(null);
  const log = useAct(logContact, { invalidates: touched, onDone: () => notify('good', t('activities.done')) });
  const ban = useAct(banCalls, { invalidates: touched });
  const record = (result: Result) => {
    const body = bodyOf(prospect.id, result, note, nextOn, (key) => t(`activities.step.${key}`));
    if (navigator.onLine) log.act({ body });
    else keepUnsent({ client: prospect.name, body });
  };
  const never = () =>
    askOnce({
      title: t('activities.result.never'),
      consequence: t('activities.ban-consequence', { client: prospect.name }),
      label: t('activities.result.never'),
      run: () =>
        ban.act({
          params: { id: prospect.id },
          body: { reason: note.trim() || t('activities.asked-not-to-be-called') },
        }),
    });
  useKeys([
    ...results.map((result, index) => ({
      keys: String(index + 1),
      label: t(`activities.result.${result.key}`),
      run: () => record(result),
    })),
    { keys: '5', label: t('activities.result.never'), run: never },
  ]);
  const phone = prospect.contact?.phone || prospect.phone;
  return (
    <Stack gap="md" className={classes.narrow}>
      <div>
        <Text fw={620} fz="lg">
          <Go to={`/clients/${prospect.id}`}>{prospect.name}</Go>
        </Text>
        <Text size="sm" c="dimmed">
          {[prospect.city, prospect.contact?.name, prospect.contact?.title].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {prospect.lastTriedOn
            ? t('activities.last-tried', { when: format.date(prospect.lastTriedOn) })
            : t('activities.never-tried')}
          {prospect.lastNote && ` · ${prospect.lastNote}`}
        </Text>
      </div>
      {phone && (
        <Button component="a" href={`tel:${phone}`} leftSection={<IconPhone size={16} />} w="fit-content">
          {t('activities.call-them', { phone })}
        </Button>
      )}
      <section>
        <h2 className={classes.day}>{t('activities.script')}</h2>
        <Text size="sm" className={classes.script}>
          {script}
        </Text>
      </section>
      <Textarea
        label={t('activities.note')}
        placeholder={t('activities.note-hint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <QuickDays label={t('activities.next-call')} required={false} value={nextOn} onChange={setNextOn} />
      <Group gap="xs" role="group" aria-label={t('activities.result')}>
        {results.map((result, index) => (
          <Button
            key={result.key}
            variant={index === 0 ? 'filled' : 'default'}
            loading={log.isPending}
            rightSection={<kbd>{index + 1}</kbd>}
            onClick={() => record(result)}
          >
            {t(`activities.result.${result.key}`)}
          </Button>
        ))}
        <Button variant="subtle" color="red" rightSection={<kbd>5</kbd>} loading={ban.isPending} onClick={never}>
          {t('activities.result.never')}
        </Button>
      </Group>
      <RefusalBanner problem={log.problem ?? ban.problem} />
    </Stack>
  );
}

/** What a result is recorded as: a next step on the day chosen, or proposed by the result; no answer needs none. */
function bodyOf(
  clientId: string,
  { key, days }: Result,
  note: string,
  chosen: string | null,
  step: (key: Exclude<Result['key'], 'no-answer'>) => string,
) {
  const said = { clientId, kind: 'call' as const, cause: 'free-time' as const, note };
  if (key === 'no-answer') {
    const again = chosen && { nextStep: step('later'), nextOn: chosen };
    return { ...said, outcome: 'no-contact' as const, ...again };
  }
  const nextOn = chosen ?? Temporal.PlainDate.from(companyToday()).add({ days }).toString();
  return { ...said, outcome: 'next-step' as const, nextStep: step(key), nextOn };
}
