import { Text } from '@mantine/core';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { ActivityState, kindIcons, useBasis } from './kind.tsx';
import { spotOf, type WeekItem, type WeekPlan } from './week-types.ts';

/** The week as lines by day: for a phone, and for whoever would rather read. */
export function WeekLines({ plan, onOpen }: { plan: WeekPlan; onOpen: (item: WeekItem) => void }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const { timeZone } = useMe().company;
  if (plan.items.length === 0)
    return <EmptyState title={t('activities.nothing-planned')} hint={t('activities.nothing-planned-hint')} />;
  return plan.days.map(({ date, working, absent }) => {
    const items = plan.items.filter((item) => spotOf(item, timeZone).day === date);
    if (items.length === 0 && !working) return null;
    return (
      <section key={date}>
        <h2 className={classes.day}>
          {format.date(date, 'long')}
          {absent && ` · ${t('activities.absent')}`}
          {!working && ` · ${t('activities.day-off')}`}
        </h2>
        {items.length > 0 && (
          <ul className={classes.lines}>
            {items.map((item) => (
              <li key={item.id}>
                <Line item={item} time={spotOf(item, timeZone).time} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}

function Line({ item, time, onOpen }: { item: WeekItem; time: string | null; onOpen: (item: WeekItem) => void }) {
  const t = useText(screenTexts);
  const Picture = kindIcons[item.kind];
  const basis = useBasis();
  return (
    <button type="button" className={classes.line} onClick={() => onOpen(item)}>
      <Picture size={18} stroke={1.6} aria-label={t(`activities.kind.${item.kind}`)} />
      <Text size="sm" c="dimmed" className="numerals">
        {time ?? '–'}
      </Text>
      <Text size="sm" fw={550} className="clip">
        {item.client.name}
      </Text>
      <ActivityState state={item.state} />
      {(item.purpose || item.client.city || item.assigned) && (
        <span className={classes.small}>
          {[item.purpose, item.client.city, basis(item)].filter(Boolean).join(' · ')}
        </span>
      )}
    </button>
  );
}
