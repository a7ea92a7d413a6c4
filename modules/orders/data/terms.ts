import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type TermsRow = {
  id: string;
  price_column_id: string | null;
  payment_days: number;
  credit_limit: number;
  overdue_tolerance_days: number;
  revision: number;
};

/** The terms agreed with a client, locked; undefined when none are. */
export function lockTerms(w: Work, clientId: string): Promise<TermsRow | undefined> {
  return w.db.first(sql<TermsRow>`select id, price_column_id, payment_days, credit_limit, overdue_tolerance_days, revision
    from orders.client_terms where client_id = ${clientId} for no key update`);
}

export type Terms = {
  priceColumnId: string | null;
  paymentDays: number;
  creditLimit: number;
  overdueToleranceDays: number;
};

/** Keeps the terms of a client, new or changed. */
export function keepTerms(w: Work, clientId: string, terms: Terms): Promise<{ id: string; revision: number }> {
  return w.db.one(sql<{
    id: string;
    revision: number;
  }>`insert into orders.client_terms (company_id, client_id, price_column_id,
      payment_days, credit_limit, overdue_tolerance_days, set_by)
    values (${w.actor.companyId}, ${clientId}, ${terms.priceColumnId}, ${terms.paymentDays}, ${terms.creditLimit},
      ${terms.overdueToleranceDays}, ${w.actor.employeeId})
    on conflict (client_id) do update set price_column_id = excluded.price_column_id, payment_days = excluded.payment_days,
      credit_limit = excluded.credit_limit, overdue_tolerance_days = excluded.overdue_tolerance_days, set_by = excluded.set_by,
      set_at = now()
    returning id, revision`);
}
