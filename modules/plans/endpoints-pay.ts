import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Id, Month, Named, Nullable, Whole } from './shapes.ts';

const ByMonth = Type.Object({ month: Month });
const ByEmployee = Type.Object({ id: Id, month: Month });

const PayStatement = Type.Object({
  employee: Named,
  month: Month,
  currency: Type.String(),
  /** Draft: as it stands today. Settled: as it was paid; nothing changes it. */
  state: Type.Union([Type.Literal('draft'), Type.Literal('settled')]),
  statementId: Nullable(Id),
  settledAt: Nullable(Type.String()),
  settledBy: Nullable(Named),
  lines: Type.Array(
    Type.Object({
      part: Type.Union([
        Type.Literal('fixed'),
        Type.Literal('percentage'),
        Type.Literal('variable'),
        Type.Literal('per-order'),
        Type.Literal('top-up'),
        Type.Literal('carried'),
      ]),
      rule: Type.String(),
      title: Type.String(),
      params: Type.Record(Type.String(), Type.Unknown()),
      base: Whole,
      rate: Whole,
      amount: Type.Integer(),
      sources: Type.Array(Type.Object({ label: Type.String(), href: Type.String() })),
      /** Null for what the company owes by law, whatever a description says. */
      clause: Nullable(
        Type.Object({
          id: Id,
          number: Type.String(),
          text: Type.String(),
          title: Type.String(),
          version: Type.Integer(),
          versionId: Id,
        }),
      ),
    }),
  ),
  total: Type.Integer(),
  /** What the total would be; empty once settled. Rate: fulfilment of every plan in basis points, null at the present rate. */
  whatIf: Type.Array(Type.Object({ rate: Whole, total: Type.Integer() })),
  can: Type.Object({ settle: Type.Boolean() }),
});

export const ownPay = endpoint({
  id: 'plans.pay-own',
  method: 'GET',
  path: '/pay/:month',
  permit: 'pay.read-own',
  summary: 'My pay for a month, every line explained, and what it would be',
  params: ByMonth,
  reply: PayStatement,
});

export const employeePay = endpoint({
  id: 'plans.pay-employee',
  method: 'GET',
  path: '/pay/employees/:id/:month',
  permit: 'pay.read-own',
  summary: 'The pay of an employee: for oneself, those above, and whoever settles it',
  params: ByEmployee,
  reply: PayStatement,
});

export const settlePay = endpoint({
  id: 'plans.pay-settle',
  method: 'POST',
  path: '/pay/employees/:id/:month/settlement',
  permit: 'pay.settle',
  summary: 'Settle the pay of a month that is over; nothing changes it afterwards',
  params: ByEmployee,
  reply: Type.Object({ id: Id, total: Type.Integer() }),
  status: 201,
});

export const payroll = endpoint({
  id: 'plans.payroll',
  method: 'GET',
  path: '/payroll/:month',
  permit: 'pay.settle',
  summary: 'Who is paid for a month, and what is settled',
  params: ByMonth,
  reply: Type.Object({
    month: Month,
    currency: Type.String(),
    over: Type.Boolean(),
    items: Type.Array(
      Type.Object({
        employee: Named,
        position: Type.String(),
        clauses: Type.Integer(),
        total: Whole,
        /** What of it tops up to a minimum; null while it is not settled. */
        toppedUp: Whole,
        /** Holds no position in the month: listed for what became known of months settled before. */
        left: Type.Boolean(),
        settledAt: Nullable(Type.String()),
        can: Type.Object({ settle: Type.Boolean() }),
      }),
    ),
    total: Type.Integer(),
    /** The legal minimum for a full month that is set for it; null: totals are compared with none. */
    minimumWage: Whole,
  }),
});

const file = { permit: 'pay.read-own', params: ByEmployee, reply: Type.Unknown() } as const;

export const payInPdf = endpoint({
  ...file,
  id: 'plans.pay-pdf',
  method: 'GET',
  path: '/pay/employees/:id/:month/pdf',
  summary: 'The pay statement as PDF: as it was issued, or a draft while the month is not settled',
  file: 'application/pdf',
});

export const payInWord = endpoint({
  ...file,
  id: 'plans.pay-word',
  method: 'GET',
  path: '/pay/employees/:id/:month/word',
  summary: 'The pay statement as a Word file: as it was issued, or a draft while the month is not settled',
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});

export const receivedRecords = endpoint({
  id: 'plans.pay-received',
  method: 'GET',
  path: '/pay/employees/:id/:month/received',
  permit: 'pay.read-own',
  summary: 'The payments that a percentage of money received counts',
  params: ByEmployee,
  reply: Type.Object({
    currency: Type.String(),
    items: Type.Array(
      Type.Object({
        id: Id,
        label: Type.String(),
        client: Nullable(Type.String()),
        on: Type.String(),
        amount: Type.Integer(),
        href: Type.String(),
      }),
    ),
  }),
});

export const orderRecords = endpoint({
  id: 'plans.pay-orders',
  method: 'GET',
  path: '/pay/employees/:id/:month/orders',
  permit: 'pay.read-own',
  summary: 'The orders that a bonus per order counts',
  params: ByEmployee,
  query: Type.Object({
    base: Type.Union([Type.Literal('shipped'), Type.Literal('paid')]),
    least: Type.Optional(Type.Integer({ minimum: 0 })),
    only: Type.Optional(Type.Literal('new')),
  }),
  reply: receivedRecords.reply,
});
