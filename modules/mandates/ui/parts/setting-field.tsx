import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Kind } from './binding-panel.tsx';

type Schema = {
  readonly type?: string;
  readonly anyOf?: readonly (Schema & { readonly const?: unknown })[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly unit?: string;
};
export type Field = {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly unit: string | undefined;
};

/** The fields of a kind's settings, in the order of the declaration. */
export function settingFields(kind: Kind): Field[] {
  const { properties = {}, required = [] } = kind.schema as {
    properties?: Record<string, Schema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    required: required.includes(name),
    unit: kind.units[name] ?? schema.anyOf?.find((each) => each.unit)?.unit ?? unitSaid(schema.description),
  }));
}

/** Schemas that name their unit in words only. */
function unitSaid(description = ''): string | undefined {
  if (/basis points/i.test(description)) return 'basis-points';
  return /minor units/i.test(description) ? 'money' : undefined;
}

/** One setting: money, rate, number, choice, yes or no, weekday or text, by its schema and unit. */
export function SettingField(props: { kind: Kind; field: Field; value: unknown; onChange: (value: unknown) => void }) {
  const { kind, field, value, onChange } = props;
  const t = useText(mandatesScreenTexts);
  const say = useSay();
  const { schema, required, unit, name } = field;
  const label = say(`setting.${kind.key}.${name}`, undefined, say(`setting-name.${name}`, undefined, name));
  const choices = (schema.anyOf ?? []).flatMap(({ const: each }) => (each === undefined ? [] : [String(each)]));
  const number = (next: number | null) => onChange(next ?? (nullable(schema) ? null : undefined));
  if (schema.type === 'boolean') {
    return (
      <Checkbox
        mt={6}
        label={label}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (choices.length > 0) {
    const data = choices.map((each) => ({
      value: each,
      label: say(`setting.${kind.key}.${name}.${each}`, undefined, say(`setting-value.${each}`, undefined, each)),
    }));
    return (
      <NativeSelect
        label={label}
        required={required}
        value={String(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={data}
      />
    );
  }
  if (/weekday/i.test(name)) {
    const days = [1, 2, 3, 4, 5, 6, 7] as const;
    const data = days.map((day) => ({ value: String(day), label: t(`mandates.weekday.${day}`) }));
    return (
      <NativeSelect
        label={label}
        required={required}
        value={String(value)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        data={data}
      />
    );
  }
  if (unit === 'money')
    return <MoneyField label={label} required={required} value={numberIn(value)} onChange={number} />;
  if (unit === 'basis-points')
    return <RateField label={label} required={required} value={numberIn(value)} onChange={number} />;
  if (schema.type === 'integer' || schema.type === 'number' || schema.anyOf) {
    return (
      <NumberInput
        label={label}
        required={required}
        allowDecimal={schema.type === 'number'}
        {...(schema.minimum !== undefined && { min: schema.minimum })}
        {...(schema.maximum !== undefined && { max: schema.maximum })}
        value={numberIn(value) ?? ''}
        onChange={(next) => number(typeof next === 'number' ? next : null)}
      />
    );
  }
  const time = /time$/i.test(name);
  return (
    <TextInput
      label={label}
      required={required}
      type={time ? 'time' : 'text'}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

function nullable(schema: Schema): boolean {
  return (schema.anyOf ?? []).some(({ type }) => type === 'null');
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
