import { Combobox, Input, InputBase, Loader, type TextInputProps, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { search } from '#platform/http/endpoints.ts';
import { useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

/** A record that is referred to: its id, and the name that people know it by. */
export type Ref = { readonly id: string; readonly label: string };
type RefFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** What the search calls such records: `client`, `person`, `product`, `order`. */
  readonly kind?: string;
  /** Or how their addresses begin: `/clients/`. */
  readonly leadsTo?: string;
  readonly value?: Ref | null;
  readonly onChange?: (value: Ref | null) => void;
};

/** Picks a record by a part of its name, among what the person may see. */
export function RefField({ kind, leadsTo, value, onChange, placeholder, ...rest }: RefFieldProps): ReactNode {
  const t = useText(shellTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [asked] = useDebouncedValue((typed ?? '').trim(), 160);
  const found = useRead(
    search,
    { query: { q: asked || ' ' } },
    { enabled: asked.length > 0, keep: true, staleMs: 60_000 },
  );
  const fits = (hit: { kind: string; href: string }) =>
    kind ? hit.kind === kind : hit.href.startsWith(leadsTo ?? '/');
  const hits = asked ? (found.data?.items ?? []).filter(fits) : [];
  const searching = typed !== null && typed.trim() !== '' && (typed.trim() !== asked || found.isFetching);
  const first = searching ? undefined : hits[0]?.id;
  const { selectFirstOption } = box;
  useEffect(() => {
    if (first !== undefined) selectFirstOption();
  }, [first, selectFirstOption]);
  // Enter picks what was found. Before that it does nothing: neither may the form go off with the field unanswered, nor
  // may what was found for fewer letters be taken.
  const answerEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed === null || typed.trim() === '') return;
    event.preventDefault();
    if (searching) event.stopPropagation();
  };
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const hit = hits.find((each) => each.id === id);
        if (hit) onChange?.({ id: hit.id, label: hit.title });
        setTyped(null);
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          autoComplete="off"
          {...rest}
          placeholder={placeholder ?? t('web.type-to-find')}
          value={typed ?? value?.label ?? ''}
          onKeyDownCapture={answerEnter}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (event.currentTarget.value === '') onChange?.(null);
            box.openDropdown();
            box.resetSelectedOption();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            setTyped(null);
            box.closeDropdown();
          }}
          rightSection={
            searching ? (
              <Loader size={14} />
            ) : value && onChange ? (
              <Input.ClearButton onClick={() => onChange(null)} />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <Combobox.Options>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <div>{hit.title}</div>
              {hit.subtitle && <Input.Description>{hit.subtitle}</Input.Description>}
            </Combobox.Option>
          ))}
          {hits.length === 0 && !searching && <Combobox.Empty>{t('web.nothing-found')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
