import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMay } from '#platform/web/me.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { resolveRemark } from '../../endpoints-reviews.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

type Remark = Version['remarks'][number];

/** Who reviews, what they said, and what their remarks led to. */
export function Reviews({ version }: { version: Version }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const { reviews, remarks } = version;
  if (reviews.length === 0) return <EmptyState title={t('mandates.not-reviewed-yet')} />;
  return (
    <Stack>
      {reviews.map(({ reviewer, passedFrom, verdict, decidedAt }) => (
        <Group key={reviewer.id}>
          <Text>{reviewer.name}</Text>
          <StatusBadge
            tone={verdict === 'accepted' ? 'good' : verdict === 'remarks' ? 'warning' : 'neutral'}
            label={t(
              verdict === 'accepted'
                ? 'mandates.accepted'
                : verdict === 'remarks'
                  ? 'mandates.remarked'
                  : 'mandates.review-waits',
            )}
          />
          {passedFrom && (
            <Text size="sm" c="dimmed">
              {t('mandates.review-from', { name: passedFrom.name })}
            </Text>
          )}
          {decidedAt && (
            <Text size="sm" c="dimmed">
              {format.dateTime(decidedAt)}
            </Text>
          )}
        </Group>
      ))}
      {remarks.length > 0 && (
        <Title order={2} size="h4">
          {t('mandates.remarks')}
        </Title>
      )}
      {remarks.map((remark) => (
        <OneRemark
          key={remark.id}
          remark={remark}
          clause={version.clauses.find(({ identity }) => identity === remark.clauseIdentity)?.number}
        />
      ))}
    </Stack>
  );
}

function OneRemark({ remark, clause }: { remark: Remark; clause: string | undefined }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const drafts = useMay('mandates.draft');
  const [answer, setAnswer] = useState('');
  const resolve = useAct(resolveRemark, { invalidates: ['mandates'] });
  return (
    <div>
      <Text size="xs" c="dimmed">
        {remark.author.name} · {format.dateTime(remark.madeAt)}{' '}
        {clause && `· ${t('mandates.clause-number', { number: clause })}`}
      </Text>
      <Text>{remark.text}</Text>
      {remark.resolvedAt && (
        <Text size="sm" c="dimmed">
          {t('mandates.answered', { name: remark.resolvedBy?.name ?? '' })}: {remark.resolution}
        </Text>
      )}
      {!remark.resolvedAt && drafts && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (answer.trim()) resolve.act({ params: { id: remark.id }, body: { text: answer } });
          }}
        >
          <Group align="end" gap="xs">
            <Textarea
              aria-label={t('mandates.answer')}
              placeholder={t('mandates.answer-hint')}
              autosize
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
              style={{ flex: 1 }}
            />
            <Button type="submit" variant="default" loading={resolve.isPending}>
              {t('mandates.answer')}
            </Button>
          </Group>
          <RefusalBanner problem={resolve.problem} />
        </form>
      )}
    </div>
  );
}
