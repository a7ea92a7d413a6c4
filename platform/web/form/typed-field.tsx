import { TextInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

export type NumberFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
};

type TypedProps = NumberFieldProps & {
  /** The value as it stands in the field. */
  readonly print: (value: number) => string;
  /** What was typed as a value; null when it is none. */
  readonly parse: (text: string) => number | null;
  /** The sentence for what is no value. */
  readonly fault: 'web.no-money' | 'web.no-quantity' | 'web.no-rate';
};

/** A field whose text stands for a number: free while it is typed, made tidy when it is left. */
export function TypedField({
  value,
  onChange,
  onBlur,
  onFocus,
  print,
  parse,
  fault,
  error,
  ...rest
}: TypedProps): ReactNode {
  const t = useText(shellTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null || value === undefined ? '' : print(value));
  const wrong = typed !== null && typed.trim() !== '' && parse(typed) === null;
  const [left, setLeft] = useState(false);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      {...rest}
      value={text}
      error={wrong && left ? t(fault) : error}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        setLeft(false);
        onChange?.(next.trim() === '' ? null : parse(next));
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onBlur={(event) => {
        if (wrong) setLeft(true);
        else setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
