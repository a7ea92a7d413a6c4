import Type, { type TSchema } from 'typebox';
import { orderStates } from './rules/order-lifecycle.ts';

export const closed = { additionalProperties: false } as const;
export const Id = Type.String({ format: 'uuid' });
export const ById = Type.Object({ id: Id });
export const Day = Type.String({ format: 'date' });
/** Minor units of the company's currency. */
export const Amount = Type.Integer({ minimum: -9_000_000_000_000_000, maximum: 9_000_000_000_000_000 });
export const Price = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
/** At most three decimals; the server checks. */
export const Quantity = Type.Number({ exclusiveMinimum: 0, maximum: 99_999_999_999 });
export const Discount = Type.Integer({ minimum: 0, maximum: 10_000 });
export const Text = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });
export const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}
export function oneOf<const V extends readonly string[]>(...values: V) {
  return Type.Unsafe<V[number]>(Type.String({ enum: [...values] }));
}

export const channels = ['phone', 'visit', 'email', 'chat', 'portal', 'edi', 'other'] as const;
export const State = oneOf(...orderStates);
export const Named = Type.Object({ id: Id, name: Type.String() });

/** Lines as they are wished; without a price, the column's. */
export const Lines = Type.Array(
  Type.Object(
    { productId: Id, quantity: Quantity, unitPrice: Type.Optional(Price), discountBp: Type.Optional(Discount) },
    closed,
  ),
  { maxItems: 1000 },
);
/** What of an order is typed in. */
export const OrderFields = {
  channel: Type.Optional(oneOf(...channels)),
  wantedOn: Type.Optional(nullable(Day)),
  priceColumnId: Type.Optional(Id),
  note: Type.Optional(Type.String({ maxLength: 4000 })),
  clientReference: Type.Optional(Type.String({ maxLength: 100 })),
  lines: Type.Optional(Lines),
  discountBp: Type.Optional(Discount),
};
/** A saved draft with the prices that it has now, line by line. */
export const Saved = Type.Object({
  id: Id,
  revision: Type.Integer(),
  total: Amount,
  state: State,
  prices: Type.Array(
    Type.Object({ productId: Id, columnPrice: Amount, unitPrice: Amount, priceByHand: Type.Boolean() }),
  ),
});

export const Line = Type.Object({
  position: Type.Integer(),
  productId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  quantity: Type.Number(),
  listPrice: Amount,
  columnPrice: Amount,
  unitPrice: Amount,
  priceByHand: Type.Boolean(),
  discountBp: Type.Integer(),
  amount: Amount,
  shipped: Type.Number(),
});
export const EnteredLine = Type.Object({
  position: Type.Integer(),
  productId: Id,
  code: Type.String(),
  name: Type.String(),
  quantity: Type.Number(),
  unitPrice: Amount,
  discountBp: Type.Integer(),
  amount: Amount,
});
const Compared = nullable(
  Type.Object({ position: Type.Integer(), quantity: Type.Number(), unitPrice: Amount, discountBp: Type.Integer() }),
);
export const Difference = Type.Object({
  productId: Id,
  code: Type.String(),
  name: Type.String(),
  what: Type.Array(Type.String()),
  taken: Compared,
  entered: Compared,
});
export const Message = Type.Object({
  id: Id,
  kind: oneOf('note', 'question', 'answer'),
  author: nullable(Type.String()),
  text: Type.String(),
  writtenAt: Type.String(),
});

/** What an act may: true, or the refusal codes that say why not. */
export const Can = Type.Union([Type.Boolean(), Type.Array(Type.String())]);

export const Ask = nullable(Named);
/** An authority that the order needs, and what stands behind it. */
export const WeighedNeed = Type.Object({
  permit: Type.String(),
  figures: Type.Record(Type.String(), Type.Number()),
  limits: Type.Record(Type.String(), Type.Number()),
  by: oneOf('right', 'decision', 'superior', 'no-one'),
  ask: Ask,
  position: Type.Optional(Type.Integer()),
});
export const ColumnReason = Type.Object({
  kind: Type.String(),
  number: Type.Optional(Type.Integer()),
  average: Type.Optional(Amount),
  needed: Type.Optional(Amount),
  class: Type.Optional(Type.String()),
  steps: Type.Optional(Type.Integer()),
  days: Type.Optional(Type.Integer()),
  missing: Type.Optional(Amount),
});
export const Column = Type.Object({ id: Id, number: Type.Integer(), name: Type.String() });
export const Credit = Type.Object({
  limit: Amount,
  toleranceDays: Type.Integer(),
  owed: Amount,
  overdue: Amount,
  oldestOverdueDays: Type.Integer(),
  brokenPromises: Type.Integer(),
  averageDelayDays: nullable(Type.Number()),
  openOrders: Amount,
  incoming: Amount,
  exposure: Amount,
  left: Amount,
  reasons: Type.Array(Type.Object({ kind: Type.String() }, { additionalProperties: true })),
});
export const Standing = Type.Object({
  columns: Type.Array(Column),
  entitled: Column,
  agreed: nullable(Column),
  earned: Type.Object({ number: Type.Integer(), reasons: Type.Array(ColumnReason) }),
  terms: Type.Object({
    paymentDays: Type.Integer(),
    creditLimit: Amount,
    overdueToleranceDays: Type.Integer(),
    revision: nullable(Type.Integer()),
  }),
  /** How far one's own rights go, without asking; null: no such right, absent limit: without limit. */
  rights: Type.Object({ column: nullable(Type.Integer()), discount: nullable(Type.Integer()) }),
});
export const Proposed = Type.Object({
  productId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  quantity: Type.Number(),
  unitPrice: Amount,
  times: Type.Integer(),
  reason: Type.Object({
    kind: oneOf('due', 'usual', 'stopped'),
    everyDays: Type.Optional(Type.Integer()),
    lastDaysAgo: Type.Integer(),
    times: Type.Optional(Type.Integer()),
  }),
});
