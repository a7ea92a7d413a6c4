import { Combobox, InputBase, Loader, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { call } from '#platform/web/call.ts';
import { QuantityField } from '#platform/web/form/quantity-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { findProducts, type findProductsToType } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';
import type { Product } from './entry.ts';
import classes from './order-entry.module.css';

type Found = EndpointReply<typeof findProducts>['items'][number];
type FinderProps = {
  readonly column: string;
  /** What the client usually takes, offered while nothing is typed. */
  readonly usual: readonly (Product & { readonly quantity: number })[];
  readonly onAdd: (product: Product, quantity: number) => void;
  readonly field: Ref<HTMLInputElement>;
  /** Where products are looked up: by whoever takes orders, or by whoever types them. */
  readonly from?: typeof findProducts | typeof findProductsToType;
};

/**
 * The fast way to take an order: a code or a part of the name, Enter, quantity, Enter, next. Enter before the list has
 * come takes the first that comes.
 */
export function ProductFinder({ column, usual, onAdd, field, from = findProducts }: FinderProps): ReactNode {
  const t = useText(texts);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Product | null>(null);
  const [quantity, setQuantity] = useState<number | null>(1);
  const [waiting, setWaiting] = useState(false);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const text = typed.trim();
  const [asked] = useDebouncedValue(text, 120);
  const query = { text: asked || ' ', column, limit: 10 };
  const found = useRead(from, { query }, { enabled: asked !== '', keep: true, staleMs: 60_000 });
  const hits = text === '' ? usual : (found.data?.items ?? []).map(productOf);
  const fresh = text === asked && !found.isPlaceholderData && found.data !== undefined;

  const pick = (product: Product & { readonly quantity?: number }) => {
    setPicked(product);
    setQuantity(product.quantity ?? 1);
    box.closeDropdown();
  };
  const add = () => {
    if (!picked || quantity === null || quantity <= 0) return;
    onAdd(picked, quantity);
    clear();
  };
  const clear = () => {
    setPicked(null);
    setTyped('');
    setQuantity(1);
  };
  const onEnter = async () => {
    if (text === '' || waiting) return;
    if (fresh) {
      const first = hits[box.getSelectedOptionIndex()] ?? hits[0];
      if (first) pick(first);
      return;
    }
    setWaiting(true);
    const { items } = await call(from, { query: { text, column, limit: 1 } }).catch(() => ({ items: [] }));
    setWaiting(false);
    if (items[0]) pick(productOf(items[0]));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const chosen = event.altKey && digit ? usual[Number(digit) - 1] : undefined;
    if (chosen) {
      event.preventDefault();
      onAdd(chosen, chosen.quantity);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && text !== '') {
      event.preventDefault();
      void onEnter();
    } else if (event.key === 'Escape') clear();
  };

  if (picked) {
    return (
      <div className={classes.finder} data-picked>
        <Text component="div" className="clip" fw={550}>
          {picked.code} · {picked.name}
          {picked.columnPrice !== null && (
            <Text span c="dimmed" ml={8} className="numerals">
              {format.money(picked.columnPrice)}
            </Text>
          )}
        </Text>
        <QuantityField
          autoFocus
          aria-label={t('orders.quantity')}
          unit={picked.unit}
          w={130}
          value={quantity}
          onChange={setQuantity}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              add();
            } else if (event.key === 'Escape') clear();
          }}
        />
      </div>
    );
  }
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const hit = hits.find((each) => each.productId === id);
        if (hit) pick(hit);
      }}
    >
      <Combobox.Target>
        <InputBase
          ref={field}
          autoFocus
          aria-label={t('orders.entry.find')}
          placeholder={t('orders.entry.find')}
          autoComplete="off"
          leftSection={found.isFetching || waiting ? <Loader size={14} /> : <IconSearch size={16} stroke={1.7} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.openDropdown();
            box.selectFirstOption();
          }}
          onKeyDown={onKeyDown}
          onBlur={() => box.closeDropdown()}
          onClick={() => box.openDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === '' && usual.length === 0}>
        <Combobox.Options aria-label={t('orders.entry.find')} mah={320} style={{ overflowY: 'auto' }}>
          {hits.map((hit, index) => (
            <Combobox.Option key={hit.productId} value={hit.productId} className={classes.hit}>
              <span className="numerals">{hit.code}</span>
              <span className="clip">{hit.name}</span>
              <span className="number">
                {hit.columnPrice === null ? t('orders.entry.no-price') : format.money(hit.columnPrice)}
              </span>
              {text === '' && index < 9 && <kbd>{index + 1}</kbd>}
            </Combobox.Option>
          ))}
          {text !== '' && fresh && hits.length === 0 && (
            <Combobox.Empty>{t('orders.entry.nothing-found')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function productOf({ id, code, name, unit, price }: Found): Product {
  return { productId: id, code, name, unit, columnPrice: price };
}
