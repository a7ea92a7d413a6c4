import { Group, Text, Title } from '@mantine/core';
import type { Period } from '#kernel/period.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readDutyFacts } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import { FactsLines } from './facts-lines.tsx';
import { PeriodChooser, useChosenPeriod } from './period-choice.tsx';

/** How an employee's duties were fulfilled in a period, clause by clause, with the records that prove it. */
export function DutyFacts({ employee, period }: { employee: string; period: Period | null }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const read = useRead(
    readDutyFacts,
    { query: { employee, from: period?.from ?? '', to: period?.to ?? '' } },
    { enabled: period !== null, keep: true },
  );
  if (!period) return <Text c="dimmed">{t('mandates.choose-days')}</Text>;
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { duties, rights, outside, overall, late, missed } = read.data;
  const last = Temporal.PlainDate.from(read.data.to).subtract({ days: 1 }).toString();
  if (duties.length + rights.length === 0 && outside.required === 0)
    return <EmptyState title={t('mandates.no-facts')} hint={t('mandates.no-facts-hint')} />;
  return (
    <>
      <Text size="sm" mb="xs" className="numerals">
        {t('mandates.facts-of', {
          from: format.date(read.data.from),
          until: format.date(last),
          overall: overall === null ? '–' : format.rate(overall),
          late: format.number(late),
          missed: format.number(missed),
        })}
      </Text>
      <FactsLines lines={duties} outside={outside} />
      {rights.length > 0 && (
        <>
          <Title order={3} size="h4" mt="md" mb="xs">
            {t('mandates.promised-service')}
          </Title>
          <FactsLines lines={rights} of="right" />
        </>
      )}
    </>
  );
}

/** On the card of an employee: the same, with the period to be chosen. */
export default function FactsOfEmployee({ id }: { id: string }) {
  const { period } = useChosenPeriod('month');
  return (
    <>
      <Group mb="sm">
        <PeriodChooser usual="month" />
      </Group>
      <DutyFacts employee={id} period={period} />
    </>
  );
}
