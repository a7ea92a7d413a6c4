import { sql } from '#platform/db/sql.ts';
import { escapeLike } from '#platform/lists/page.ts';
import type { ListSource } from '#platform/lists/source.ts';

const keeperName = sql`(select e.name from organization.employees e where e.id = c.keeper_id)`;

/**
 * Where the list of clients comes from. That company and keeper are equal on both sides is said, so that a filter on one
 * is a range in the indexes of either. The status is asked of the figures alone, beside the days and sums that such a
 * filter contradicts: asked on both sides, the planner would take the few who match both for a surprise, and sort them all.
 */
export const clientSource: ListSource = {
  from: sql`clients.clients c join clients.figures f on f.client_id = c.id and f.company_id = c.company_id and f.keeper_id = c.keeper_id`,
  id: sql`c.id`,
  revision: sql`c.revision`,
  keeper: sql`c.keeper_id`,
  columns: {
    name: sql`c.name`,
    code: sql`c.code`,
    keeper: { value: sql`c.keeper_id`, label: keeperName },
    status: sql`f.status`,
    class: sql`c.class`,
    owed: sql`f.owed`,
    overdue: sql`f.overdue`,
    sales12m: sql`f.sales_12m`,
    lastContactOn: sql`f.last_contact_on`,
    lastOrderOn: sql`f.last_order_on`,
    city: sql`c.city`,
    segment: sql`c.segment`,
    country: sql`c.country`,
    kind: sql`c.kind`,
    phone: sql`c.phone`,
    email: sql`c.email`,
    taxNumber: sql`c.tax_number`,
    parent: { value: sql`c.parent_id`, label: sql`(select p.name from clients.clients p where p.id = c.parent_id)` },
    since: sql`c.since`,
  },
  has: { name: (text) => sql`c.id = any (array(select clients.named(${text})))` },
  search: (text) => sql`c.id = any (array(select x.id from clients.found(${text}, 1000) x))`,
  href: (id) => `/clients/${id}`,
};

/** Where the list of contacts comes from. */
export const contactSource: ListSource = {
  from: sql`clients.contacts k`,
  id: sql`k.id`,
  revision: sql`k.revision`,
  keeper: sql`k.keeper_id`,
  columns: {
    name: sql`k.name`,
    title: sql`k.title`,
    client: { value: sql`k.client_id`, label: sql`(select c.name from clients.clients c where c.id = k.client_id)` },
    level: sql`k.level`,
    decisionRole: sql`k.decision_role`,
    attitude: sql`k.attitude`,
    phone: sql`k.phone`,
    email: sql`k.email`,
    leftOn: sql`k.left_on`,
  },
  search: (text) => {
    const pattern = `%${escapeLike(text)}%`;
    return sql`(k.name ilike ${pattern} or k.phone ilike ${pattern} or k.email ilike ${pattern})`;
  },
  href: (id) => `/contacts/${id}`,
};

/** Where the list of contracts comes from. */
export const contractSource: ListSource = {
  from: sql`clients.contracts k`,
  id: sql`k.id`,
  keeper: sql`k.keeper_id`,
  columns: {
    number: sql`k.number`,
    client: { value: sql`k.client_id`, label: sql`(select c.name from clients.clients c where c.id = k.client_id)` },
    subject: sql`k.subject`,
    signedOn: sql`k.signed_on`,
    validUntil: sql`k.valid_until`,
    noticeOn: sql`(k.valid_until - k.notice_days)`,
    open: sql`(k.ending is null)`,
    keeper: {
      value: sql`k.keeper_id`,
      label: sql`(select e.name from organization.employees e where e.id = k.keeper_id)`,
    },
  },
  href: () => '/contracts',
};
