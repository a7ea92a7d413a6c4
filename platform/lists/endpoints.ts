import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const ListKey = Type.String({ minLength: 3, maxLength: 60, pattern: '^[a-z]+\\.[a-z-]+$' });
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });
/** Query parameters of the list as the address carries them, and the columns shown. */
const ViewQuery = Type.Record(Type.String({ maxLength: 80 }), Type.String({ maxLength: 2000 }), { maxProperties: 60 });
const View = Type.Object({
  id: Id,
  name: Type.String(),
  shared: Type.Boolean(),
  mine: Type.Boolean(),
  author: Type.String(),
  query: ViewQuery,
  revision: Type.Integer(),
});

export const savedViews = endpoint({
  id: 'lists.views',
  method: 'GET',
  path: '/saved-views',
  permit: 'signed-in',
  summary: 'Saved views of a list: my own and those shared with everyone',
  query: Type.Object({ list: ListKey }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(View) }),
});

export const saveView = endpoint({
  id: 'lists.save-view',
  method: 'POST',
  path: '/saved-views',
  permit: 'signed-in',
  summary: 'Save a view of a list',
  body: Type.Object(
    { list: ListKey, name: Name, shared: Type.Boolean(), query: ViewQuery },
    { additionalProperties: false },
  ),
  reply: View,
  status: 201,
});

export const changeView = endpoint({
  id: 'lists.change-view',
  method: 'PATCH',
  path: '/saved-views/:id',
  permit: 'signed-in',
  summary: 'Rename, share or change a view of mine',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    { name: Type.Optional(Name), shared: Type.Optional(Type.Boolean()), query: Type.Optional(ViewQuery) },
    { additionalProperties: false },
  ),
  reply: View,
  ifMatch: true,
});

export const removeView = endpoint({
  id: 'lists.remove-view',
  method: 'DELETE',
  path: '/saved-views/:id',
  permit: 'signed-in',
  summary: 'Remove a view of mine',
  params: Type.Object({ id: Id }),
  reply: Type.Null(),
  status: 204,
});
