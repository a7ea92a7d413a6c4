import Type, { type TSchema } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { defineList } from '#platform/lists/define.ts';

const Id = Type.String({ format: 'uuid' });
const byId = Type.Object({ id: Id });
const Day = Type.String({ format: 'date' });
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Amount = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000 });
const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Revised = Type.Object({ id: Id, revision: Type.Integer() });

const productFields = {
  categoryId: nullable(Id),
  unit: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
  pack: Type.Number({ minimum: 0.001, maximum: 1_000_000, multipleOf: 0.001 }),
  barcode: Type.String({ maxLength: 40 }),
  description: Type.String({ maxLength: 4000 }),
  active: Type.Boolean(),
};
const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const some = Type.Partial(Type.Object(productFields)).properties;
const Column = Type.Object({
  id: Id,
  number: Type.Integer(),
  name: Type.String(),
  discountBp: nullable(Type.Integer()),
  minMonthlySales: nullable(Type.Number()),
  revision: Type.Integer(),
});

export const productList = defineList({
  key: 'catalog.products',
  id: 'catalog.products',
  path: '/products',
  permit: 'catalog.read',
  summary: 'Products with their list price today',
  columns: {
    name: { type: 'text', sortable: true, filterable: true },
    code: { type: 'text', sortable: true, filterable: true },
    category: { type: 'ref', filterable: true, nullable: true },
    listPrice: { type: 'money', nullable: true },
    unit: { type: 'text' },
    pack: { type: 'number', hidden: true },
    barcode: { type: 'text', filterable: true, hidden: true },
    active: { type: 'flag', filterable: true },
  },
  defaultSort: 'name',
  searchable: true,
});

export const findProducts = endpoint({
  id: 'catalog.find',
  method: 'GET',
  path: '/products/find',
  permit: 'catalog.read',
  summary: 'Active products meant by a code, a part of a name or a barcode, with their price in a column',
  query: Type.Object(
    {
      q: Type.String({ minLength: 1, maxLength: 100 }),
      columnId: Type.Optional(Id),
      on: Type.Optional(Day),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    },
    closed,
  ),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        name: Type.String(),
        unit: Type.String(),
        pack: Type.Number(),
        category: nullable(Type.String()),
        listPrice: nullable(Type.Number()),
        unitPrice: nullable(Type.Number()),
        currency: nullable(Type.String()),
      }),
    ),
  }),
});

export const readProduct = endpoint({
  id: 'catalog.product',
  method: 'GET',
  path: '/products/:id',
  permit: 'catalog.read',
  summary: 'A product with its prices: past, present and to come',
  params: byId,
  reply: Type.Object({
    id: Id,
    code: Type.String(),
    name: Type.String(),
    ...productFields,
    category: nullable(Type.String()),
    revision: Type.Integer(),
    today: Type.Array(
      Type.Object({
        columnId: Id,
        number: Type.Integer(),
        name: Type.String(),
        price: nullable(Type.Number()),
        own: Type.Boolean(),
      }),
    ),
    prices: Type.Array(
      Type.Object({
        id: Id,
        columnId: Id,
        amount: Type.Number(),
        currency: Type.String(),
        from: nullable(Type.String()),
        to: nullable(Type.String()),
      }),
    ),
    can: Type.Object({ edit: Type.Boolean() }),
  }),
});

export const enterProduct = endpoint({
  id: 'catalog.enter-product',
  method: 'POST',
  path: '/products',
  permit: 'catalog.edit',
  summary: 'Enter a product',
  body: Type.Object({ code: Code, name: Name, ...some }, closed),
  reply: Revised,
  status: 201,
});

export const editProduct = endpoint({
  id: 'catalog.edit-product',
  method: 'PATCH',
  path: '/products/:id',
  permit: 'catalog.edit',
  summary: 'Change a product',
  params: byId,
  body: Type.Object({ code: Type.Optional(Code), name: Type.Optional(Name), ...some }, closed),
  reply: Revised,
  ifMatch: true,
});

export const setPrice = endpoint({
  id: 'catalog.set-price',
  method: 'PUT',
  path: '/products/:id/price',
  permit: 'catalog.edit',
  summary: 'Set the price in a column from a day on; null ends the column’s own price',
  params: byId,
  body: Type.Object({ columnId: Id, amount: nullable(Amount), from: Day }, closed),
  reply: Revised,
  ifMatch: true,
});

export const readCosts = endpoint({
  id: 'catalog.costs',
  method: 'GET',
  path: '/products/:id/costs',
  permit: 'catalog.cost',
  summary: 'What a product costs the company: past, present and to come',
  params: byId,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        amount: Type.Number(),
        currency: Type.String(),
        from: nullable(Type.String()),
        to: nullable(Type.String()),
      }),
    ),
    can: Type.Object({ edit: Type.Boolean() }),
  }),
});

export const setCost = endpoint({
  id: 'catalog.set-cost',
  method: 'PUT',
  path: '/products/:id/cost',
  permit: 'catalog.cost',
  summary: 'Set what a product costs from a day on; needs the permit to change the catalogue too',
  params: byId,
  body: Type.Object({ amount: Amount, from: Day }, closed),
  reply: Revised,
  ifMatch: true,
});

export const readCategories = endpoint({
  id: 'catalog.categories',
  method: 'GET',
  path: '/product-categories',
  permit: 'catalog.read',
  summary: 'Categories of products',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        parentId: nullable(Id),
        products: Type.Integer(),
        revision: Type.Integer(),
      }),
    ),
  }),
});

export const enterCategory = endpoint({
  id: 'catalog.enter-category',
  method: 'POST',
  path: '/product-categories',
  permit: 'catalog.edit',
  summary: 'Enter a category',
  body: Type.Object({ name: Name, parentId: Type.Optional(nullable(Id)) }, closed),
  reply: Revised,
  status: 201,
});

export const editCategory = endpoint({
  id: 'catalog.edit-category',
  method: 'PATCH',
  path: '/product-categories/:id',
  permit: 'catalog.edit',
  summary: 'Change a category',
  params: byId,
  body: Type.Object({ name: Type.Optional(Name), parentId: Type.Optional(nullable(Id)) }, closed),
  reply: Revised,
  ifMatch: true,
});

export const readColumns = endpoint({
  id: 'catalog.columns',
  method: 'GET',
  path: '/price-columns',
  permit: 'catalog.read',
  summary: 'Price columns, by number; the first is the list',
  reply: Type.Object({ items: Type.Array(Column), can: Type.Object({ edit: Type.Boolean() }) }),
});

const columnFields = {
  discountBp: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 10_000 }))),
  minMonthlySales: Type.Optional(nullable(Amount)),
};

export const addColumn = endpoint({
  id: 'catalog.add-column',
  method: 'POST',
  path: '/price-columns',
  permit: 'catalog.edit',
  summary: 'Add a price column',
  body: Type.Object({ number: Type.Integer({ minimum: 1, maximum: 1000 }), name: Name, ...columnFields }, closed),
  reply: Revised,
  status: 201,
});

export const editColumn = endpoint({
  id: 'catalog.edit-column',
  method: 'PATCH',
  path: '/price-columns/:id',
  permit: 'catalog.edit',
  summary: 'Change a price column; its number stays',
  params: byId,
  body: Type.Object({ name: Type.Optional(Name), ...columnFields }, closed),
  reply: Revised,
  ifMatch: true,
});

export const readPriceList = endpoint({
  id: 'catalog.price-list',
  method: 'GET',
  path: '/price-list',
  permit: 'catalog.read',
  summary: 'Active products with their price in every column on a day',
  query: Type.Object(
    {
      on: Type.Optional(Day),
      categoryId: Type.Optional(Id),
      q: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      cursor: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    closed,
  ),
  reply: Type.Object({
    on: Type.String(),
    columns: Type.Array(Column),
    items: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        name: Type.String(),
        unit: Type.String(),
        category: nullable(Type.String()),
        currency: nullable(Type.String()),
        prices: Type.Record(Type.String(), Type.Number()),
      }),
    ),
    nextCursor: nullable(Type.String()),
    can: Type.Object({ edit: Type.Boolean() }),
  }),
});
