import { Modal, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowRight, IconBan, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useGo, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { Acts } from '#platform/web/card/acts.tsx';
import { useDraft } from '#platform/web/draft.ts';
import { Attachments } from '#platform/web/files/attachments.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { carryOutActivity, missActivity, readActivity, startActivity } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { ActivityFacts } from '../parts/activity-facts.tsx';
import { Move } from '../parts/item-dialog.tsx';
import { useOutcomeSending } from '../parts/outcome-act.ts';
import { noOutcome, OutcomeFields, type OutcomeValues, outcomeBody } from '../parts/outcome-fields.tsx';
import { useUnsent } from '../parts/unsent.ts';
import { UnsentNote } from '../parts/unsent-note.tsx';
import type { WeekItem } from '../parts/week-types.ts';

const touched = ['activities', 'mandates', 'clients', 'settlements'] as const;

/** One visit or call: what it is about, and how it ended. */
export default function ActivityPage() {
  const t = useText(screenTexts);
  const id = usePathParam('id');
  const read = useRead(readActivity, { params: { id } });
  const [asking, setAsking] = useState<'move' | 'miss' | null>(null);
  const kept = useUnsent().some(({ activity }) => activity?.id === id);
  const start = useAct(startActivity, { invalidates: ['activities'] });
  if (!read.data) return <Awaiting read={read} like="form" />;
  const item = read.data;
  const close = () => setAsking(null);
  return (
    <Page
      title={<Go to={`/clients/${item.client.id}?tab=visits`}>{item.client.name}</Go>}
      subtitle={[t(`activities.kind.${item.kind}`), item.client.city, item.purpose].filter(Boolean).join(' · ')}
      actions={
        <Acts
          buttons={2}
          acts={[
            {
              key: 'start',
              label: t('activities.start'),
              icon: IconPlayerPlay,
              can: item.startedAt === null && item.can.carryOut === true,
              busy: start.isPending,
              run: () => start.act({ params: { id }, ifMatch: item.revision }),
            },
            {
              key: 'move',
              label: t('activities.move'),
              icon: IconArrowRight,
              can: item.state === 'planned' && item.can.move,
              keys: 'm',
              run: () => setAsking('move'),
            },
            {
              key: 'miss',
              label: t('activities.miss'),
              icon: IconBan,
              can: item.state === 'planned' && item.can.miss,
              run: () => setAsking('miss'),
            },
          ]}
        />
      }
    >
      <UnsentNote />
      <RefusalBanner problem={start.problem} />
      <div className={classes.narrow}>
        <ActivityFacts item={item} />
        {item.can.carryOut === true && !kept && <CarryOut key={item.id} item={item} />}
        <section aria-label={t('activities.files')}>
          <Title order={2} size="h4" mt="md" mb="xs">
            {t('activities.files')}
          </Title>
          <Attachments kind="activities.activities" id={item.id} touches={['clients']} />
        </section>
      </div>
      {asking === 'move' && (
        <Modal opened onClose={close} title={item.client.name}>
          <Move item={item} onClose={close} />
        </Modal>
      )}
      {asking === 'miss' && <Miss item={item} onClose={close} />}
    </Page>
  );
}

/** Closes it: the outcome in one press, then only what the outcome needs. Survives a reload and a lost network. */
function CarryOut({ item }: { item: WeekItem }) {
  const t = useText(screenTexts);
  const go = useGo();
  const [draft, setDraft, forget] = useDraft<OutcomeValues>(`outcome-${item.id}`, noOutcome);
  const form = useForm({ initialValues: draft, onValuesChange: setDraft });
  const carryOut = useAct(carryOutActivity, {
    invalidates: touched,
    onDone: () => {
      forget();
      notify('good', t('activities.done'));
      go('/week');
    },
    onRefused: (problem) => lost(problem),
  });
  const { send, lost } = useOutcomeSending<OutcomeValues>({
    form,
    of: () => ({ client: item.client.name, activity: { id: item.id, revision: item.revision } }),
    body: outcomeBody,
    act: (body) => carryOut.act({ params: { id: item.id }, body, ifMatch: item.revision }),
    // Without a network no other page can be relied on: this one stays.
    onKept: () => {
      forget();
      notify('info', t('activities.kept-here'));
    },
  });
  return (
    <FormFrame form={form} act={carryOut} label={t('activities.close')} send={send}>
      <OutcomeFields form={form} />
    </FormFrame>
  );
}

function Miss({ item, onClose }: { item: WeekItem; onClose: () => void }) {
  const t = useText(screenTexts);
  const form = useForm({ initialValues: { reason: '' } });
  const miss = useAct(missActivity, {
    invalidates: touched,
    onDone: () => {
      notify('good', t('activities.missed'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={item.client.name}>
      <FormFrame
        form={form}
        act={miss}
        label={t('activities.miss')}
        onCancel={onClose}
        send={({ reason }) => miss.act({ params: { id: item.id }, body: { reason }, ifMatch: item.revision })}
      >
        <Textarea
          label={t('activities.reason')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('reason')}
        />
      </FormFrame>
    </Modal>
  );
}
