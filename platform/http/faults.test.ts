import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it, test } from 'vitest';
import { platformPermits, platformRefusals } from '#platform/declare/platform-module.ts';
import { compose } from '#platform/declare/registry.ts';
import { sentence } from '#platform/sentence.ts';
import { platformTexts } from '#platform/texts.ts';
import { faultsOf } from './faults.ts';

const Order = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 3 })),
    day: Type.Optional(Type.String({ format: 'date' })),
    code: Type.Optional(Type.String({ pattern: '^[a-z]+$' })),
    channel: Type.Optional(Type.Union([Type.Literal('phone'), Type.Literal('visit')])),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    part: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
    lines: Type.Optional(Type.Array(Type.Integer(), { minItems: 1, maxItems: 2 })),
  },
  { additionalProperties: false },
);
const validator = Compile(Type.Object({ order: Order }));
const registry = compose([
  {
    name: 'platform',
    needs: [],
    permits: platformPermits,
    refusals: platformRefusals,
    texts: platformTexts,
    routes: [],
  },
]);
const said = (order: unknown, language: 'en' | 'ru' = 'en') =>
  faultsOf(validator.Errors({ order })).map(
    ({ field, params }) => `${field}: ${sentence(registry, language, 'refusal.platform.invalid-input', params)}`,
  );

test.each([
  [{ name: '' }, '/order/name: Fill this in.', '/order/name: Заполните это поле.'],
  [{ name: 'abcd' }, '/order/name: Write at most 3 characters.', '/order/name: Не больше 3 символов.'],
  [{ day: 'soon' }, '/order/day: Give a day, such as 2027-03-14.', '/order/day: Укажите день, например 2027-03-14.'],
  [{ code: '1' }, '/order/code: This is not written as expected here.', '/order/code: Записано не так, как ожидается.'],
  [
    { channel: 'mail' },
    '/order/channel: Choose one of: phone, visit.',
    '/order/channel: Выберите одно из: phone, visit.',
  ],
  [{ count: 1.5 }, '/order/count: A whole number is needed.', '/order/count: Нужно целое число.'],
  [{ count: 10 }, '/order/count: At most 9.', '/order/count: Не больше 9.'],
  [{ part: 'x' }, '/order/part: A whole number is needed.', '/order/part: Нужно целое число.'],
  [{ lines: [] }, '/order/lines: At least 1 is needed.', '/order/lines: Нужно не меньше 1.'],
  [{ colour: 1 }, '/order/colour: This field is not known here.', '/order/colour: Здесь нет такого поля.'],
])('%j', (order, english, russian) => {
  expect([said(order), said(order, 'ru')]).toEqual([[english], [russian]]);
});

describe('several faults', () => {
  it('each at its field', () => {
    expect(said({ name: '', count: 0 })).toEqual(['/order/name: Fill this in.', '/order/count: At least 1.']);
  });
  it('what is missing, at what is missing', () => {
    expect(faultsOf(validator.Errors({}))).toEqual([{ field: '/order', params: { fault: 'required' } }]);
  });
});
