import Type from 'typebox';
import { readSettingFor } from '#modules/organization/contract.ts';
import { agendaOf } from '#platform/declare/agenda.ts';
import { duty, type Verdict, type WorkLine } from '#platform/declare/duty.ts';
import { clientsToChase, invoicesDueIn, invoicesFallingDue, loosePayments, paymentsPosted } from '../data/evidence.ts';
import { judgeChase, judgeCollection } from '../rules/chase.ts';
import { tally } from './tally.ts';

const closed = { additionalProperties: false } as const;
const isVerdict = (verdict: string): verdict is Verdict =>
  verdict === 'done' || verdict === 'late' || verdict === 'missed';

/** An overdue debt is followed by a contact or a promise within the grace. */
const chaseOverdue = duty({
  key: 'settlements.chase-overdue',
  settings: Type.Object({ graceDays: Type.Integer({ minimum: 0, maximum: 60, unit: 'days' }) }, closed),
  defaults: { graceDays: 3 },
  grants: [{ permit: 'settlements.read', scope: 'own' }],
  agenda: async (w, { employeeId, settings }, most) => {
    const clients = await clientsToChase(w, employeeId, settings.graceDays, most);
    const lines = clients.map(
      (each): WorkLine => ({
        id: `overdue:${each.clientId}`,
        kind: each.promisedFor ? 'settlements.broken-promise' : 'settlements.overdue',
        params: { amount: each.overdue, currency: w.company.currency, promisedFor: each.promisedFor },
        subject: { kind: 'client', id: each.clientId, label: each.client },
        since: each.since,
        due: Temporal.PlainDate.from(each.since).add({ days: settings.graceDays }).toString(),
        stake: each.overdue,
        urgency: 'late',
        href: `/clients/${each.clientId}?tab=money`,
      }),
    );
    return agendaOf(lines, { late: clients[0]?.whole ?? 0 }, '/money?overdue=1');
  },
  measure: async (w, { employeeId, settings }, period) => {
    const invoices = await invoicesDueIn(w, employeeId, period);
    const today = w.today.toString();
    const judged = invoices.map((invoice) => ({ invoice, verdict: judgeChase(invoice, settings.graceDays, today) }));
    return tally(
      judged.flatMap(({ invoice, verdict }) =>
        isVerdict(verdict) ? [{ verdict, weight: 1, record: recordOf(invoice) }] : [],
      ),
      'count',
    );
  },
});

/** Money comes in by its day: measured in money. Days before, Today reminds of it. */
const collect = duty({
  key: 'settlements.collect',
  settings: Type.Object({ shareOnTime: Type.Integer({ minimum: 0, maximum: 10_000, unit: 'basis-points' }) }, closed),
  defaults: { shareOnTime: 8000 },
  grants: [{ permit: 'settlements.read', scope: 'own' }],
  agenda: async (w, { employeeId }, most) => {
    const days = await readSettingFor<number>(w, 'settlements.remind-days', employeeId);
    const invoices = await invoicesFallingDue(w, employeeId, days, most);
    const today = w.today.toString();
    const lines = invoices.map(
      (each): WorkLine => ({
        id: `due-soon:${each.id}`,
        kind: 'settlements.due-soon',
        params: { amount: each.open, currency: w.company.currency, number: each.number, due: each.dueOn },
        subject: { kind: 'client', id: each.clientId, label: each.client },
        since: null,
        due: each.dueOn,
        stake: each.open,
        urgency: each.dueOn === today ? 'today' : 'soon',
        href: `/clients/${each.clientId}?tab=money`,
      }),
    );
    const [first] = invoices;
    return agendaOf(lines, { today: first?.today ?? 0, soon: first?.later ?? 0 }, `/money?keeper=${employeeId}`);
  },
  measure: async (w, { employeeId }, period) => {
    const invoices = await invoicesDueIn(w, employeeId, period);
    const today = w.today.toString();
    const judged = invoices.map((invoice) => ({ invoice, verdict: judgeCollection(invoice, today) }));
    return tally(
      judged.flatMap(({ invoice, verdict }) =>
        isVerdict(verdict) ? [{ verdict, weight: invoice.amount, record: recordOf(invoice) }] : [],
      ),
      'money',
    );
  },
});

/** The accountant posts a payment within days of its receipt and allocates it. */
const postPayments = duty({
  key: 'settlements.post-payments',
  settings: Type.Object({ withinDays: Type.Integer({ minimum: 0, maximum: 30, unit: 'days' }) }, closed),
  defaults: { withinDays: 1 },
  grants: [
    { permit: 'settlements.read', scope: 'all' },
    { permit: 'settlements.post', scope: 'all' },
    { permit: 'clients.read', scope: 'all' },
    { permit: 'orders.read', scope: 'all' },
  ],
  agenda: async (w, _, most) => {
    const payments = await loosePayments(w, most);
    const lines = payments.map(
      (each): WorkLine => ({
        id: `payment:${each.id}`,
        kind: 'settlements.loose-payment',
        params: { amount: each.left, currency: w.company.currency },
        subject: { kind: 'client', id: each.clientId, label: each.client },
        since: each.receivedOn,
        due: null,
        stake: each.left,
        urgency: 'today',
        href: `/money/payments?client=${each.clientId}`,
      }),
    );
    return agendaOf(lines, { today: payments[0]?.whole ?? 0 }, '/money/payments?loose=1');
  },
  measure: async (w, { employeeId, settings }, period) => {
    const posted = await paymentsPosted(w, employeeId, period);
    return tally(
      posted.map((payment) => {
        const deadline = Temporal.PlainDate.from(payment.receivedOn).add({ days: settings.withinDays }).toString();
        return {
          verdict: payment.postedOn <= deadline ? 'done' : 'late',
          weight: 1,
          record: {
            kind: 'payment',
            id: payment.id,
            label: payment.client,
            at: payment.postedOn,
            href: `/money/payments`,
          },
        };
      }),
      'count',
    );
  },
});

function recordOf(invoice: { id: string; number: string; client: string; clientId: string; dueOn: string }) {
  return {
    kind: 'invoice',
    id: invoice.id,
    label: `${invoice.number} · ${invoice.client}`,
    at: invoice.dueOn,
    href: `/clients/${invoice.clientId}?tab=money`,
  };
}

export const settlementsDuties = [chaseOverdue, collect, postPayments];
