import { sql } from '#platform/db/sql.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';
import { recordOrder } from './arrange-employee.ts';

type Revised = { id: string; revision: number };

/**
 * Puts an employee on a position from a day on. The position's row is locked, so that two cannot take the last place.
 * @throws Refused when the unit is full.
 */
export async function assignEmployee(
  w: Work,
  wish: { employeeId: string; positionId: string; from: string; orderNumber?: string; orderDate?: string },
): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  const position = await w.db.first(sql<{
    title: string;
    headcount: number;
  }>`select title, headcount from organization.positions
    where id = ${wish.positionId} for update`);
  if (!position) refuse('organization.unknown-position', {}, '/positionId');
  const known = await w.db.first(
    sql`select from organization.employees where id = ${wish.employeeId} and dismissed_at is null`,
  );
  if (!known) refuse('organization.unknown-employee', {}, '/employeeId');
  const { taken } = await w.db.one(sql<{ taken: number }>`select count(*) as taken from organization.assignments
    where position_id = ${wish.positionId} and valid && daterange(${wish.from}::date, null)`);
  if (taken >= position.headcount)
    refuse('organization.overstaffed', { title: position.title, headcount: position.headcount });
  const { orderNumber, orderDate } = wish;
  const orderId =
    orderNumber && orderDate ? await recordOrder(w, 'appointment', position.title, { orderNumber, orderDate }) : null;
  const assigned =
    await w.db.one(sql<Revised>`insert into organization.assignments (id, company_id, employee_id, position_id, valid, order_id)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.employeeId}, ${wish.positionId}, daterange(${wish.from}::date, null), ${orderId})
    returning id, revision`);
  await announce(w, 'organization.assigned', { employeeId: wish.employeeId, positionId: wish.positionId });
  return assigned;
}

/** Ends an assignment; `on` is the first day without it. */
export async function endAssignment(w: Work, id: string, on: string): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  const ended =
    await w.db.first(sql<Revised>`update organization.assignments set valid = daterange(lower(valid), ${on}::date)
    where id = ${id} and lower(valid) < ${on}::date returning id, revision`);
  return ended ?? refuse('organization.unknown-position');
}
