import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Amount = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000_000 });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const ById = Type.Object({ id: Id });
const Revised = Type.Object({ id: Id, revision: Type.Integer() });
const Named = Type.Object({ id: Id, name: Type.String() });

const Ages = Type.Object({
  notDue: Type.Integer(),
  to30: Type.Integer(),
  to60: Type.Integer(),
  to90: Type.Integer(),
  over90: Type.Integer(),
});

export const debtByAge = endpoint({
  id: 'settlements.debt-by-age',
  method: 'GET',
  path: '/receivables',
  permit: 'settlements.read',
  mayLag: true,
  summary: 'What is owed and overdue by age, client by client, the most overdue first',
  query: Type.Object({
    keeper: Type.Optional(Id),
    department: Type.Optional(Id),
    overdue: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Type.Object({
    currency: Type.String(),
    totals: Type.Object({ owed: Type.Integer(), overdue: Type.Integer(), ages: Ages }),
    items: Type.Array(
      Type.Object({
        client: Named,
        keeper: Nullable(Named),
        owed: Type.Integer(),
        overdue: Type.Integer(),
        oldestOverdueDays: Type.Integer(),
        ages: Ages,
        promise: Nullable(Type.Object({ amount: Type.Integer(), promisedFor: Type.String() })),
      }),
    ),
    /** Whose clients can be chosen. */
    whose: Type.Object({ people: Type.Array(Named), departments: Type.Array(Named) }),
    can: Type.Object({ promise: Type.Boolean(), post: Type.Boolean() }),
  }),
});

export const listInvoices = endpoint({
  id: 'settlements.invoices',
  method: 'GET',
  path: '/invoices',
  permit: 'settlements.read',
  summary: 'Invoices, the longest due first',
  query: Type.Object({
    client: Type.Optional(Id),
    open: Type.Optional(Type.Boolean()),
    order: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        client: Named,
        orderId: Nullable(Id),
        issuedOn: Type.String(),
        dueOn: Type.String(),
        amount: Type.Integer(),
        open: Type.Integer(),
        currency: Type.String(),
        overdueDays: Type.Integer(),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
});

export const issueInvoice = endpoint({
  id: 'settlements.issue-invoice',
  method: 'POST',
  path: '/invoices',
  permit: 'settlements.post',
  summary: 'Issue an invoice to a client, for an order where it is named',
  body: Type.Object(
    {
      clientId: Id,
      orderId: Type.Optional(Id),
      number: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
      issuedOn: Day,
      dueOn: Day,
      amount: Amount,
    },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const listPayments = endpoint({
  id: 'settlements.payments',
  method: 'GET',
  path: '/payments',
  permit: 'settlements.read',
  summary: 'Payments, the latest first',
  query: Type.Object({
    client: Type.Optional(Id),
    unallocated: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        client: Named,
        receivedOn: Type.String(),
        amount: Type.Integer(),
        unallocated: Type.Integer(),
        currency: Type.String(),
        purpose: Type.String(),
        revision: Type.Integer(),
        allocations: Type.Array(Type.Object({ id: Id, invoiceId: Id, invoice: Type.String(), amount: Type.Integer() })),
      }),
    ),
    can: Type.Object({ post: Type.Boolean() }),
  }),
});

const AllocationWish = Type.Object({ invoiceId: Id, amount: Amount }, closed);

export const postPayment = endpoint({
  id: 'settlements.post-payment',
  method: 'POST',
  path: '/payments',
  permit: 'settlements.post',
  summary: 'Post a payment; allocate it as said, or to the oldest due first, or leave it as an advance',
  body: Type.Object(
    {
      clientId: Id,
      number: Type.Optional(Type.String({ maxLength: 60 })),
      receivedOn: Day,
      amount: Amount,
      purpose: Type.Optional(Type.String({ maxLength: 500 })),
      allocate: Type.Union([
        Type.Literal('oldest-first'),
        Type.Literal('none'),
        Type.Array(AllocationWish, { minItems: 1, maxItems: 500 }),
      ]),
    },
    closed,
  ),
  reply: Type.Object({ id: Id, revision: Type.Integer(), allocated: Type.Integer(), unallocated: Type.Integer() }),
  status: 201,
});

export const allocatePayment = endpoint({
  id: 'settlements.allocate',
  method: 'POST',
  path: '/payments/:id/allocations',
  permit: 'settlements.post',
  summary: 'Allocate what is left of a payment',
  params: ById,
  body: Type.Object(
    {
      allocate: Type.Union([Type.Literal('oldest-first'), Type.Array(AllocationWish, { minItems: 1, maxItems: 500 })]),
    },
    closed,
  ),
  reply: Type.Object({ id: Id, revision: Type.Integer(), allocated: Type.Integer(), unallocated: Type.Integer() }),
});

export const removeAllocation = endpoint({
  id: 'settlements.remove-allocation',
  method: 'DELETE',
  path: '/allocations/:id',
  permit: 'settlements.post',
  summary: 'Take an allocation back; the money stays with the payment',
  params: ById,
  reply: Type.Object({}),
});

export const listPromises = endpoint({
  id: 'settlements.promises',
  method: 'GET',
  path: '/payment-promises',
  permit: 'settlements.read',
  summary: 'Promises to pay, the next due first',
  query: Type.Object({
    client: Type.Optional(Id),
    state: Type.Optional(
      Type.Union([Type.Literal('open'), Type.Literal('kept'), Type.Literal('broken'), Type.Literal('withdrawn')]),
    ),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        client: Named,
        amount: Type.Integer(),
        currency: Type.String(),
        promisedFor: Type.String(),
        recordedOn: Type.String(),
        recordedBy: Nullable(Type.String()),
        actingFor: Nullable(Type.String({ description: 'In whose place, by a substitution order.' })),
        contact: Type.String(),
        note: Type.String(),
        invoice: Nullable(Type.String()),
        state: Type.String(),
        settledOn: Nullable(Type.String()),
        withdrawnBy: Nullable(Type.String()),
        withdrawnReason: Type.String(),
        revision: Type.Integer(),
        can: Type.Object({ withdraw: Type.Boolean() }),
      }),
    ),
  }),
});

export const recordPromise = endpoint({
  id: 'settlements.record-promise',
  method: 'POST',
  path: '/payment-promises',
  permit: 'settlements.promise',
  summary: 'Record what a client promised to pay, and by when',
  body: Type.Object(
    {
      clientId: Id,
      invoiceId: Type.Optional(Id),
      amount: Amount,
      promisedFor: Day,
      contact: Type.Optional(Type.String({ maxLength: 200 })),
      note: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const withdrawPromise = endpoint({
  id: 'settlements.withdraw-promise',
  method: 'POST',
  path: '/payment-promises/:id/withdrawal',
  permit: 'settlements.promise',
  summary: 'Withdraw a promise: by whoever recorded it, the keeper of the client or those above',
  params: ById,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, closed),
  reply: Revised,
});

export const clientSettlements = endpoint({
  id: 'settlements.client',
  method: 'GET',
  path: '/clients/:id/settlements',
  permit: 'settlements.read',
  summary: 'The account with one client: debt by age, and every invoice and payment with the running balance',
  params: ById,
  reply: Type.Object({
    currency: Type.String(),
    owed: Type.Integer(),
    overdue: Type.Integer(),
    advance: Type.Integer(),
    ages: Ages,
    entries: Type.Array(
      Type.Object({
        on: Type.String(),
        kind: Type.Union([Type.Literal('invoice'), Type.Literal('payment')]),
        id: Id,
        number: Type.String(),
        amount: Type.Integer(),
        open: Type.Integer(),
        dueOn: Nullable(Type.String()),
        balance: Type.Integer(),
      }),
    ),
    can: Type.Object({ promise: Type.Boolean(), post: Type.Boolean() }),
  }),
});
