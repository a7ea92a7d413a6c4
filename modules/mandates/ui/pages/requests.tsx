import { SegmentedControl } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useAddressState, useGo, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useKeys } from '#platform/web/keys.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { listRequests } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { RequestView } from '../parts/request-view.tsx';

const boxes = ['inbox', 'mine', 'decided'] as const;
type Box = (typeof boxes)[number];
type Line = EndpointReply<typeof listRequests>['items'][number];

export const requestTones: Readonly<Record<string, Tone>> = {
  open: 'warning',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
  outdated: 'neutral',
};

/** What waits for my decision, what I asked, what I decided; the chosen one at the right. */
export default function RequestsPage() {
  const t = useText(mandatesScreenTexts);
  const go = useGo();
  const [box, setBox] = useAddressState<Box>('box', 'inbox');
  const asked = usePathParam('id');
  const read = useRead(listRequests, { query: { box } }, { everyMs: 60_000 });
  const lines = read.data?.items ?? [];
  const chosenId = asked || lines[0]?.id;
  const open = (id: string) => go(`/requests/${id}${box === 'inbox' ? '' : `?box=${box}`}`, { replace: true });
  const move = (by: number) => {
    const at = lines.findIndex(({ id }) => id === chosenId);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) open(next.id);
  };
  useKeys([
    { keys: 'j', label: t('mandates.next-line'), run: () => move(1) },
    { keys: 'k', label: t('mandates.previous-line'), run: () => move(-1) },
    { keys: 'ArrowDown', run: () => move(1) },
    { keys: 'ArrowUp', run: () => move(-1) },
  ]);
  return (
    <Page
      title={t('mandates.requests')}
      actions={
        <SegmentedControl
          aria-label={t('mandates.requests')}
          value={box}
          onChange={(next) => setBox(next as Box)}
          data={boxes.map((each) => ({ value: each, label: t(`mandates.box.${each}`) }))}
        />
      }
    >
      {!read.data ? (
        <Awaiting read={read} like="desk" />
      ) : lines.length === 0 && !asked ? (
        <EmptyState title={t(`mandates.box-empty.${box}`)} hint={t(`mandates.box-empty-hint.${box}`)} />
      ) : (
        <div className={classes.desk}>
          <ul className={classes.group}>
            {lines.map((line) => (
              <li key={line.id}>
                <RequestLine line={line} chosen={line.id === chosenId} onOpen={open} />
              </li>
            ))}
          </ul>
          {chosenId && <RequestView key={chosenId} id={chosenId} />}
        </div>
      )}
    </Page>
  );
}

function RequestLine({ line, chosen, onOpen }: { line: Line; chosen: boolean; onOpen: (id: string) => void }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  return (
    <button
      type="button"
      className={classes.line}
      data-chosen={chosen || undefined}
      aria-current={chosen || undefined}
      onClick={() => onOpen(line.id)}
    >
      <StatusIcon line={line} />
      <span>
        <b>{line.subject.label}</b> {line.permitName}
      </span>
      <span className={classes.side}>{format.daysFromNow(line.dueAt)}</span>
      <span className={classes.small}>
        {t('mandates.asked-by', { name: line.askedBy.name })}
        {line.actingFor && ` · ${t('mandates.for', { name: line.actingFor.name })}`}
        {line.state === 'open' &&
          line.passings[0] &&
          ` · ${t('mandates.passed-from', { name: line.passings[0].from.name })}`}{' '}
        · {line.reason}
      </span>
    </button>
  );
}

function StatusIcon({ line }: { line: Line }) {
  const t = useText(mandatesScreenTexts);
  const late = line.state === 'open' && line.late;
  const label = late
    ? t('mandates.overdue')
    : t(`mandates.request-state.${line.state}` as 'mandates.request-state.open');
  return <StatusBadge tone={late ? 'bad' : (requestTones[line.state] ?? 'neutral')} label={label} />;
}
