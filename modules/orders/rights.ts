import Type from 'typebox';
import { boundToday } from '#modules/mandates/contract.ts';
import { type RightKind, right } from '#platform/declare/right.ts';
import { unenteredFor } from './data/agenda.ts';
import { entriesFor } from './data/evidence.ts';
import { timedMeasurement } from './duties/timed-evidence.ts';

const closed = { additionalProperties: false };
const Amount = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000, unit: 'money' });
const Days = Type.Integer({ minimum: 0, maximum: 730, unit: 'days' });

/** The rights of whoever sells: columns, discounts, credit, terms; each up to its limit, for the clients one answers for. */
export const orderRights: readonly RightKind[] = [
  right({
    key: 'orders.price-column',
    settings: Type.Object({ column: Type.Integer({ minimum: 1, maximum: 100 }) }, closed),
    defaults: { column: 2 },
    grants: ({ column }) => [{ permit: 'orders.price-column', scope: 'own', limits: { column } }],
  }),
  right({
    key: 'orders.discount',
    settings: Type.Object({ percent: Type.Integer({ minimum: 0, maximum: 10_000, unit: 'basis-points' }) }, closed),
    defaults: { percent: 500 },
    grants: ({ percent }) => [{ permit: 'orders.discount', scope: 'own', limits: { percent } }],
  }),
  right({
    key: 'orders.release-credit',
    settings: Type.Object({ amount: Amount, overdueDays: Days }, closed),
    defaults: { amount: 100_000, overdueDays: 15 },
    grants: ({ amount, overdueDays }) => [
      { permit: 'orders.release-credit', scope: 'own', limits: { amount, overdueDays } },
    ],
  }),
  right({
    key: 'orders.edit-terms',
    settings: Type.Object({ creditLimit: Amount, paymentDays: Days, overdueDays: Type.Optional(Days) }, closed),
    defaults: { creditLimit: 5_000_000, paymentDays: 45, overdueDays: 0 },
    grants: ({ creditLimit, paymentDays, overdueDays = 0 }) => [
      { permit: 'orders.edit-terms', scope: 'own', limits: { creditLimit, paymentDays, overdueDays } },
      { permit: 'orders.read', scope: 'own', limits: {} },
    ],
  }),
  /** The orders of one's clients are entered for shipment within so many hours, by whoever owes that. */
  right({
    key: 'orders.entered-in-time',
    settings: Type.Object({ withinHours: Type.Integer({ minimum: 1, maximum: 240, unit: 'hours' }) }, closed),
    defaults: { withinHours: 8 },
    grants: () => [],
    service: {
      measure: async (w, { employeeId, settings }, period) =>
        timedMeasurement(await entriesFor(w, employeeId, settings.withinHours, period)),
      unmet: async (w, holders) => {
        const [rows, owing] = await Promise.all([unenteredFor(w, holders), boundToday(w, 'duty', 'orders.enter')]);
        const owedBy = owing.map(({ employeeId }) => employeeId);
        return rows.map(({ id, number, client, total, keeperId, since, due }) => ({
          id: `orders.enter:${id}`,
          claimant: keeperId,
          owedBy,
          subject: { kind: 'order', id, label: `${number ?? ''} ${client}`.trim() },
          since,
          due,
          stake: total,
          href: `/orders/${id}`,
        }));
      },
    },
  }),
];
