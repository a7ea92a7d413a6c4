import { choiceKeys, type FormField, labelKeys, leavesOf, valueAt } from '#kernel/form-field.ts';
import { useFormat } from '../format.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';

/** The groups in which a field lies, outermost first. */
function groupsOf(form: FormField, field: FormField): FormField[] {
  const inner = form.fields.find(
    (each) => each.look === 'group' && each.path.every((step, index) => field.path[index] === step),
  );
  return inner ? [inner, ...groupsOf(inner, field)] : [];
}

/** The words of a form that a schema makes: labels, choices, and values as a person reads them. */
export function useSchemaWords(owner: string) {
  const say = useSay();
  const t = useText(shellTexts);
  const format = useFormat();
  const first = (keys: readonly string[]) =>
    keys.reduceRight<string>((otherwise, key) => say(key, undefined, otherwise), keys.at(-1) ?? '');
  const label = (field: FormField) => first(labelKeys(owner, field));
  const choice = (field: FormField, value: string) => first(choiceKeys(owner, field, value));
  const weekday = (day: number) => t(`web.weekday.${day}` as 'web.weekday.1');
  const figure = (field: FormField, value: number): string => {
    if (field.look === 'money') return format.money(value);
    if (field.look === 'basis-points') return format.rate(value);
    if (field.look === 'weekday') return weekday(value);
    const unit = unitOf(field, value);
    return unit ? `${format.number(value)} ${unit}` : format.number(value);
  };
  const unitOf = (field: FormField, count: number) =>
    field.unit ? t(`web.unit.${field.unit}` as 'web.unit.days', { count }) : '';
  const value = (field: FormField, of: unknown): string => {
    if (typeof of === 'number') return figure(field, of);
    if (typeof of === 'boolean') return t(of ? 'web.value.yes' : 'web.value.no');
    if (field.look === 'rows') return rowsSaid(field, of);
    if (Array.isArray(of)) {
      const said = of.map((each) => (typeof each === 'number' ? weekday(each) : format.date(String(each))));
      return said.length === 0 ? t('web.value.none') : said.join(', ');
    }
    if (of === undefined || of === null || of === '') return t('web.value.none');
    return field.look === 'choice' ? choice(field, String(of)) : String(of);
  };
  const rowsSaid = (field: FormField, of: unknown): string => {
    const rows = (Array.isArray(of) ? of : []).map((row) =>
      field.fields.map((each) => `${label(each)}: ${value(each, valueAt(row, each.path))}`).join(', '),
    );
    return rows.length === 0 ? t('web.value.none') : rows.join('; ');
  };
  /** Each value of the form with its label; a single value has none. */
  const lines = (form: FormField, of: unknown) =>
    leavesOf(form).map((field) => ({
      key: field.path.join('.'),
      label: field.path.length === 0 ? '' : [...groupsOf(form, field), field].map(label).join(' · '),
      value: value(field, valueAt(of, field.path)),
    }));
  return { label, choice, weekday, figure, unitOf, value, lines };
}
