import {
  Button,
  Checkbox,
  Chip,
  CloseButton,
  Fieldset,
  Group,
  Input,
  NativeSelect,
  NumberInput,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type FormField, faultOf, leavesOf, valueAt, withValueAt } from '#kernel/form-field.ts';
import { shellTexts } from '../shell-texts.ts';
import { type Say, useText } from '../texts.ts';
import { DaysField } from './days-field.tsx';
import { MoneyField } from './money-field.tsx';
import { RateField } from './rate-field.tsx';
import { useSchemaWords } from './schema-words.ts';

type Errors = Readonly<Record<string, ReactNode>>;
type FieldsProps = {
  /** Whose texts name the fields: the key of a setting, duty, right or pay rule. */
  readonly owner: string;
  readonly form: FormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Errors by path, as a form keeps them, and where the value stands in that form. */
  readonly errors?: Errors;
  readonly at?: string;
};

const longText = 200;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The fields of a form that a schema makes: each by what it counts, with its limits, and its refusal beneath it. */
export function SchemaFields({ owner, form, value, onChange, errors = {}, at = '' }: FieldsProps): ReactNode {
  const words = useSchemaWords(owner);
  if (form.look === 'rows') return <RowsField {...{ owner, form, value, onChange, errors, at }} />;
  if (form.look !== 'group') {
    return (
      <OneField
        owner={owner}
        field={form}
        value={valueAt(value, form.path)}
        onChange={(next) => onChange(withValueAt(value, form.path, next))}
        error={errorAt(errors, [at, ...form.path].filter(Boolean).join('.'))}
      />
    );
  }
  const fields = form.fields.map((field) => (
    <SchemaFields key={field.path.join('.')} {...{ owner, value, onChange, errors, at }} form={field} />
  ));
  return form.path.length === 0 ? (
    <Stack gap="sm">{fields}</Stack>
  ) : (
    <Fieldset legend={words.label(form)}>
      <Stack gap="sm">{fields}</Stack>
    </Fieldset>
  );
}

/** A list of rows, each with the same fields; one can be added and any taken away, by mouse and keyboard. */
function RowsField({ owner, form, value, onChange, errors = {}, at = '' }: FieldsProps): ReactNode {
  const words = useSchemaWords(owner);
  const t = useText(shellTexts);
  const path = [at, ...form.path].filter(Boolean).join('.');
  const rows = rowsIn(valueAt(value, form.path));
  const change = (next: readonly unknown[]) => onChange(withValueAt(value, form.path, next));
  return (
    <Fieldset legend={words.label(form)}>
      <Stack gap="sm">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place, and none is ever moved.
          <Group key={index} align="flex-start" gap="xs" wrap="nowrap">
            <Group align="flex-start" gap="xs" grow style={{ flex: 1 }}>
              {form.fields.map((field) => (
                <SchemaFields
                  key={field.path.join('.')}
                  owner={owner}
                  form={field}
                  value={row}
                  onChange={(next) => change(rows.with(index, next))}
                  errors={errors}
                  at={`${path}.${index}`}
                />
              ))}
            </Group>
            <CloseButton
              mt={26}
              aria-label={t('web.row.remove', { number: index + 1 })}
              disabled={rows.length <= (form.minimum ?? 0)}
              onClick={() => change(rows.toSpliced(index, 1))}
            />
          </Group>
        ))}
        {typeof errors[path] === 'string' && <Input.Error>{errors[path]}</Input.Error>}
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          disabled={rows.length >= (form.maximum ?? Number.POSITIVE_INFINITY)}
          onClick={() => change([...rows, {}])}
        >
          {t('web.row.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

/** What a form lacks before it is sent: a sentence for each field, by the path under which a form keeps it. */
export function useSchemaFaults(owner: string) {
  const words = useSchemaWords(owner);
  const t = useText(shellTexts);
  const faults = (form: FormField, value: unknown, at = ''): Record<string, string> =>
    Object.fromEntries(
      leavesOf(form).flatMap((field) => {
        const path = [at, ...field.path].filter(Boolean).join('.');
        const said = faultSaid(field, valueAt(value, field.path), words.figure, t);
        if (said) return [[path, said]];
        return field.look === 'rows' ? faultsInRows(field, valueAt(value, field.path), path) : [];
      }),
    );
  const faultsInRows = (field: FormField, value: unknown, path: string): [string, string][] =>
    rowsIn(value).flatMap((row, index) =>
      field.fields.flatMap((each) => Object.entries(faults(each, row, `${path}.${index}`))),
    );
  return faults;
}

function faultSaid(
  field: FormField,
  value: unknown,
  figure: (field: FormField, value: number) => string,
  t: Say<typeof shellTexts>,
): string | null {
  const fault = faultOf(field, value);
  if (fault === 'missing') return t('web.fault.missing');
  if (fault === 'too-small') return t('web.fault.too-small', { limit: figure(field, field.minimum ?? 0) });
  if (fault === 'too-large') return t('web.fault.too-large', { limit: figure(field, field.maximum ?? 0) });
  return fault === 'too-long' ? t('web.fault.too-long', { limit: field.maxLength }) : null;
}

/** The error of a field, or of something within it: the third day of a list stands at the list. */
function errorAt(errors: Errors, path: string): ReactNode {
  const within = Object.keys(errors).find((each) => each === path || each.startsWith(`${path}.`));
  return within === undefined ? undefined : errors[within];
}

type OneProps = {
  readonly owner: string;
  readonly field: FormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error: ReactNode;
};

function OneField({ owner, field, value, onChange, error }: OneProps): ReactNode {
  const words = useSchemaWords(owner);
  const label = words.label(field);
  const number = typeof value === 'number' ? value : null;
  // What was emptied stays as null where it is needed, so that its refusal finds the field.
  const changeNumber = (next: number | null) => onChange(next ?? (field.nullable || field.required ? null : undefined));
  const common = { label, error, required: field.required && !field.nullable };
  switch (field.look) {
    case 'flag':
      return (
        <Checkbox
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
          data={[
            ...(field.required ? [] : [{ value: '', label: '' }]),
            ...field.choices.map((each) => ({ value: each, label: words.choice(field, each) })),
          ]}
        />
      );
    case 'weekday':
      return (
        <NativeSelect
          {...common}
          value={String(value)}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
          data={weekdays.map((day) => ({ value: String(day), label: words.weekday(day) }))}
        />
      );
    case 'weekdays':
      return <WeekdaysField {...{ label, error, value, onChange }} name={words.weekday} />;
    case 'days-listed':
      return <DaysField label={label} error={error} value={daysIn(value)} onChange={onChange} />;
    case 'money':
      return <MoneyField {...common} value={number} onChange={changeNumber} />;
    case 'basis-points':
      return <RateField {...common} value={number} onChange={changeNumber} />;
    case 'number':
      return (
        <NumberInput
          {...common}
          allowDecimal={!field.whole}
          {...(field.minimum !== undefined && { min: field.minimum, allowNegative: field.minimum < 0 })}
          // What is too much is said, not cut: a person would not notice.
          clampBehavior="none"
          {...(field.unit && {
            rightSection: <Input.Description>{words.unitOf(field, number ?? 0)}</Input.Description>,
            rightSectionWidth: 72,
            hideControls: true,
          })}
          value={number ?? ''}
          onChange={(next) => changeNumber(typeof next === 'number' ? next : null)}
        />
      );
    case 'time-of-day':
      return (
        <TextInput
          {...common}
          type="time"
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextOf
          {...common}
          long={(field.maxLength ?? 0) > longText}
          value={String(value ?? '')}
          onChange={(next) => onChange(next === '' && field.nullable ? null : next)}
        />
      );
  }
}

function TextOf(props: {
  label: string;
  error: ReactNode;
  long: boolean;
  value: string;
  onChange: (value: unknown) => void;
}): ReactNode {
  const { long, onChange, ...rest } = props;
  return long ? (
    <Textarea {...rest} autosize minRows={3} maxRows={12} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...rest} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

function WeekdaysField(props: {
  label: string;
  error: ReactNode;
  value: unknown;
  onChange: (value: unknown) => void;
  name: (day: number) => string;
}): ReactNode {
  const { label, error, value, onChange, name } = props;
  const id = useId();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <Input.Wrapper label={label} error={error} labelElement="div" labelProps={{ id }}>
      <Chip.Group multiple value={chosen} onChange={(next) => onChange(next.map(Number).sort((a, b) => a - b))}>
        <Group gap={6} role="group" aria-labelledby={id} mt={4}>
          {weekdays.map((day) => (
            <Chip key={day} value={String(day)} size="xs">
              {name(day)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

function rowsIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function daysIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
