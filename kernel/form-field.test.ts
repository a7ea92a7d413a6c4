import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { type FormField, faultOf, formField, labelKeys, leavesOf, valueAt, withValueAt } from './form-field.ts';

const only = (schema: unknown, units?: Record<string, string>): FormField => {
  const [field] = leavesOf(formField(Type.Object({ it: schema as Type.TSchema }), units));
  if (!field) throw new Error('no field');
  return field;
};

describe('the field of a schema', () => {
  it.each([
    [Type.Boolean(), 'flag', 'yes or no'],
    [Type.Union([Type.Literal('a'), Type.Literal('b')]), 'choice', 'one of a few'],
    [Type.Integer({ unit: 'money' }), 'money', 'minor units'],
    [Type.Integer({ unit: 'basis-points' }), 'basis-points', 'a rate'],
    [Type.Union([Type.Integer({ unit: 'basis-points' }), Type.Null()]), 'basis-points', 'a rate or nothing'],
    [Type.Integer({ unit: 'weekday' }), 'weekday', 'Monday is 1'],
    [Type.Array(Type.Integer({ unit: 'weekday' })), 'weekdays', 'several of them'],
    [Type.Array(Type.String({ format: 'date' })), 'days-listed', 'a list of days'],
    [Type.Array(Type.Object({ from: Type.Integer() })), 'rows', 'a table that grows'],
    [Type.String({ unit: 'time-of-day' }), 'time-of-day', 'HH:MM'],
    [Type.String(), 'text', 'anything else that is written'],
    [Type.Integer({ unit: 'days' }), 'number', 'a count'],
  ] as [Type.TSchema, string, string][])('%#: %s is shown as %s: %s', (schema, look, _why) => {
    expect(only(schema).look).toBe(look);
  });
  it('takes its unit from the limits of a permit where the schema names none', () => {
    expect(only(Type.Integer(), { it: 'money' }).look).toBe('money');
  });
  it('knows what may be left out and what may be nothing', () => {
    const optional = leavesOf(formField(Type.Object({ it: Type.Optional(Type.Integer()) })));
    expect(optional.map(({ required, nullable }) => [required, nullable])).toEqual([[false, false]]);
    expect(only(Type.Union([Type.Integer({ minimum: 3 }), Type.Null()]))).toMatchObject({ nullable: true, minimum: 3 });
  });
  it('is refused where nothing could show it, rather than shown as text', () => {
    expect(() => only(Type.Record(Type.String(), Type.Integer()))).toThrow(TypeError);
    expect(() => only(Type.Array(Type.Object({})))).toThrow('at /it');
  });
  it('of a list of rows has the fields of a row, which begin at the row', () => {
    const rows = only(Type.Array(Type.Object({ rate: Type.Integer({ unit: 'basis-points' }) }), { minItems: 1 }));
    expect(rows).toMatchObject({ path: ['it'], minimum: 1, fields: [{ path: ['rate'], look: 'basis-points' }] });
    expect(faultOf(rows, [])).toBe('missing');
  });
  it('of a single value stands alone', () => {
    const field = formField(Type.Integer({ unit: 'hours' }));
    expect([field.path, field.look, field.unit]).toEqual([[], 'number', 'hours']);
    expect(labelKeys('m.hours', field)).toEqual(['setting.m.hours']);
  });
  it('within a group is named by its whole path first', () => {
    const [field] = leavesOf(formField(Type.Object({ byClass: Type.Object({ A: Type.Integer() }) })));
    if (!field) throw new Error('no field');
    expect(labelKeys('m.rule', field)).toEqual(['setting.m.rule.byClass.A', 'setting-name.A']);
  });
});

describe('what a field lacks', () => {
  const days = only(Type.Integer({ minimum: 1, maximum: 7 }));
  it.each([
    [days, null, 'missing'],
    [days, 0, 'too-small'],
    [days, 8, 'too-large'],
    [days, 7, null],
    [only(Type.Union([Type.Integer(), Type.Null()])), null, null],
    [only(Type.Array(Type.String({ format: 'date' }))), [], null],
    [only(Type.Array(Type.Integer({ unit: 'weekday' }))), [], 'missing'],
    [only(Type.String({ maxLength: 2 })), 'abc', 'too-long'],
    [only(Type.String()), '', null],
  ])('%#: %j', (field, value, fault) => {
    expect(faultOf(field, value)).toBe(fault);
  });
});

describe('a value within a value', () => {
  it('is put where it belongs and leaves the rest as it was', () => {
    const before = { a: { b: 1, c: 2 }, d: 3 };
    expect(withValueAt(before, ['a', 'b'], 9)).toEqual({ a: { b: 9, c: 2 }, d: 3 });
    expect(withValueAt(before, ['a', 'b'], undefined)).toEqual({ a: { c: 2 }, d: 3 });
    expect(withValueAt(5, [], 6)).toBe(6);
    expect(before).toEqual({ a: { b: 1, c: 2 }, d: 3 });
  });
  it('is found again, or is not there', () => {
    expect(valueAt({ a: { b: 1 } }, ['a', 'b'])).toBe(1);
    expect(valueAt({ a: 1 }, ['a', 'b'])).toBeUndefined();
  });
});
