import Type from 'typebox';
import { defineList } from '#platform/lists/define.ts';
import { Id, MetricKey, Month } from './shapes.ts';

/** Whose figure a list is the sum of: of everyone in sight when none is named. */
const whose = { employee: Type.Optional(Id), department: Type.Optional(Id), line: Type.Optional(Id) };

export const planSales = defineList({
  key: 'plans.sales',
  id: 'plans.sales',
  path: '/plan/sales',
  permit: 'plans.read',
  summary: 'The sales that a figure of a plan is the sum of: shipments, and returns as negative amounts',
  columns: {
    on: { type: 'date', sortable: true, filterable: true },
    order: { type: 'ref', leadsTo: '/orders/', nullable: true },
    kind: { type: 'enum', filterable: true, values: ['shipment', 'return', 'refusal'] },
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    creditedTo: { type: 'person', filterable: true },
    amount: { type: 'money', sortable: true, filterable: true, total: true },
  },
  defaultSort: '-on',
  parameters: {
    month: Month,
    ...whose,
    category: Type.Optional(
      Type.Union([Id, Type.Literal('none')], { description: 'What was sold of a product group, or of none' }),
    ),
    rest: Type.Optional(
      Type.Union([Type.Literal('category'), Type.Literal('client')], {
        description: 'What lies in no approved part of the plan of the employee or department',
      }),
    ),
  },
});

export const planClients = defineList({
  key: 'plans.clients',
  id: 'plans.clients',
  path: '/plan/clients',
  permit: 'plans.read',
  summary: 'The clients that a figure of a plan counts: active or new ones',
  columns: {
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    on: { type: 'date', sortable: true, filterable: true },
    creditedTo: { type: 'person', filterable: true },
  },
  defaultSort: '-on',
  parameters: {
    month: Month,
    metric: MetricKey,
    ...whose,
    change: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('became'), Type.Literal('lapsed')])),
  },
});

export const planRevisions = defineList({
  key: 'plans.revisions',
  id: 'plans.revisions',
  path: '/plan/revisions',
  permit: 'plans.read',
  summary: 'Every revision of plans: who set which figure in place of which, and why',
  columns: {
    setAt: { type: 'instant', sortable: true, filterable: true },
    month: { type: 'date', sortable: true, filterable: true },
    employee: { type: 'person', filterable: true, nullable: true },
    department: { type: 'ref', filterable: true, nullable: true },
    metric: { type: 'enum', filterable: true, values: ['sales', 'active-clients', 'new-clients'] },
    before: { type: 'money', nullable: true },
    amount: { type: 'money', nullable: true },
    change: { type: 'money', nullable: true },
    clientsBefore: { type: 'number', whole: true, nullable: true, hidden: true },
    clients: { type: 'number', whole: true, nullable: true },
    clientsChange: { type: 'number', whole: true, nullable: true },
    category: { type: 'ref', filterable: true, nullable: true },
    client: { type: 'ref', filterable: true, nullable: true, leadsTo: '/clients/' },
    state: { type: 'enum', filterable: true, values: ['draft', 'in-force', 'superseded', 'former-draft'] },
    setBy: { type: 'person', filterable: true, nullable: true },
    reason: { type: 'text', filterable: true },
    approvedBy: { type: 'person', filterable: true, nullable: true },
    overrideReason: { type: 'text', filterable: true },
    approvedAt: { type: 'instant', nullable: true, hidden: true },
    supersededAt: { type: 'instant', nullable: true, hidden: true },
  },
  defaultSort: '-setAt',
});
