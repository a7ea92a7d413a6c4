import { Button, CloseButton, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import type { Face } from './face.ts';
import { FilterChip } from './filter-chip.tsx';
import classes from './list.module.css';
import { filtersByColumn } from './list-state.ts';
import type { ListControl } from './use-list-state.ts';
import { ViewsMenu } from './views-menu.tsx';
import { columnWord } from './words.ts';

type BarProps = {
  readonly list: List;
  readonly control: ListControl;
  readonly fixed: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly faces: readonly Face[];
  readonly face: string;
  readonly onFace: (key: string) => void;
  readonly embedded: boolean;
};

/** Search, filters as chips, and at the right what else is done with the whole list. */
export function FilterBar({ list, control, fixed, query, faces, face, onFace, embedded }: BarProps): ReactNode {
  const t = useText(shellTexts);
  const { state, change } = control;
  const [begun, setBegun] = useState<string | null>(null);
  const given = filtersByColumn(state, list);
  const open = begun !== null && !given.some(([name]) => name === begun) ? [...given, [begun, {}] as const] : given;
  const addable = Object.entries(list.columns).filter(
    ([name, column]) =>
      column.filterable &&
      fixed[name] === undefined &&
      !open.some(([each]) => each === name) &&
      (column.type !== 'ref' || column.leadsTo),
  );
  return (
    <div className={classes.bar}>
      {list.searchable && <SearchField value={state.q} onSearch={(q) => change({ q })} />}
      {open.map(([name, operators]) => (
        <FilterChip
          key={name}
          list={list}
          name={name}
          operators={operators}
          fresh={name === begun}
          onChange={change}
          onClosed={() => setBegun(null)}
        />
      ))}
      {addable.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              fw={500}
              color="gray"
              size="compact-sm"
              h={30}
              leftSection={<IconFilterPlus size={15} stroke={1.7} />}
            >
              {t('web.list.filter')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={380} style={{ overflowY: 'auto' }}>
            {addable.map(([name]) => (
              <Menu.Item key={name} onClick={() => setBegun(name)}>
                {columnWord(list, name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {given.length > 1 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          h={30}
          onClick={() => control.replaceBy({ sort: state.sort })}
        >
          {t('web.list.clear-filters')}
        </Button>
      )}
      <div className={classes.tools}>
        {faces.length > 0 && (
          <SegmentedControl
            size="xs"
            value={face}
            onChange={onFace}
            data={[
              { value: '', label: t('web.list.as-list') },
              ...faces.map(({ key }) => ({ value: key, label: t(`web.list.face.${key}`) })),
            ]}
          />
        )}
        {!embedded && <ViewsMenu list={list} control={control} />}
        <ColumnsMenu list={list} control={control} fixed={fixed} />
        <ExportMenu list={list} query={query} columns={state.columns} />
      </div>
    </div>
  );
}

/** What is typed is asked for after a short pause; Enter asks at once. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }): ReactNode {
  const t = useText(shellTexts);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const later = useDebouncedCallback(onSearch, 220);
  const clear = () => {
    setTyped('');
    onSearch('');
  };
  return (
    <TextInput
      className={classes.search ?? ''}
      size="xs"
      type="search"
      aria-label={t('web.list.search')}
      placeholder={t('web.list.search')}
      leftSection={<IconSearch size={15} stroke={1.7} />}
      rightSection={typed && <CloseButton size="xs" aria-label={t('web.list.clear-search')} onClick={clear} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(typed);
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
