import { Text } from '@mantine/core';
import { useState } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { prospectsToCall } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { ProspectCall } from '../parts/prospect-call.tsx';
import { UnsentNote } from '../parts/unsent-note.tsx';

/** Whom do I call while there is time? One after the other, each result one key. */
export default function ProspectsPage() {
  const t = useText(screenTexts);
  const format = useFormat();
  const read = useRead(prospectsToCall, { query: { limit: 30 } }, { keep: true });
  const [chosenId, choose] = useState<string | null>(null);
  if (!read.data) return <Awaiting read={read} like="desk" />;
  const { items, script } = read.data;
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0];
  return (
    <Page title={t('activities.prospects')}>
      <UnsentNote />
      {!chosen ? (
        <EmptyState
          title={t('activities.no-prospects')}
          hint={t('activities.no-prospects-hint')}
          action={<Go to="/clients?status=potential">{t('activities.potential')}</Go>}
        />
      ) : (
        <div className={classes.week}>
          <ProspectCall key={chosen.id} prospect={chosen} script={script || t('activities.usual-script')} />
          <aside className={classes.side}>
            <ul className={classes.lines}>
              {items.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className={classes.prospect}
                    data-chosen={each.id === chosen.id || undefined}
                    aria-current={each.id === chosen.id || undefined}
                    onClick={() => choose(each.id)}
                  >
                    <Text size="sm" fw={550} className="clip">
                      {each.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {each.lastTriedOn
                        ? t('activities.last-tried', { when: format.daysFromNow(each.lastTriedOn) })
                        : t('activities.never-tried')}
                    </Text>
                  </button>
                </li>
              ))}
            </ul>
          </aside>
        </div>
      )}
    </Page>
  );
}
