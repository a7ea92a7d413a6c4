import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Amount, ById, Credit, closed, Day, Id, nullable, oneOf, Proposed, Quantity, Standing } from './shapes.ts';

export const orderStanding = endpoint({
  id: 'orders.client-standing',
  method: 'GET',
  path: '/clients/:id/order-standing',
  permit: 'orders.read',
  summary: 'How a client stands before an order: columns, terms, exposure, and what it is likely to want',
  params: ById,
  reply: Type.Object({
    client: Type.Object({ id: Id, code: Type.String(), name: Type.String(), class: nullable(Type.String()) }),
    standing: Standing,
    credit: Credit,
    proposal: Type.Array(Proposed),
    usual: Type.Object({ orders: Type.Integer(), total: Type.Integer(), lines: Type.Number() }),
    can: Type.Object({ take: Type.Boolean(), editTerms: Type.Boolean() }),
  }),
});

export const findProducts = endpoint({
  id: 'orders.products',
  method: 'GET',
  path: '/order-products',
  permit: 'orders.take',
  summary: 'Products by the beginning of the code or a part of the name, with the price in a column',
  query: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 100 }),
    column: Id,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        name: Type.String(),
        unit: Type.String(),
        pack: Type.Number(),
        price: nullable(Amount),
      }),
    ),
  }),
});

export const findProductsToType = endpoint({
  id: 'orders.products-to-type',
  method: 'GET',
  path: '/order-queue/products',
  permit: 'orders.enter',
  summary: 'The same for sales support, who type what was captured',
  query: findProducts.query,
  reply: findProducts.reply,
});

export const setTerms = endpoint({
  id: 'orders.set-terms',
  method: 'PUT',
  path: '/clients/:id/order-terms',
  permit: 'orders.edit-terms',
  summary: 'Agree a client’s terms; a column beyond what it earns needs the right to give it',
  params: ById,
  body: Type.Object(
    {
      priceColumnId: nullable(Id),
      paymentDays: Type.Integer({ minimum: 0, maximum: 730 }),
      creditLimit: Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000 }),
      overdueToleranceDays: Type.Integer({ minimum: 0, maximum: 730 }),
    },
    closed,
  ),
  reply: Type.Object({ id: Id, revision: Type.Integer() }),
});

export const clientOrders = endpoint({
  id: 'orders.of-client',
  method: 'GET',
  path: '/clients/:id/orders',
  permit: 'orders.read',
  summary: 'The latest orders of a client',
  params: ById,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        number: nullable(Type.String()),
        state: Type.String(),
        orderedOn: Type.String(),
        total: Type.Integer(),
        lines: Type.Integer(),
        shippedOn: nullable(Type.String()),
      }),
    ),
  }),
});

export const registerReturn = endpoint({
  id: 'orders.register-return',
  method: 'POST',
  path: '/orders/:id/returns',
  permit: 'orders.enter',
  summary: 'Register goods of an order that came back or were refused at delivery',
  params: ById,
  body: Type.Object(
    {
      kind: oneOf('return', 'refusal'),
      returnedOn: Type.Optional(Day),
      cause: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      note: Type.Optional(Type.String({ maxLength: 1000 })),
      lines: Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), quantity: Quantity }, closed), {
        minItems: 1,
        maxItems: 1000,
      }),
    },
    closed,
  ),
  reply: Type.Object({ id: Id, amount: Amount }),
  status: 201,
});
