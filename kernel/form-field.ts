/** How a value is edited and shown. */
export type FieldLook =
  | 'flag'
  | 'choice'
  | 'money'
  | 'basis-points'
  | 'number'
  | 'weekday'
  | 'weekdays'
  | 'time-of-day'
  | 'days-listed'
  | 'text'
  | 'rows'
  | 'group';

/** One field of a form made from a schema. */
export type FormField = {
  /** Property names from the whole value down to this field; empty when the value is a single one. */
  readonly path: readonly string[];
  readonly look: FieldLook;
  /** What a number counts: `days`, `hours`; undefined when its label says it. */
  readonly unit: string | undefined;
  readonly required: boolean;
  /** Whether an emptied field is null rather than left out. */
  readonly nullable: boolean;
  readonly whole: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly maxLength: number | undefined;
  readonly choices: readonly string[];
  /** The fields of a group, or of each row of a list of rows: those begin their paths at the row. */
  readonly fields: readonly FormField[];
};

type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly unit?: string;
};

/**
 * The form of a JSON schema: one field, or a group of them. What a number counts stands in the schema's `unit` (`money`,
 * `basis-points`, `weekday`, `time-of-day`, `days`, `hours`) or, for the properties of the whole, in `units`.
 * @throws TypeError for a schema that no field can show.
 */
export function formField(schema: unknown, units: Readonly<Record<string, string>> = {}): FormField {
  return fieldOf(schema as Schema, [], true, units);
}

/** Text keys that may name a field, the most particular first. */
export function labelKeys(owner: string, { path }: FormField): string[] {
  const last = path.at(-1);
  return [[`setting.${owner}`, ...path].join('.'), ...(last === undefined ? [] : [`setting-name.${last}`])];
}

/** Text keys that may name one of a field's choices, the most particular first. */
export function choiceKeys(owner: string, { path }: FormField, choice: string): string[] {
  return [[`setting.${owner}`, ...path, choice].join('.'), `setting-value.${choice}`];
}

/** Every field of a form that holds a value, groups opened; a list of rows is one value. */
export function leavesOf(field: FormField): FormField[] {
  return field.look === 'group' ? field.fields.flatMap(leavesOf) : [field];
}

/** What a field lacks before it may be sent; null when it fits. Amounts are compared in the unit of the field. */
export function faultOf(field: FormField, value: unknown): 'missing' | 'too-small' | 'too-large' | 'too-long' | null {
  const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (empty) return field.required && !field.nullable && field.look !== 'days-listed' ? 'missing' : null;
  if (typeof value === 'number') {
    if (field.minimum !== undefined && value < field.minimum) return 'too-small';
    if (field.maximum !== undefined && value > field.maximum) return 'too-large';
  }
  if (typeof value === 'string' && field.maxLength !== undefined && value.length > field.maxLength) return 'too-long';
  return null;
}

/** What stands at a path of a value. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), value);
}

/** The value with another one at a path; undefined leaves that property out. */
export function withValueAt(value: unknown, path: readonly string[], next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  const { [step]: before, ...others } = isRecord(value) ? value : {};
  const inner = withValueAt(before, rest, next);
  return inner === undefined ? others : { ...others, [step]: inner };
}

function fieldOf(
  schema: Schema,
  path: readonly string[],
  required: boolean,
  units: Readonly<Record<string, string>>,
): FormField {
  const nullable = (schema.anyOf ?? []).some(({ type }) => type === 'null');
  const [only, ...others] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  const choices = (schema.anyOf ?? []).flatMap(({ const: each }) => (typeof each === 'string' ? [each] : []));
  const inner = only && others.length === 0 && choices.length === 0 ? only : schema;
  const unit = inner.unit ?? schema.unit ?? (path.length === 1 ? units[path[0] ?? ''] : undefined);
  const look = choices.length > 0 ? 'choice' : lookOf(inner, unit);
  if (!look) throw new TypeError(`No field shows ${JSON.stringify(schema)} at /${path.join('/')}`);
  return {
    path,
    look,
    unit: unit === 'days' || unit === 'hours' ? unit : undefined,
    required,
    nullable,
    whole: inner.type === 'integer',
    minimum: look === 'rows' ? inner.minItems : inner.minimum,
    maximum: look === 'rows' ? inner.maxItems : inner.maximum,
    maxLength: inner.maxLength,
    choices,
    fields: fieldsOf(inner, look, path, units),
  };
}

function fieldsOf(
  schema: Schema,
  look: FieldLook,
  path: readonly string[],
  units: Readonly<Record<string, string>>,
): FormField[] {
  const within = (of: Schema, at: readonly string[]) =>
    Object.entries(of.properties ?? {}).map(([name, each]) =>
      fieldOf(each, [...at, name], (of.required ?? []).includes(name), units),
    );
  if (look === 'group') return within(schema, path);
  return look === 'rows' ? within(schema.items ?? {}, []) : [];
}

function lookOf(schema: Schema, unit: string | undefined): FieldLook | undefined {
  switch (schema.type) {
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'number':
      return unit === 'money' || unit === 'basis-points' || unit === 'weekday' ? unit : 'number';
    case 'string':
      return unit === 'time-of-day' ? unit : 'text';
    case 'array':
      if (schema.items?.unit === 'weekday') return 'weekdays';
      if (Object.keys(schema.items?.properties ?? {}).length > 0) return 'rows';
      return schema.items?.format === 'date' ? 'days-listed' : undefined;
    case 'object':
      return schema.properties ? 'group' : undefined;
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
