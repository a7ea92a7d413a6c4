import { Text, Title } from '@mantine/core';
import { useCallback, useMemo, useRef } from 'react';
import { useGo } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { Attachments } from '#platform/web/files/attachments.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { offerUndo } from '#platform/web/undo.tsx';
import { cancelOrder, confirmOrder, handOverOrder, previewOrder } from '../../endpoints.ts';
import { orderStanding } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import {
  type Entry,
  type EntryLine,
  isUnsaved,
  type Product,
  withLine,
  withLineAt,
  withoutLine,
  withProduct,
} from './entry.ts';
import { EntryFoot } from './entry-foot.tsx';
import { EntryHead } from './entry-head.tsx';
import { LineGrid } from './line-grid.tsx';
import classes from './order-entry.module.css';
import { ProductFinder } from './product-finder.tsx';
import { SideCredit } from './side-credit.tsx';
import { SideRights } from './side-rights.tsx';
import { SideSize } from './side-size.tsx';
import { productOf, SideUsual, type Usual } from './side-usual.tsx';
import { useSaving } from './use-saving.ts';

type EditorProps = {
  readonly orderId: string;
  readonly entry: Entry;
  readonly change: (change: (before: Entry) => Entry) => void;
  readonly forget: () => void;
};

/** The order grid: everything by the keyboard, kept as it is typed, judged as it grows. */
export function EntryEditor({ orderId, entry, change, forget }: EditorProps) {
  const t = useText(texts);
  const go = useGo();
  const find = useRef<HTMLInputElement>(null);
  const saving = useSaving(orderId, entry, change);
  const read = useRead(orderStanding, { params: { id: entry.clientId } }, { staleMs: 60_000 });
  const preview = useRead(previewOrder, { params: { id: orderId } }, { enabled: entry.revision > 0, keep: true });
  const confirm = useAct(confirmOrder, {
    invalidates: ['orders', 'clients', 'mandates'],
    onDone: (order) => {
      forget();
      notify(
        order.number ? 'good' : 'info',
        order.number ? t('orders.entry.confirmed', { number: order.number }) : t('orders.entry.waiting'),
      );
      go(`/orders/${orderId}`);
    },
  });
  const handOver = useAct(handOverOrder, {
    invalidates: ['orders', 'clients', 'mandates'],
    onDone: () => {
      forget();
      notify('good', t('orders.handed-over'));
      go(`/orders/${orderId}`);
    },
  });
  const cancel = useAct(cancelOrder, { invalidates: ['orders'] });

  const toFinder = useCallback(() => find.current?.focus(), []);
  const onChange = useCallback(
    (at: number, line: Partial<EntryLine>) => change((before) => withLine(before, at, line)),
    [change],
  );
  const lines = useRef(entry.lines);
  lines.current = entry.lines;
  const onRemove = useCallback(
    (at: number) => {
      const line = lines.current[at];
      if (!line) return;
      change((before) => withoutLine(before, at));
      offerUndo({
        message: t('orders.entry.removed', { product: line.name }),
        undo: () => change((before) => withLineAt(before, at, line)),
      });
      find.current?.focus();
    },
    [change, t],
  );
  useKeys([{ keys: '/', label: t('orders.entry.to-find'), run: toFinder }]);
  const taken = useMemo(() => new Set(entry.lines.map((line) => line.productId)), [entry.lines]);
  if (!read.data) return <Awaiting read={read} like="form" />;

  const { standing, proposal, credit, usual } = read.data;
  const add = (product: Product, quantity: number) => change((before) => withProduct(before, product, quantity));
  const addUsual = (chosen: readonly Usual[]) => {
    change((before) => chosen.reduce((so, line) => withProduct(so, productOf(line), line.quantity), before));
    toFinder();
  };
  const onConfirm = async (reason?: string) => {
    const saved = await saving.flush();
    if (saved && !isUnsaved(saved))
      confirm.act({ params: { id: orderId }, body: reason ? { reason } : {}, ifMatch: saved.revision });
  };
  const onHandOver = async () => {
    const saved = (await saving.begin()) ? await saving.flush() : null;
    if (saved && !isUnsaved(saved)) handOver.act({ params: { id: orderId }, ifMatch: saved.revision });
  };
  const onDiscard = () => {
    if (entry.revision > 0) {
      cancel.act({ params: { id: orderId }, body: { reason: t('orders.entry.discarded') }, ifMatch: entry.revision });
    }
    forget();
    go('/orders');
  };
  return (
    <div className={classes.desk}>
      <div>
        <ChangedMeanwhile problem={saving.problem} orderId={orderId} change={change} forget={forget} />
        <EntryHead entry={entry} standing={standing} change={change} />
        <ProductFinder
          column={entry.priceColumnId ?? standing.entitled.id}
          usual={proposal.map(productOf)}
          onAdd={add}
          field={find}
        />
        <Text className={classes.hint}>{t('orders.entry.find-hint')}</Text>
        {entry.lines.length === 0 ? (
          <EmptyState title={t('orders.entry.empty')} hint={t('orders.entry.empty-hint')} />
        ) : (
          <LineGrid
            lines={entry.lines}
            judged={preview.data?.lines ?? []}
            onChange={onChange}
            onRemove={onRemove}
            onLeave={toFinder}
          />
        )}
        <EntryFoot
          entry={entry}
          saving={saving}
          refused={confirm.problem}
          busy={confirm.isPending}
          onConfirm={(reason) => void onConfirm(reason)}
          onDiscard={onDiscard}
          handing={{ problem: handOver.problem, busy: handOver.isPending, run: () => void onHandOver() }}
        />
      </div>
      <aside className={classes.side}>
        <section className={classes.block} aria-label={t('orders.taken-from')}>
          <Title order={3}>{t('orders.taken-from')}</Title>
          <Attachments kind="orders.orders" id={orderId} begun={entry.revision === 0} before={saving.begin} large />
        </section>
        <SideCredit credit={preview.data?.credit ?? credit} />
        <SideRights
          standing={standing}
          preview={preview.data}
          chosen={entry.priceColumnId}
          onUse={(priceColumnId) => change((before) => ({ ...before, priceColumnId, changes: before.changes + 1 }))}
        />
        <SideSize entry={entry} usual={preview.data?.usual ?? usual} givenAway={preview.data?.givenAway ?? 0} />
        <SideUsual usual={proposal} taken={taken} onAdd={addUsual} />
      </aside>
    </div>
  );
}
