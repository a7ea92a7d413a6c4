import { Button, Group, Loader, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type BulkOutcome, mostAtOnce } from '#platform/lists/bulk.ts';
import type { List } from '#platform/lists/define.ts';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { notify } from '../notify.ts';
import { outdate, useAct } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';
import type { BulkOffer } from './bulk-bar.tsx';
import { nameOf, type Row } from './row.ts';
import type { Selection } from './use-selection.ts';

type DialogProps = {
  readonly list: List;
  readonly offer: BulkOffer;
  readonly selection: Selection;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly onClose: () => void;
};

/** First shows for which rows the act would be refused and why, then does it for the others. */
export function BulkDialog({ list, offer, selection, rows, columns, onClose }: DialogProps): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const [input, setInput] = useState<Readonly<Record<string, unknown>>>({});
  const ids = [...selection.ids].slice(0, mostAtOnce);
  const preview = useAct(offer.act.preview);
  const perform = useAct(offer.act.perform, {
    onDone: (reply) => {
      const { done, refusals } = reply as BulkOutcome;
      notify(done > 0 ? 'good' : 'warning', t('web.list.bulk.done', { count: done }));
      void outdate([list.id.split('.')[0] ?? list.id]);
      // What nobody could foresee stays to be read.
      if (refusals.every(({ id }) => foreseen?.refusals.some((each) => each.id === id))) finish();
    },
  });
  const foreseen = preview.data as BulkOutcome | undefined;
  const outcome = perform.data as BulkOutcome | undefined;
  const finish = () => {
    selection.clear();
    onClose();
  };
  const told = (outcome ?? foreseen)?.refusals ?? [];
  const body = { ids, input };
  const whole = offer.ready?.(input) ?? true;
  const check = () => preview.act({ body } as never);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an act without fields is checked once, at once
  useEffect(() => {
    if (!offer.fields) check();
  }, []);
  const nameById = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return row ? nameOf(row, columns) : id;
  };
  return (
    <Modal opened onClose={outcome ? finish : onClose} title={say(`list.${list.key}.bulk.${offer.act.key}`)} size="lg">
      <Stack>
        {offer.fields?.({
          value: input,
          set: (changed) => {
            setInput({ ...input, ...changed });
            preview.reset();
          },
        })}
        {preview.isPending && <Loader size="sm" />}
        {foreseen && (
          <>
            <Text size="sm">
              {outcome
                ? t('web.list.bulk.came', { done: outcome.done, refused: outcome.refusals.length })
                : t('web.list.bulk.foreseen', { done: foreseen.done, refused: foreseen.refusals.length })}
            </Text>
            {told.length > 0 && (
              <ScrollArea.Autosize mah={240}>
                <ul style={{ margin: 0, paddingLeft: '1.1rem', fontSize: 13 }}>
                  {told.map((refusal) => (
                    <li key={refusal.id}>
                      <b>{nameById(refusal.id)}</b>: {refusal.detail}
                    </li>
                  ))}
                </ul>
              </ScrollArea.Autosize>
            )}
          </>
        )}
        <RefusalBanner problem={perform.problem ?? preview.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={outcome ? finish : onClose}>
            {t(outcome ? 'web.close' : 'web.cancel')}
          </Button>
          {!outcome &&
            (foreseen ? (
              <Button
                loading={perform.isPending}
                disabled={foreseen.done === 0}
                onClick={() => perform.act({ body } as never)}
              >
                {t('web.list.bulk.do', { count: foreseen.done })}
              </Button>
            ) : (
              <Button loading={preview.isPending} disabled={!whole} onClick={check}>
                {t('web.list.bulk.check', { count: ids.length })}
              </Button>
            ))}
        </Group>
      </Stack>
    </Modal>
  );
}
