import { Button, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconHandStop, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import type { previewOrder } from '../../endpoints.ts';
import type { orderStanding } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';
import { useReasonWords } from '../parts/column-reasons.ts';
import { useFigureWords } from '../parts/figure-words.ts';
import classes from './order-entry.module.css';

type Standing = EndpointReply<typeof orderStanding>['standing'];
type Preview = EndpointReply<typeof previewOrder>;

/** Which column the client earns and why, how far one's own right goes, and what of this order lies beyond it. */
export function SideRights({
  standing,
  preview,
  chosen,
  onUse,
}: {
  standing: Standing;
  preview: Preview | undefined;
  chosen: string | null;
  onUse: (columnId: string) => void;
}): ReactNode {
  const t = useText(texts);
  const say = useSay();
  const format = useFormat();
  const why = useReasonWords();
  const figures = useFigureWords();
  const { entitled, rights } = standing;
  const reasons =
    entitled.id === standing.agreed?.id ? [t('orders.entry.why.agreed')] : standing.earned.reasons.map(why);
  const icons = {
    right: IconCircleCheck,
    decision: IconCircleCheck,
    superior: IconUserQuestion,
    'no-one': IconHandStop,
  };
  return (
    <section className={classes.block} aria-label={t('orders.entry.rights')}>
      <Title order={3}>{t('orders.entry.column')}</Title>
      <Text size="sm">{t('orders.entry.entitled', { number: entitled.number, name: entitled.name })}</Text>
      <Text size="xs" c="dimmed">
        {reasons.join('; ')}
      </Text>
      {chosen !== null && chosen !== entitled.id && (
        <Button size="compact-xs" variant="light" onClick={() => onUse(entitled.id)} style={{ alignSelf: 'start' }}>
          {t('orders.entry.use-entitled')}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {t('orders.entry.rights')}:{' '}
        {rights.column === null && rights.discount === null
          ? t('orders.entry.rights-none')
          : t('orders.entry.rights-of', { column: rights.column ?? '–', discount: format.rate(rights.discount ?? 0) })}
      </Text>
      {(preview?.needs ?? []).map((need) => {
        const Icon = icons[need.by];
        const tone = need.by === 'superior' ? 'warning' : need.by === 'no-one' ? 'bad' : 'good';
        return (
          <div key={need.permit} className={classes.row} data-tone={tone} style={{ justifyContent: 'start' }}>
            <span style={{ color: 'var(--tone-fg)', lineHeight: 0 }} aria-hidden>
              <Icon size={17} />
            </span>
            <div>
              <Text size="sm" fw={550}>
                {say(`permit.${need.permit}`)}: {figures(need.figures)}
              </Text>
              <Text size="xs" style={{ color: 'var(--tone-fg)' }}>
                {need.by === 'right' && t('orders.entry.within')}
                {need.by === 'decision' && t('orders.entry.granted')}
                {need.by === 'superior' &&
                  `${t('orders.entry.beyond')}; ${t('orders.entry.asks', { who: need.ask?.name ?? '' })}`}
                {need.by === 'no-one' && `${t('orders.entry.beyond')}; ${t('orders.entry.no-one')}`}
              </Text>
            </div>
          </div>
        );
      })}
    </section>
  );
}
