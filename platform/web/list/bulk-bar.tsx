import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BulkAct, BulkInput } from '#platform/lists/bulk.ts';
import type { List } from '#platform/lists/define.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import classes from './list.module.css';
import type { Row } from './row.ts';
import type { Selection } from './use-selection.ts';

/** A bulk act as a screen offers it. `BulkInput` is what `defineBulkAct` declared. */
export type BulkOffer = {
  readonly act: BulkAct;
  readonly permit: string;
  /** The fields that fill the input; absent when the act needs none. */
  readonly fields?: (form: BulkForm) => ReactNode;
  /** Whether the input is whole, so that it can be checked. */
  readonly ready?: (value: Readonly<Record<string, unknown>>) => boolean;
};
export type BulkForm = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly set: (changed: Readonly<Record<string, unknown>>) => void;
};

/** Types the fields of a bulk act by its input. */
export function bulkOffer<A extends BulkAct>(offer: {
  readonly act: A;
  readonly permit: string;
  readonly fields?: (form: {
    value: Partial<BulkInput<A>>;
    set: (changed: Partial<BulkInput<A>>) => void;
  }) => ReactNode;
  readonly ready?: (value: Partial<BulkInput<A>>) => boolean;
}): BulkOffer {
  return offer as unknown as BulkOffer;
}

type BarProps = {
  readonly list: List;
  readonly offers: readonly BulkOffer[];
  readonly selection: Selection;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
};

/** What can be done with the selected rows at once. */
export function BulkBar({ list, offers, selection, rows, columns }: BarProps): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const [offer, setOffer] = useState<BulkOffer | null>(null);
  if (selection.ids.size === 0) return null;
  return (
    <>
      <section className={classes.bulk} aria-label={t('web.list.selected', { count: selection.ids.size })}>
        <span className="numerals">{t('web.list.selected', { count: selection.ids.size })}</span>
        {offers.map((each) => (
          <Button key={each.act.key} size="xs" variant="light" onClick={() => setOffer(each)}>
            {say(`list.${list.key}.bulk.${each.act.key}`)}
          </Button>
        ))}
        <CloseButton aria-label={t('web.list.keys.clear')} onClick={selection.clear} />
      </section>
      {offer && (
        <BulkDialog
          list={list}
          offer={offer}
          selection={selection}
          rows={rows}
          columns={columns}
          onClose={() => setOffer(null)}
        />
      )}
    </>
  );
}
