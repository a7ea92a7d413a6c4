import { useEffect, useRef, useState } from 'react';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useDraft } from '#platform/web/draft.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readOrder } from '../../endpoints.ts';
import { orderStanding } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';
import { begunHere, ChooseClient } from '../entry/choose-client.tsx';
import { type Entry, entryOf, isUnsaved, newEntry } from '../entry/entry.ts';
import { EntryEditor } from '../entry/entry-editor.tsx';

/** Takes an order: whose it is stands in the address, and so does the order, from its first moment. */
export default function OrderEntryPage() {
  const [{ client = '', order = '' }] = useSearch();
  if (!client || !order) return <ChooseClient clientId={client} />;
  return <KeptOrder key={order} clientId={client} orderId={order} />;
}

/** The order as this device has it, or as the server has it when the device has nothing newer. */
function KeptOrder({ clientId, orderId }: { clientId: string; orderId: string }) {
  const t = useText(texts);
  const [kept, setKept, forget] = useDraft<Entry | null>(`order-${clientId}-${orderId}`, null);
  const [ready, setReady] = useState(false);
  const settled = useRef(false);
  const begun = begunHere.has(orderId);
  const client = useRead(orderStanding, { params: { id: clientId } }, { staleMs: 60_000 });
  const read = useRead(readOrder, { params: { id: orderId } }, { enabled: !ready && !begun, staleMs: 0 });
  const name = client.data?.client.name;
  const { data, error } = read;
  useEffect(() => {
    if (settled.current) return;
    const unsaved = kept !== null && isUnsaved(kept);
    const begins = (begun || error?.status === 404) && name !== undefined;
    if (data && !read.isFetching && !unsaved) setKept(entryOf(data));
    else if (!kept && begins) setKept(newEntry(clientId, name));
    else if (!(kept && (begun || data || error))) return;
    settled.current = true;
    setReady(true);
  }, [data, error, kept, name, clientId, begun, read.isFetching, setKept]);
  if (!ready || !kept) return <Awaiting read={error && error.status !== 404 ? read : client} like="form" />;
  const change = (next: (before: Entry) => Entry) => setKept((before) => next(before ?? kept));
  return (
    <Page wide title={t('orders.new')} subtitle={<Go to={`/clients/${clientId}`}>{kept.clientName}</Go>}>
      <StableEditor orderId={orderId} entry={kept} change={change} forget={forget} />
    </Page>
  );
}

/** Gives the editor one function for its whole life, so that lines that did not change are not drawn again. */
function StableEditor(props: Parameters<typeof EntryEditor>[0]) {
  const latest = useRef(props.change);
  latest.current = props.change;
  const [change] = useState(() => (next: (before: Entry) => Entry) => latest.current(next));
  return <EntryEditor {...props} change={change} />;
}
