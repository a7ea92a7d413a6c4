import { Refused, refusal } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import { organizationRefusals, refuse } from '../refusals.ts';
import { judgeSubstitution } from '../rules/substitution.ts';
import { recordOrder } from './arrange-employee.ts';

type Revised = { id: string; revision: number };
type AbsenceRow = {
  id: string;
  employee_id: string;
  name: string;
  from: string;
  to: string;
  cancelled_at: string | null;
};

/** Records an absence; both days are inclusive. Of oneself, of those one answers for, or (HR) of anyone. */
export async function addAbsence(
  w: Work,
  wish: { employeeId: string; kind: string; from: string; until: string; note?: string },
): Promise<Revised> {
  if (wish.employeeId !== w.actor.employeeId)
    await requirePermit(w, 'organization.report-absence', { keeperId: wish.employeeId });
  if (wish.until < wish.from) refuse('organization.period-empty', {}, '/until');
  const added =
    await w.db.one(sql<Revised>`insert into organization.absences (id, company_id, employee_id, kind, valid, note)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.employeeId}, ${wish.kind},
      daterange(${wish.from}::date, ${wish.until}::date, '[]'), ${wish.note ?? ''}) returning id, revision`);
  await announce(w, 'organization.absence-recorded', { absenceId: added.id, employeeId: wish.employeeId });
  return added;
}

/** Cancels an absence, and with it the substitution that rests on it. */
export async function cancelAbsence(w: Work, id: string): Promise<Revised> {
  await w.db.run(
    sql`update organization.substitutions set revoked_at = now() where absence_id = ${id} and revoked_at is null`,
  );
  const cancelled = await w.db.first(sql<Revised>`update organization.absences set cancelled_at = now()
    where id = ${id} and cancelled_at is null returning id, revision`);
  return cancelled ?? refuse('organization.unknown-absence');
}

/**
 * Orders who stands in for an absent employee: clients, duties and the chosen permits pass for exactly those days.
 * @throws Refused with all reasons: outside the absence, an absent substitute, a chain.
 */
export async function orderSubstitution(
  w: Work,
  wish: {
    absenceId: string;
    substituteId: string;
    orderNumber: string;
    orderDate: string;
    from: string;
    until: string;
    permits: string[] | null;
  },
): Promise<Revised> {
  const absence =
    await w.db.first(sql<AbsenceRow>`select a.id, a.employee_id, e.name, lower(a.valid)::text as "from", upper(a.valid)::text as "to", a.cancelled_at
    from organization.absences a join organization.employees e on e.id = a.employee_id where a.id = ${wish.absenceId} for update of a`);
  if (!absence || absence.cancelled_at) refuse('organization.unknown-absence', {}, '/absenceId');
  await requirePermit(w, 'organization.substitute', { keeperId: absence.employee_id });
  const wished = { from: wish.from, to: Temporal.PlainDate.from(wish.until).add({ days: 1 }).toString() };
  const facts = await w.db.one(sql<{ substituteAbsent: boolean; absentSubstitutes: boolean }>`select
    exists (select from organization.absences a where a.employee_id = ${wish.substituteId} and a.cancelled_at is null
      and a.valid && daterange(least(${wished.from}::date, ${wished.to}::date), ${wished.to}::date)) as "substituteAbsent",
    exists (select from organization.substitutions s where s.substitute_id = ${absence.employee_id} and s.revoked_at is null
      and s.valid && daterange(least(${wished.from}::date, ${wished.to}::date), ${wished.to}::date)) as "absentSubstitutes"`);
  const faults = judgeSubstitution({
    absence: { from: absence.from, to: absence.to },
    wished,
    today: w.today.toString(),
    ...facts,
  });
  if (faults.length > 0) throw new Refused(faults.map((fault) => refusal(organizationRefusals, fault)));
  const orderId = await recordOrder(w, 'substitution', absence.name, wish);
  const ordered = await w.db.one(sql<Revised>`insert into organization.substitutions
      (id, company_id, absence_id, absent_id, substitute_id, order_id, valid, permits)
    values (${w.newId()}, ${w.actor.companyId}, ${absence.id}, ${absence.employee_id}, ${wish.substituteId}, ${orderId},
      daterange(${wished.from}::date, ${wished.to}::date), ${wish.permits}) returning id, revision`);
  await announce(w, 'organization.substitution-ordered', {
    substitutionId: ordered.id,
    substituteId: wish.substituteId,
    absentId: absence.employee_id,
  });
  return ordered;
}

/** Ends a substitution now: its last day was yesterday, or it never began. */
export async function revokeSubstitution(w: Work, id: string): Promise<Revised> {
  const found = await w.db.first(
    sql<{
      absent_id: string;
    }>`select absent_id from organization.substitutions where id = ${id} and revoked_at is null for update`,
  );
  if (!found) refuse('organization.unknown-substitution');
  await requirePermit(w, 'organization.substitute', { keeperId: found.absent_id });
  return w.db.one(
    sql<Revised>`update organization.substitutions set revoked_at = now() where id = ${id} returning id, revision`,
  );
}
