import { SegmentedControl, Text, UnstyledButton } from '@mantine/core';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useKeys } from '#platform/web/keys.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { orderQueue } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import classes from '../parts/order-queue.module.css';
import { QueueOrder } from '../parts/queue-order.tsx';

const stages = ['enter', 'asked-back', 'ship'] as const;
type Stage = (typeof stages)[number];

/** The desk of sales support: what is to be entered and shipped, the nearest deadline first, done without leaving. */
export default function OrderQueuePage() {
  const t = useText(texts);
  const format = useFormat();
  const [search, setSearch] = useSearch();
  const stage = stages.find((each) => each === search.stage) ?? 'enter';
  const read = useRead(orderQueue, { query: { stage } }, { keep: true, everyMs: 30_000 });
  const items = read.data?.items ?? [];
  const at = items.findIndex((item) => item.id === search.order);
  const open = search.order ?? items[0]?.id;
  const show = (index: number) => {
    const item = items[index];
    if (item) setSearch({ order: item.id });
  };
  const here = Math.max(at, 0);
  useKeys([
    { keys: 'j', label: t('orders.next'), run: () => show(here + 1) },
    { keys: 'k', label: t('orders.previous'), run: () => show(here - 1) },
    { keys: 'ArrowDown', run: () => show(here + 1) },
    { keys: 'ArrowUp', run: () => show(here - 1) },
  ]);
  if (!read.data) return <Awaiting read={read} like="desk" />;
  const { counts } = read.data;
  const next = () => setSearch({ order: items[here + 1]?.id ?? items[here - 1]?.id });
  return (
    <Page
      wide
      title={t('orders.queue')}
      actions={
        <SegmentedControl
          value={stage}
          onChange={(chosen) => setSearch({ stage: chosen === 'enter' ? undefined : chosen, order: undefined })}
          data={stages.map((each: Stage) => ({ value: each, label: `${t(`orders.stage.${each}`)} ${counts[each]}` }))}
        />
      }
    >
      {items.length === 0 && !search.order ? (
        <EmptyState title={t('orders.queue-empty')} hint={t('orders.queue-empty-hint')} />
      ) : (
        <div className={classes.desk}>
          <div className={classes.list}>
            {items.map((item) => (
              <UnstyledButton
                key={item.id}
                className={classes.item}
                aria-current={item.id === open}
                onClick={() => setSearch({ order: item.id })}
              >
                <span className="clip">{item.client.name}</span>
                <span className="number">{item.number && format.money(item.total)}</span>
                <small>
                  {item.number ?? t('orders.to-type')} ·{' '}
                  {item.number && `${t('orders.lines-count', { count: item.lines })} · `}
                  {item.keeper.name}
                </small>
                <small className={item.late ? classes.late : undefined}>
                  {item.late && `${t('orders.late')}, `}
                  {item.enterBy && stage === 'enter' && format.dateTime(item.enterBy)}
                </small>
              </UnstyledButton>
            ))}
          </div>
          {open ? <QueueOrder key={open} id={open} onDone={next} /> : <Text c="dimmed">{t('orders.queue-pick')}</Text>}
        </div>
      )}
    </Page>
  );
}
