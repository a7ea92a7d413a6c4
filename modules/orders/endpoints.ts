import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { defineBulkAct } from '#platform/lists/bulk.ts';
import { defineList } from '#platform/lists/define.ts';
import { orderStates } from './rules/order-lifecycle.ts';
import {
  ById,
  Can,
  Column,
  Credit,
  channels,
  closed,
  Day,
  Difference,
  Discount,
  EnteredLine,
  Id,
  Line,
  Lines,
  Message,
  Named,
  nullable,
  OrderFields,
  Price,
  Quantity,
  Reason,
  Saved,
  State,
  Text,
  WeighedNeed,
} from './shapes.ts';

export const orderList = defineList({
  key: 'orders.orders',
  client: 'client',
  id: 'orders.list',
  path: '/orders',
  permit: 'orders.read',
  summary: 'Orders within one’s reach',
  columns: {
    number: { type: 'text', filterable: true, nullable: true },
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    state: { type: 'enum', filterable: true, values: orderStates },
    orderedOn: { type: 'date', sortable: true, filterable: true },
    total: { type: 'money', filterable: true, total: true },
    lines: { type: 'number', whole: true },
    keeper: { type: 'person', filterable: true },
    takenBy: { type: 'person', filterable: true, nullable: true, hidden: true },
    channel: { type: 'enum', filterable: true, values: channels, hidden: true },
    shippedOn: { type: 'date', filterable: true, nullable: true },
    enterBy: { type: 'instant', filterable: true, nullable: true, hidden: true },
    differs: { type: 'flag', filterable: true, hidden: true },
    checked: { type: 'flag', filterable: true, hidden: true },
  },
  defaultSort: '-orderedOn',
  searchable: true,
});

export const lapsingClientList = defineList({
  key: 'orders.lapsing-clients',
  client: 'client',
  id: 'orders.lapsing-clients',
  path: '/lapsing-clients',
  permit: 'orders.read',
  summary: 'Clients whose next order, by their own rhythm, should have been there',
  columns: {
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    dueOn: { type: 'date', sortable: true, filterable: true },
    daysLate: { type: 'number', whole: true },
    everyDays: { type: 'number', whole: true, filterable: true },
    lastOn: { type: 'date', filterable: true },
    usual: { type: 'money', filterable: true, total: true },
    lastContactOn: { type: 'date', nullable: true },
    keeper: { type: 'person', filterable: true },
  },
  defaultSort: '-dueOn',
});

export const takenByOthersList = defineList({
  key: 'orders.taken-by-others',
  id: 'orders.taken-by-others',
  path: '/orders-taken-by-others',
  permit: 'orders.read',
  summary: 'Orders of key clients that neither the keeper nor a substitute by order took',
  columns: {
    number: { type: 'text', filterable: true },
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    orderedOn: { type: 'date', sortable: true, filterable: true },
    takenBy: { type: 'person', filterable: true },
    channel: { type: 'enum', filterable: true, values: channels },
    keeper: { type: 'person', filterable: true },
    total: { type: 'money', filterable: true, total: true },
    state: { type: 'enum', filterable: true, values: orderStates, hidden: true },
  },
  defaultSort: '-orderedOn',
});

export const bulkDiscount = defineBulkAct({
  list: orderList,
  key: 'discount',
  permit: 'orders.take',
  summary: 'Give every line of draft orders a discount',
  input: Type.Object({ discountBp: Discount }, closed),
});
export const bulkColumn = defineBulkAct({
  list: orderList,
  key: 'price-column',
  permit: 'orders.take',
  summary: 'Put draft orders on a price column',
  input: Type.Object({ priceColumnId: Id }, closed),
});
export const bulkConfirm = defineBulkAct({
  list: orderList,
  key: 'confirm',
  permit: 'orders.take',
  summary: 'Confirm draft orders; the reason is that of every release of credit among them',
  input: Type.Object({ reason: Type.Optional(Reason) }, closed),
});

export const draftOrder = endpoint({
  id: 'orders.draft',
  method: 'POST',
  path: '/orders',
  permit: 'orders.take',
  summary: 'Begin an order as a draft; an id of one’s own makes it safe to begin without network',
  body: Type.Object({ id: Type.Optional(Id), clientId: Id, ...OrderFields }, closed),
  reply: Saved,
  status: 201,
});

export const changeDraft = endpoint({
  id: 'orders.change',
  method: 'PATCH',
  path: '/orders/:id',
  permit: 'orders.take',
  summary: 'Change a draft; `lines` replace all lines, `discountBp` goes to every line',
  params: ById,
  body: Type.Object(OrderFields, closed),
  reply: Saved,
  ifMatch: true,
});

export const copyOrder = endpoint({
  id: 'orders.copy',
  method: 'POST',
  path: '/orders/:id/copies',
  permit: 'orders.take',
  summary: 'Copy an order into a new draft at today’s prices',
  params: ById,
  reply: Type.Object({ ...Saved.properties, leftOut: Type.Array(Id) }),
  status: 201,
});

export const readOrder = endpoint({
  id: 'orders.read',
  method: 'GET',
  path: '/orders/:id',
  permit: 'orders.read',
  summary: 'An order: what was taken, what was entered, under which authority it went, its thread',
  params: ById,
  reply: Type.Object({
    id: Id,
    revision: Type.Integer(),
    number: nullable(Type.String()),
    state: State,
    client: Type.Object({ id: Id, code: Type.String(), name: Type.String() }),
    keeper: Named,
    takenBy: nullable(Named),
    actingFor: nullable(Named),
    channel: Type.String(),
    orderedOn: Type.String(),
    wantedOn: nullable(Type.String()),
    priceColumn: Column,
    paymentDays: Type.Integer(),
    currency: Type.String(),
    total: Type.Integer(),
    note: Type.String(),
    clientReference: Type.String(),
    sentBack: Type.String(),
    confirmedAt: nullable(Type.String()),
    handedAt: nullable(Type.String()),
    enterBy: nullable(Type.String()),
    enteredAt: nullable(Type.String()),
    enteredTotal: nullable(Type.Integer()),
    differs: Type.Boolean(),
    checkedAt: nullable(Type.String()),
    shippedOn: nullable(Type.String()),
    cancelReason: Type.String(),
    lines: Type.Array(Line),
    entered: Type.Array(EnteredLine),
    differences: Type.Array(Difference),
    authorizations: Type.Array(
      Type.Object({
        permit: Type.String(),
        state: Type.String(),
        figures: Type.Record(Type.String(), Type.Number()),
        askedBy: nullable(Named),
        decidedBy: nullable(Named),
        decidedFor: nullable(Named),
        requestId: nullable(Id),
        current: Type.Boolean(),
        reason: Type.String(),
        at: Type.String(),
      }),
    ),
    shipments: Type.Array(
      Type.Object({ id: Id, shippedOn: Type.String(), amount: Type.Integer(), reference: Type.String() }),
    ),
    messages: Type.Array(Message),
    can: Type.Object({
      change: Can,
      confirm: Can,
      handOver: Can,
      type: Can,
      takeBack: Can,
      cancel: Can,
      copy: Can,
      enter: Can,
      askBack: Can,
      answer: Can,
      check: Can,
      ship: Can,
      print: Can,
      note: Can,
    }),
  }),
});

export const previewOrder = endpoint({
  id: 'orders.preview',
  method: 'GET',
  path: '/orders/:id/preview',
  permit: 'orders.read',
  summary:
    'What confirming would meet: exposure, the column earned, what lies beyond one’s right and whom it would be asked of',
  params: ById,
  reply: Type.Object({
    revision: Type.Integer(),
    credit: Credit,
    column: Column,
    entitled: Column,
    needs: Type.Array(WeighedNeed),
    lines: Type.Array(
      Type.Object({
        position: Type.Integer(),
        effectiveDiscountBp: Type.Integer(),
        timesUsual: nullable(Type.Number()),
      }),
    ),
    givenAway: Type.Integer(),
    usual: Type.Object({ orders: Type.Integer(), total: Type.Integer(), lines: Type.Number() }),
  }),
});

const Confirmed = Type.Object({
  id: Id,
  revision: Type.Integer(),
  state: State,
  number: nullable(Type.String()),
  total: Type.Integer(),
});

export const confirmOrder = endpoint({
  id: 'orders.confirm',
  method: 'POST',
  path: '/orders/:id/confirmation',
  permit: 'orders.take',
  summary:
    'Confirm; with a reason, what is beyond one’s right is asked of the superior and the order waits. One’s own release of credit needs it too',
  params: ById,
  body: Type.Object({ reason: Type.Optional(Reason) }, closed),
  reply: Confirmed,
  ifMatch: true,
});

const Acted = Type.Object({ id: Id, revision: Type.Integer(), state: State });

export const takeBackOrder = endpoint({
  id: 'orders.take-back',
  method: 'POST',
  path: '/orders/:id/withdrawal',
  permit: 'orders.take',
  summary: 'Take a waiting or handed over order back into draft; what was asked for is withdrawn',
  params: ById,
  reply: Acted,
  ifMatch: true,
});

export const cancelOrder = endpoint({
  id: 'orders.cancel',
  method: 'POST',
  path: '/orders/:id/cancellation',
  permit: 'orders.take',
  summary: 'Cancel an order that nothing was shipped of',
  params: ById,
  body: Type.Object({ reason: Reason }, closed),
  reply: Acted,
  ifMatch: true,
});

export const handOverOrder = endpoint({
  id: 'orders.hand-over',
  method: 'POST',
  path: '/orders/:id/capture',
  permit: 'orders.take',
  summary: 'Hand a draft that is a note or a file to sales support, who type its lines',
  params: ById,
  reply: Acted,
  ifMatch: true,
});

export const typeOrder = endpoint({
  id: 'orders.type',
  method: 'POST',
  path: '/orders/:id/typed-lines',
  permit: 'orders.enter',
  summary: 'Keep the lines typed for a captured order; they wait for whoever took it to confirm',
  params: ById,
  body: Type.Object({ lines: Lines }, closed),
  reply: Acted,
  ifMatch: true,
});

const Entered = Type.Object({ ...Acted.properties, differs: Type.Boolean() });

export const enterOrder = endpoint({
  id: 'orders.enter',
  method: 'POST',
  path: '/orders/:id/entry',
  permit: 'orders.enter',
  summary: 'Keep what was entered into the books; without lines, exactly what was taken',
  params: ById,
  body: Type.Object(
    {
      lines: Type.Optional(
        Type.Array(Type.Object({ productId: Id, quantity: Quantity, unitPrice: Price, discountBp: Discount }, closed), {
          minItems: 1,
          maxItems: 1000,
        }),
      ),
    },
    closed,
  ),
  reply: Entered,
  ifMatch: true,
});

export const checkEntered = endpoint({
  id: 'orders.check-entered',
  method: 'POST',
  path: '/orders/:id/check',
  permit: 'orders.take',
  summary:
    'Find that what was entered equals what was taken, or accept the differences; a release of credit needs the reason',
  params: ById,
  body: Type.Object({ reason: Type.Optional(Reason) }, closed),
  reply: Entered,
  ifMatch: true,
});

export const rejectEntered = endpoint({
  id: 'orders.reject-entered',
  method: 'POST',
  path: '/orders/:id/rejection',
  permit: 'orders.take',
  summary: 'Return to the queue what was entered, or typed, wrongly',
  params: ById,
  body: Type.Object({ text: Text }, closed),
  reply: Entered,
  ifMatch: true,
});

const Talked = Type.Object({ id: Id, revision: Type.Integer() });

export const askBack = endpoint({
  id: 'orders.ask-back',
  method: 'POST',
  path: '/orders/:id/questions',
  permit: 'orders.enter',
  summary: 'Ask whoever took the order; it leaves the queue until answered',
  params: ById,
  body: Type.Object({ text: Text }, closed),
  reply: Talked,
  ifMatch: true,
});

export const answerQuestion = endpoint({
  id: 'orders.answer',
  method: 'POST',
  path: '/orders/:id/answers',
  permit: 'orders.take',
  summary: 'Answer a question of sales support',
  params: ById,
  body: Type.Object({ text: Text }, closed),
  reply: Talked,
  ifMatch: true,
});

export const addNote = endpoint({
  id: 'orders.note',
  method: 'POST',
  path: '/orders/:id/notes',
  permit: 'orders.read',
  summary: 'Add a note to the thread of an order',
  params: ById,
  body: Type.Object({ text: Text }, closed),
  reply: Talked,
  status: 201,
});

export const shipOrder = endpoint({
  id: 'orders.ship',
  method: 'POST',
  path: '/orders/:id/shipments',
  permit: 'orders.enter',
  summary: 'Ship what is left of an order, or a part',
  params: ById,
  body: Type.Object(
    {
      shippedOn: Type.Optional(Day),
      reference: Type.Optional(Type.String({ maxLength: 100 })),
      lines: Type.Optional(
        Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), quantity: Quantity }, closed), {
          minItems: 1,
          maxItems: 1000,
        }),
      ),
      last: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  reply: Type.Object({ ...Acted.properties, shipmentId: Id, amount: Type.Integer() }),
  status: 201,
  ifMatch: true,
});

export const printConfirmation = endpoint({
  id: 'orders.print-confirmation',
  method: 'POST',
  path: '/orders/:id/confirmation-documents',
  permit: 'orders.read',
  summary: 'Issue the confirmation of an order in the client’s language; its files are at /documents/:id',
  params: ById,
  reply: Type.Object({ id: Id, number: Type.String() }),
  status: 201,
});

export const orderQueue = endpoint({
  id: 'orders.queue',
  method: 'GET',
  path: '/order-queue',
  permit: 'orders.enter',
  summary: 'Orders to be typed or entered, the nearest deadline first; then those to be shipped',
  query: Type.Object({
    stage: Type.Optional(Type.Union([Type.Literal('enter'), Type.Literal('asked-back'), Type.Literal('ship')])),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        revision: Type.Integer(),
        number: nullable(Type.String()),
        state: State,
        client: Named,
        keeper: Named,
        total: Type.Integer(),
        lines: Type.Integer(),
        wantedOn: nullable(Type.String()),
        enterBy: nullable(Type.String()),
        late: Type.Boolean(),
        differs: Type.Boolean(),
        checked: Type.Boolean(),
      }),
    ),
    counts: Type.Object({ enter: Type.Integer(), 'asked-back': Type.Integer(), ship: Type.Integer() }),
  }),
});
