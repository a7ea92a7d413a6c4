import { Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useGo } from '#platform/web/address.ts';
import { newKey } from '#platform/web/call.ts';
import { draftsOf, useDraft } from '#platform/web/draft.ts';
import { RefField } from '#platform/web/form/ref-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';
import { type Entry, totalOfEntry } from './entry.ts';

/** Orders that were begun since the page was loaded: the server has nothing of them yet. */
export const begunHere = new Set<string>();

/** The first question of an order: whose it is. Below it what was begun on this device and not confirmed. */
export function ChooseClient({ clientId }: { clientId: string }) {
  const t = useText(texts);
  const go = useGo();
  const begun = useRef(false);
  const begin = (client: string) => {
    const order = newKey();
    begunHere.add(order);
    go(`/orders/new?client=${client}&order=${order}`, { replace: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: an order is begun once
  useEffect(() => {
    if (!clientId || begun.current) return;
    begun.current = true;
    begin(clientId);
  }, [clientId]);
  if (clientId) return null;
  const drafts = draftsOf('order-');
  return (
    <Page title={t('orders.new')}>
      <Stack maw={520}>
        <RefField
          kind="client"
          label={t('orders.entry.choose-client')}
          data-autofocus
          autoFocus
          onChange={(client) => client && begin(client.id)}
        />
        {drafts.length > 0 && (
          <>
            <Title order={3}>{t('orders.entry.continue')}</Title>
            {drafts.map((name) => (
              <Begun key={name} name={name} />
            ))}
          </>
        )}
      </Stack>
    </Page>
  );
}

function Begun({ name }: { name: string }) {
  const t = useText(texts);
  const format = useFormat();
  const [entry] = useDraft<Entry | null>(name, null);
  if (!entry) return null;
  const order = name.slice(`order-${entry.clientId}-`.length);
  return (
    <Go to={`/orders/new?client=${entry.clientId}&order=${order}`}>
      {entry.clientName} · {t('orders.lines-count', { count: entry.lines.length })} ·{' '}
      {format.money(totalOfEntry(entry))}
    </Go>
  );
}
