import { useAddressState, useGo } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readToday } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { ActionsToDo } from '../parts/agreed-actions.tsx';
import { ToSign } from '../parts/to-sign.tsx';
import { lineElement, WorkGroup, type WorkLine, WorkPreview } from '../parts/work-line.tsx';

const urgencies = ['late', 'today', 'soon'] as const;
const refreshMs = 120_000;

/** What the mandate asks of me now. */
export default function TodayPage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const go = useGo();
  const read = useRead(readToday, {}, { everyMs: refreshMs });
  const [chosenId, choose] = useAddressState('line', '');
  const lines = read.data?.lines ?? [];
  const chosen: WorkLine | undefined = lines.find(({ id }) => id === chosenId) ?? lines[0];
  const move = (by: number) => {
    const at = chosen ? lines.indexOf(chosen) : -1;
    const next = lines[Math.min(lines.length - 1, Math.max(0, chosenId ? at + by : at))];
    if (!next) return;
    choose(next.id);
    lineElement(next.id)?.focus();
  };
  useKeys([
    { keys: 'j', label: t('mandates.next-line'), run: () => move(1) },
    { keys: 'k', label: t('mandates.previous-line'), run: () => move(-1) },
    { keys: 'ArrowDown', run: () => move(1) },
    { keys: 'ArrowUp', run: () => move(-1) },
    { keys: 'Enter', label: t('mandates.do-it'), run: () => chosen && go(chosen.href) },
  ]);
  if (!read.data) return <Awaiting read={read} like="desk" />;
  return (
    <Page title={t('mandates.today')} subtitle={format.date(read.data.day, 'long')}>
      <ToSign />
      <ActionsToDo />
      {lines.length === 0 ? (
        <EmptyState
          title={t('mandates.nothing-today')}
          hint={t('mandates.nothing-today-hint')}
          action={<Go to="/my-mandate">{t('mandates.my-mandate')}</Go>}
        />
      ) : (
        <div className={classes.desk}>
          <div>
            {urgencies.map((urgency) => (
              <WorkGroup
                key={urgency}
                urgency={urgency}
                lines={lines.filter((line) => line.urgency === urgency)}
                more={read.data.more.filter((beyond) => beyond.urgency === urgency)}
                count={read.data.counts[urgency]}
                chosen={chosen?.id}
                onChoose={choose}
              />
            ))}
          </div>
          {chosen && <WorkPreview line={chosen} />}
        </div>
      )}
    </Page>
  );
}
