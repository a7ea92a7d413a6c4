import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { AttachedFile } from '#platform/files/endpoints.ts';
import { closed, Day, Id, Named, nullable, oneOf } from './shapes.ts';

const byId = Type.Object({ id: Id });

export const readTimeline = endpoint({
  id: 'clients.timeline',
  method: 'GET',
  path: '/clients/:id/timeline',
  permit: 'clients.read',
  summary: 'All that happened with the client, newest first, as far as my mandate sees it',
  params: byId,
  query: Type.Object(
    {
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      cursor: Type.Optional(Type.String({ maxLength: 100 })),
      kinds: Type.Optional(Type.String({ maxLength: 500, description: 'Comma-separated kinds of entries' })),
      from: Type.Optional(Day),
      to: Type.Optional(Type.String({ format: 'date', description: 'Up to, not including' })),
      product: Type.Optional(Id),
      group: Type.Optional(Type.Union([Id, Type.Literal('none')], { description: 'A group of products' })),
      document: Type.Optional(Type.String({ maxLength: 60, description: 'A part of the number of a document' })),
    },
    closed,
  ),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        at: Type.String(),
        kind: Type.String(),
        id: Type.String(),
        employee: nullable(Named),
        data: Type.Record(Type.String(), Type.Unknown()),
        files: Type.Array(AttachedFile),
      }),
    ),
    nextCursor: nullable(Type.String()),
    /** Kinds of entries that my mandate sees. */
    kinds: Type.Array(Type.String()),
  }),
});

export const readSalesHistory = endpoint({
  id: 'clients.sales-history',
  method: 'GET',
  path: '/clients/:id/sales-history',
  permit: 'clients.read',
  mayLag: true,
  summary: 'What the client bought: month by month and by product',
  params: byId,
  query: Type.Object({ months: Type.Optional(Type.Integer({ minimum: 1, maximum: 240 })) }, closed),
  reply: Type.Object({
    months: Type.Array(
      Type.Object({
        month: Type.String(),
        orders: Type.Integer(),
        shipped: Type.Number(),
        returned: Type.Number(),
        discount: Type.Number(),
      }),
    ),
    products: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        name: Type.String(),
        orders: Type.Integer(),
        quantity: Type.Number(),
        amount: Type.Number(),
        lastOn: Type.String(),
        lastPrice: Type.Number(),
        usualDays: nullable(Type.Number()),
      }),
    ),
  }),
});

export const readTrends = endpoint({
  id: 'clients.trends',
  method: 'GET',
  path: '/clients/:id/trends',
  permit: 'clients.read',
  mayLag: true,
  summary: 'How often, what and at which discounts the client buys, by quarter or year; new and lost products',
  params: byId,
  query: Type.Object(
    {
      unit: Type.Optional(oneOf('quarter', 'year')),
      years: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    },
    closed,
  ),
  reply: Type.Object({
    periods: Type.Array(
      Type.Object({
        key: Type.String(),
        from: Type.String(),
        to: Type.String(),
        orders: Type.Integer(),
        averageDays: nullable(Type.Number()),
        ordered: Type.Number(),
        discount: Type.Number(),
        discountBp: nullable(Type.Integer()),
        shipped: Type.Number(),
        returned: Type.Number(),
        products: Type.Integer(),
        newProducts: Type.Integer(),
        lostProducts: nullable(Type.Integer()),
      }),
    ),
    groups: Type.Array(
      Type.Object({
        id: nullable(Id),
        name: nullable(Type.String()),
        amounts: Type.Array(Type.Number()),
        amount: Type.Number(),
        shareBp: Type.Integer(),
      }),
    ),
    products: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        name: Type.String(),
        group: nullable(Type.String()),
        orders: Type.Integer(),
        quantity: Type.Number(),
        amount: Type.Number(),
        shareBp: Type.Integer(),
        firstOn: Type.String(),
        lastOn: Type.String(),
        lastPrice: Type.Number(),
        lastDiscountBp: Type.Integer(),
        usualDays: nullable(Type.Number()),
        state: oneOf('new', 'kept', 'lost'),
      }),
    ),
  }),
});

export const readPricesPaid = endpoint({
  id: 'clients.prices-paid',
  method: 'GET',
  path: '/clients/:id/prices-paid',
  permit: 'clients.read',
  mayLag: true,
  summary: 'What the client paid for a product, the latest order first; at most 500 orders',
  params: byId,
  query: Type.Object({ product: Id }, closed),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        orderId: Id,
        number: Type.String(),
        on: Type.String(),
        quantity: Type.Number(),
        listPrice: Type.Number(),
        unitPrice: Type.Number(),
        discountBp: Type.Integer(),
        paidPrice: Type.Number(),
        amount: Type.Number(),
      }),
    ),
  }),
});
