import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { useAddressState, useGo } from '../address.ts';
import { LinesSkeleton } from '../awaiting.tsx';
import { EmptyState } from '../empty-state.tsx';
import { useFormat } from '../format.ts';
import { useMe } from '../me.ts';
import { ProblemView } from '../problem-view.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { BulkBar, type BulkOffer } from './bulk-bar.tsx';
import type { Tones } from './cell.tsx';
import type { Face } from './face.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListLines } from './lines.tsx';
import classes from './list.module.css';
import { queryOf } from './list-state.ts';
import type { Row } from './row.ts';
import { ListTable } from './table.tsx';
import { useActiveRow, useTopOfAnother } from './use-active-row.ts';
import { useCells } from './use-cells.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListState } from './use-list-state.ts';
import { type Rows, useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';
import { listWord } from './words.ts';

export type { BulkOffer } from './bulk-bar.tsx';
export type { Row } from './row.ts';

export type DataListProps = {
  readonly list: List;
  /** Filters that always hold and are not shown, e.g. `{ client: id }` on a client's card. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** How a column is drawn, where the type's own way is not enough. */
  readonly cells?: Readonly<Record<string, (row: Row) => ReactNode>>;
  /** What the values of enum columns mean: `{ state: { held: 'warning' } }`. */
  readonly tones?: Tones;
  readonly bulk?: readonly BulkOffer[];
  readonly faces?: readonly Face[];
  /** What Enter and a click do; without it the row's `href` opens. */
  readonly onOpen?: (row: Row) => void;
  /** Why it is empty and the next step. */
  readonly empty?: ReactNode;
};

const none: Readonly<Record<string, string>> = {};

/** A list inside of a page: its filters and sort are its own, not the address's. */
export function DataList(props: DataListProps): ReactNode {
  return <ListBody {...props} embedded />;
}

/** A list with all that belongs to it. `embedded`: a part of a page, else the page itself. */
export function ListBody(props: DataListProps & { embedded: boolean }): ReactNode {
  const { list, fixed = none, cells, tones, bulk = [], faces = [], empty, embedded } = props;
  const who = useMe();
  const go = useGo();
  const control = useListState(list, !embedded);
  const { state, change } = control;
  const query = useMemo(() => queryOf(state, list, fixed), [state, list, fixed]);
  const data = useRows(list, query, true);
  const offers = bulk.filter((offer) => who.permits[offer.permit]);
  const chosen = useSelection();
  const selection = offers.length > 0 ? chosen : null;
  const [active, setActive] = useActiveRow(list, query);
  const [faceInAddress, showFaceInAddress] = useAddressState('face', '');
  const [ownFace, showOwnFace] = useState('');
  const [face, setFace] = embedded ? [ownFace, showOwnFace] : [faceInAddress, showFaceInAddress];
  const shownFace = faces.find((each) => each.key === face);
  const scroll = useRef<HTMLElement>(null);
  // Rows that are known already are drawn before the element that scrolls them is there: then they are drawn again.
  const [, standing] = useState(false);
  const attach = useCallback((element: HTMLElement | null) => {
    scroll.current = element;
    standing(element !== null);
  }, []);
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const onOpen = props.onOpen ?? ((row: Row) => row.href && go(row.href));
  const columns = state.columns.filter((name) => fixed[name] === undefined);
  const editing = useCells(list, columns);
  useListKeys({ on: !embedded && !shownFace, rows: data.rows, active, setActive, selection, onOpen, scroll, editing });
  useTopOfAnother(query, scroll, setActive);

  const table = {
    list,
    columns,
    sort: state.sort,
    onSort: (sort: string) => change({ sort }),
    data,
    cells,
    tones,
    selection,
    active,
    onActive: setActive,
    onOpen,
    scroll,
    editing,
  };
  return (
    <div className={classes.list} data-embedded={embedded || undefined}>
      <FilterBar
        list={list}
        control={control}
        fixed={fixed}
        query={query}
        faces={faces}
        face={face}
        onFace={setFace}
        embedded={embedded}
      />
      <section
        ref={attach}
        className={classes.scroll}
        data-old={data.isOld || undefined}
        aria-busy={data.isPending || data.isOld}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={listWord(list)}
      >
        <State data={data} state={state} empty={empty} onClear={() => control.replaceBy({})}>
          {shownFace ? (
            shownFace.render({ list, query, columns, tones, onOpen })
          ) : phone ? (
            <ListLines {...table} />
          ) : (
            <ListTable {...table} />
          )}
        </State>
      </section>
      {!shownFace && <Count data={data} />}
      {selection && <BulkBar list={list} offers={offers} selection={selection} rows={data.rows} columns={columns} />}
    </div>
  );
}

type StateProps = {
  data: Rows;
  state: ReturnType<typeof useListState>['state'];
  empty: ReactNode;
  onClear: () => void;
  children: ReactNode;
};
function State({ data, state, empty, onClear, children }: StateProps): ReactNode {
  const t = useText(shellTexts);
  if (data.problem && data.rows.length === 0) return <ProblemView problem={data.problem} onRetry={data.refetch} />;
  if (data.isPending) {
    return (
      <div style={{ padding: '1rem' }}>
        <LinesSkeleton lines={12} height={16} />
      </div>
    );
  }
  if (data.rows.length > 0) return children;
  if (state.q !== '' || Object.keys(state.filters).length > 0) {
    return (
      <EmptyState
        title={t('web.list.none-fit')}
        hint={t('web.list.none-fit.hint')}
        action={
          <Button variant="default" size="xs" onClick={onClear}>
            {t('web.list.clear-filters')}
          </Button>
        }
      />
    );
  }
  return empty ?? <EmptyState title={t('web.list.empty')} hint={t('web.list.empty.hint')} />;
}

function Count({ data }: { data: Rows }): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const count = data.totals?.count;
  if (count === undefined || data.rows.length === 0) return null;
  return (
    <div className={classes.count} role="status">
      {t('web.list.count', { count, shown: format.number(data.rows.length) })}
    </div>
  );
}
