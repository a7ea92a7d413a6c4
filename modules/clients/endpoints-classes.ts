import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { classes, closed, Id, nullable, oneOf, Reason } from './shapes.ts';

export const proposeClasses = endpoint({
  id: 'clients.propose-classes',
  method: 'GET',
  path: '/client-classes',
  permit: 'clients.assign',
  summary: 'What classing by share of sales would change among the clients within my reach',
  reply: Type.Object({
    bounds: Type.Object({ key: Type.Integer(), A: Type.Integer(), B: Type.Integer() }),
    count: Type.Integer(),
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        before: nullable(Type.String()),
        after: oneOf(...classes),
        sales12m: Type.Number(),
        shareBp: Type.Integer(),
      }),
    ),
  }),
});

export const classBySales = endpoint({
  id: 'clients.class-by-sales',
  method: 'POST',
  path: '/client-classes',
  permit: 'clients.assign',
  summary: 'Class the clients within my reach by their share of sales',
  body: Type.Object({ reason: Reason }, closed),
  reply: Type.Object({ changed: Type.Integer() }),
});
