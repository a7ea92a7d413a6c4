import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { approvePlans, type planSheet } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { monthName } from './months.tsx';

type Sheet = EndpointReply<typeof planSheet>;
type Part = 'department' | 'personal';
type Waiting = { readonly month: string; readonly part: Part; readonly drafts: number };
/** What a reason can answer. */
const needsReason = new Set(['plans.below-department', 'plans.month-begun']);

/** What waits for approval in the sheet, month by month. */
export function ApprovePlans({ sheet, unsaved }: { sheet: Sheet; unsaved: boolean }): ReactNode {
  const t = useText(plansScreenTexts);
  const [asked, setAsked] = useState<Waiting | null>(null);
  const waiting = sheet.sums.flatMap(({ month, drafts, planDrafts }): Waiting[] => [
    ...(planDrafts > 0 ? [{ month, part: 'department' as const, drafts: planDrafts }] : []),
    ...(drafts > 0 ? [{ month, part: 'personal' as const, drafts }] : []),
  ]);
  if (waiting.length === 0) return null;
  return (
    <Stack gap={6} mt="lg">
      <Text fw={600}>{t('plans.waits')}</Text>
      {waiting.map((each) => (
        <Group key={`${each.month} ${each.part}`} gap="sm">
          <Text size="sm" miw={280}>
            {t(`plans.waits.${each.part}`, { month: monthName(each.month), count: each.drafts })}
          </Text>
          {sheet.can.approve && (
            <Button size="compact-sm" disabled={unsaved} onClick={() => setAsked(each)}>
              {t('plans.approve')}
            </Button>
          )}
        </Group>
      ))}
      {unsaved && (
        <Text size="xs" c="dimmed">
          {t('plans.save-first')}
        </Text>
      )}
      {asked && <Approval sheet={sheet} waiting={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

function Approval({ sheet, waiting, onClose }: { sheet: Sheet; waiting: Waiting; onClose: () => void }) {
  const t = useText(plansScreenTexts);
  const [reason, setReason] = useState('');
  const approve = useAct(approvePlans, {
    invalidates: ['plans', 'mandates'],
    onDone: ({ approved }) => {
      notify('good', t('plans.approved', { count: approved }));
      onClose();
    },
  });
  const asksWhy = approve.problem !== null && needsReason.has(approve.problem.code);
  const body = {
    month: waiting.month,
    metric: sheet.metric,
    part: waiting.part,
    ...(reason.trim() && { reason: reason.trim() }),
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`plans.waits.${waiting.part}`, { month: monthName(waiting.month), count: waiting.drafts })}
    >
      <Stack gap="sm">
        <Text size="sm">{t('plans.approve-consequence')}</Text>
        <RefusalBanner problem={approve.problem} />
        {(asksWhy || reason !== '') && (
          <Textarea
            label={t('plans.reason')}
            description={t('plans.reason-hint')}
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('plans.cancel')}
          </Button>
          <Button
            loading={approve.isPending}
            disabled={asksWhy && reason.trim() === ''}
            onClick={() => approve.act({ params: { id: sheet.department.id }, body })}
          >
            {asksWhy ? t('plans.approve-anyway') : t('plans.approve')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
