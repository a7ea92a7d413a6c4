import { Popover } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Column, List } from '#platform/lists/define.ts';
import { useFormat } from '../format.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { FilterEditor } from './filter-editor.tsx';
import classes from './list.module.css';
import { parametersOf } from './list-state.ts';
import type { Changes } from './use-list-state.ts';
import { columnWord, filterWords } from './words.ts';

type ChipProps = {
  readonly list: List;
  readonly name: string;
  readonly operators: Readonly<Record<string, string>>;
  /** Just added: its editor is open. */
  readonly fresh: boolean;
  readonly onChange: (changes: Changes) => void;
  readonly onClosed: () => void;
};

/** A filter: what it says, a click to change it, a cross to take it away. */
export function FilterChip({ list, name, operators, fresh, onChange, onClosed }: ChipProps): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(fresh), [fresh]);
  const column = list.columns[name] as Column;
  const set = (next: Readonly<Record<string, string>>) => onChange(parametersOf(name, column, next));
  const close = () => {
    setOpen(false);
    onClosed();
  };
  const word = columnWord(list, name);
  return (
    <div className={classes.chip}>
      <Popover
        opened={open}
        onChange={(next) => (next ? setOpen(true) : close())}
        position="bottom-start"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button type="button" className={`${classes.words} clip`} onClick={() => setOpen(!open)}>
            <b>{word}:</b> {filterWords(list, name, operators, format) || '…'}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={word}>
          <FilterEditor list={list} name={name} column={column} operators={operators} onChange={set} onDone={close} />
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={classes.off}
        aria-label={t('web.list.remove-filter', { column: word })}
        onClick={() => {
          set({});
          close();
        }}
      >
        <IconX size={13} stroke={2} />
      </button>
    </div>
  );
}
