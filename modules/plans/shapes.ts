import Type from 'typebox';

/** Parts that many endpoints of plans and pay share. Money in minor units, shares in basis points. */
export const Id = Type.String({ format: 'uuid' });
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const closed = { additionalProperties: false } as const;
export const Named = Type.Object({ id: Id, name: Type.String() });
/** `YYYY-MM` */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
export const MetricKey = Type.Union([
  Type.Literal('sales'),
  Type.Literal('active-clients'),
  Type.Literal('new-clients'),
]);
export const Days = Type.Object({ all: Type.Integer(), elapsed: Type.Integer() });
export const Amount = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000 });
export const Whole = Nullable(Type.Integer());

export const course = {
  plan: Whole,
  fact: Type.Integer(),
  share: Whole,
  runRate: Whole,
  neededRate: Whole,
  forecast: Whole,
  forecastShare: Whole,
  over: Type.Integer(),
  short: Type.Integer(),
};
export const MetricCourse = Type.Object({
  metric: MetricKey,
  unit: Type.Union([Type.Literal('money'), Type.Literal('count')]),
  ...course,
  href: Type.String(),
});
export const Figure = Type.Object({ value: Whole, href: Type.String() });
