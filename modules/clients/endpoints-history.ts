import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { AttachedFile } from '#platform/files/endpoints.ts';
import { closed, Id, Named, nullable } from './shapes.ts';

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
