import { ActionIcon, Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Column, List } from '#platform/lists/define.ts';
import { LinesSkeleton } from '../awaiting.tsx';
import { StatusBadge } from '../figures/status-badge.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useFormat } from '../format.ts';
import { BareLink } from '../go.tsx';
import { useKeys } from '../keys.ts';
import { useMe } from '../me.ts';
import { ProblemView } from '../problem-view.tsx';
import { useAct } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './board.module.css';
import { plainCell } from './cell.tsx';
import { type Face, type FaceSetting, valuesAsked, withoutColumn } from './face.ts';
import { isFigure, nameOf, type Row } from './row.ts';
import { useRows } from './use-rows.ts';
import { columnWord, valueWord } from './words.ts';

/**
 * One way between the columns of a board: the act that the server does, and judges. It has `:id` in its path and wants
 * `If-Match`. `asks` is the property of its body that the person writes, `sets` the one that becomes the column's value.
 */
export type BoardMove = {
  readonly from: readonly string[];
  readonly to: string;
  readonly act: Endpoint;
  readonly asks?: string;
  readonly sets?: string;
};
type BoardOptions = { readonly by: string; readonly moves: readonly BoardMove[] };

/** A list as a board: a column for each value of an enum; a card is dragged, or moved by its menu (key `m`). */
export function boardFace(options: BoardOptions): Face {
  return { key: 'board', render: (setting) => <Board {...options} {...setting} /> };
}

type Moving = { readonly row: Row; readonly move: BoardMove };

function Board(props: BoardOptions & FaceSetting): ReactNode {
  const { list, query, by, moves } = props;
  const who = useMe();
  const t = useText(shellTexts);
  const [dragged, setDragged] = useState<Row | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const granted = moves.filter(({ act }) => who.permits[act.permit]);
  const openMenu = () =>
    document.activeElement?.closest('[data-card]')?.querySelector<HTMLElement>('[data-move]')?.click();
  useKeys([{ keys: 'm', label: t('web.list.board.move'), run: openMenu }]);
  return (
    <div className={classes.board}>
      {valuesAsked(list, query, by).map((value) => (
        <BoardColumn
          key={value}
          {...props}
          value={value}
          moves={granted}
          dragged={dragged}
          onDrag={setDragged}
          onMove={(row, move) => setMoving({ row, move })}
        />
      ))}
      {moving && <MoveDialog {...moving} list={list} by={by} onClose={() => setMoving(null)} />}
    </div>
  );
}

type ColumnProps = BoardOptions &
  FaceSetting & {
    readonly value: string;
    readonly dragged: Row | null;
    readonly onDrag: (row: Row | null) => void;
    readonly onMove: (row: Row, move: BoardMove) => void;
  };

function BoardColumn(props: ColumnProps): ReactNode {
  const { list, query, by, value, tones, moves, dragged, onDrag, onMove } = props;
  const t = useText(shellTexts);
  const format = useFormat();
  const data = useRows(list, { ...withoutColumn(query, by), [by]: value }, true);
  const taken = dragged && moves.find(({ from, to }) => to === value && from.includes(String(dragged[by])));
  const sum = Object.keys(list.columns).find(
    (name) => list.columns[name]?.total && list.columns[name]?.type === 'money',
  );
  const word = valueWord(list, by, value);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged && taken) onMove(dragged, taken);
    onDrag(null);
  };
  return (
    <section
      className={classes.column}
      aria-label={word}
      data-takes={taken ? true : undefined}
      data-empty={(!data.isPending && data.rows.length === 0) || undefined}
      data-refuses={(dragged && !taken && dragged[by] !== value) || undefined}
      onDragOver={(event) => taken && event.preventDefault()}
      onDrop={drop}
    >
      <header className={classes.head}>
        <StatusBadge tone={tones?.[by]?.[value] ?? 'neutral'} label={word} />
        <span className={classes.count}>
          {data.totals?.count !== undefined && format.number(data.totals.count)}
          {sum && data.totals?.[sum] ? ` · ${format.moneyShort(data.totals[sum])}` : ''}
        </span>
      </header>
      <div className={classes.cards}>
        {data.problem && data.rows.length === 0 && <ProblemView problem={data.problem} onRetry={data.refetch} />}
        {data.isPending && <LinesSkeleton lines={3} height={48} />}
        {data.rows.map((row) => (
          <Card key={row.id} {...props} row={row} />
        ))}
        {data.hasMore && (
          <Button variant="subtle" size="compact-sm" loading={data.isLoadingMore} onClick={data.more}>
            {t('web.list.board.more')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Card({ list, columns, by, moves, onDrag, onMove, onOpen, row }: ColumnProps & { row: Row }): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const [first = '', ...rest] = columns.filter((name) => name !== by);
  const side = rest.find((name) => isFigure(list.columns[name] as Column));
  const under = rest.filter((name) => name !== side && row[name] !== null && row[name] !== '').slice(0, 3);
  const ways = moves.filter(({ from }) => from.includes(String(row[by])));
  const draw = (name: string) => {
    const column = list.columns[name] as Column;
    return column.type === 'enum' ? valueWord(list, name, String(row[name])) : plainCell(column, row[name], format);
  };
  const title = plainCell(list.columns[first] as Column, row[first], format);
  return (
    <article
      className={classes.card}
      data-card
      draggable={ways.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', row.id);
        onDrag(row);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className={classes.title}>
        {row.href ? (
          <BareLink to={row.href} className="clip" draggable={false}>
            {title}
          </BareLink>
        ) : (
          <button type="button" className="clip" onClick={() => onOpen(row)}>
            {title}
          </button>
        )}
        {side && (
          <span className="numerals" title={columnWord(list, side)}>
            {draw(side)}
          </span>
        )}
      </div>
      <div className={classes.under}>
        {under.map((name) => (
          <span key={name} className="clip" title={columnWord(list, name)}>
            {draw(name)}
          </span>
        ))}
      </div>
      {ways.length > 0 && (
        <Menu position="bottom-end" withinPortal returnFocus>
          <Menu.Target>
            <ActionIcon
              size={24}
              className={classes.move ?? ''}
              data-move
              title={`${t('web.list.board.move')} (M)`}
              aria-label={`${t('web.list.board.move')}: ${title}`}
            >
              <IconArrowsMove size={14} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('web.list.board.move-to')}</Menu.Label>
            {ways.map((move) => (
              <Menu.Item key={move.act.id + move.to} onClick={() => onMove(row, move)}>
                {valueWord(list, by, move.to)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </article>
  );
}

/** Does the act at once, or asks first for what it needs; a refusal is said here, and the card stays where it was. */
function MoveDialog({
  row,
  move,
  list,
  by,
  onClose,
}: Moving & { list: List; by: string; onClose: () => void }): ReactNode {
  const t = useText(shellTexts);
  const [words, setWords] = useState('');
  const act = useAct(move.act, { invalidates: [list.id.split('.')[0] ?? list.id], onDone: onClose });
  const send = () =>
    act.act({
      params: { id: row.id },
      ...((move.asks || move.sets || move.act.body) && {
        body: { ...(move.asks && { [move.asks]: words }), ...(move.sets && { [move.sets]: move.to }) },
      }),
      ifMatch: row.revision,
    } as never);
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${nameOf(row, Object.keys(list.columns))}: ${valueWord(list, by, String(row[by]))} → ${valueWord(list, by, move.to)}`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {move.asks && (
          <TextInput
            label={t(move.asks === 'reason' ? 'web.list.cell.reason' : 'web.list.board.words')}
            required
            data-autofocus
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <RefusalBanner problem={act.problem} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('web.cancel')}
          </Button>
          <Button type="submit" loading={act.isPending} data-autofocus={!move.asks || undefined}>
            {t('web.list.board.do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
