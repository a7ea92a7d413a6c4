import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ActionState } from '../rules/agreed-action.ts';
import type { Named } from './versions.ts';

export type ActionRow = {
  id: string;
  appraisalId: string;
  /** The month of the appraisal in which it was agreed. */
  month: string;
  employee: Named;
  text: string;
  dueOn: string;
  who: Named;
  agreedBy: Named;
  state: ActionState;
  endedAt: string | null;
  endedBy: Named | null;
  /** Whether the appraisal in which it was agreed can still be changed. */
  draft: boolean;
  revision: number;
};

const rows = sql`select a.id, a.appraisal_id as "appraisalId", to_char(lower(x.period), 'YYYY-MM') as month,
    jsonb_build_object('id', e.id, 'name', e.name) as employee, a.text, a.due_on as "dueOn", jsonb_build_object('id', h.id, 'name', h.name) as who,
    jsonb_build_object('id', g.id, 'name', g.name) as "agreedBy", a.state, a.ended_at as "endedAt",
    case when n.id is not null then jsonb_build_object('id', n.id, 'name', n.name) end as "endedBy", x.state = 'open' as draft, a.revision
  from mandates.agreed_actions a join mandates.appraisals x on x.id = a.appraisal_id
  join organization.employees e on e.id = a.employee_id join organization.employees h on h.id = a.who_id
  join organization.employees g on g.id = a.agreed_by left join organization.employees n on n.id = a.ended_by`;

/**
 * The actions that an appraisal is about: agreed in it, or in an earlier one that the head has signed and open since, or
 * ended after its month began. Earlier ones first, then by day.
 */
export function actionsOf(w: Work, of: { id: string; employee: { id: string }; month: string }): Promise<ActionRow[]> {
  const first = `${of.month}-01`;
  return w.db.all(sql<ActionRow>`${rows}
    where a.employee_id = ${of.employee.id} and (a.appraisal_id = ${of.id} or (x.state <> 'open' and lower(x.period) < ${first}::date
      and (a.state = 'open' or a.ended_at >= ${first}::date::timestamp at time zone ${w.company.timeZone})))
    order by lower(x.period), a.due_on, a.id`);
}

/** What is agreed and open for the actor to do, and what others are late with that the actor agreed with them. */
export function openActions(w: Work): Promise<ActionRow[]> {
  const me = w.actor.employeeId;
  return w.db.all(sql<ActionRow>`${rows} where a.company_id = ${w.actor.companyId} and a.state = 'open' and x.state <> 'open'
      and (a.who_id = ${me} or (a.agreed_by = ${me} and a.due_on < ${w.today.toString()}::date))
    order by a.due_on, a.id limit 100`);
}

/** One action, held until the end of the transaction. */
export async function actionHeld(w: Work, id: string): Promise<ActionRow | undefined> {
  await w.db.run(sql`select from mandates.agreed_actions where id = ${id} for update`);
  return w.db.first(sql<ActionRow>`${rows} where a.id = ${id}`);
}

type Revised = { id: string; revision: number };

/** Keeps an action that the actor agrees on. */
export function insertAction(
  w: Work,
  action: { appraisalId: string; employeeId: string; text: string; dueOn: string; whoId: string },
): Promise<Revised> {
  return w.db.one(sql<Revised>`insert into mandates.agreed_actions (id, company_id, appraisal_id, employee_id, text, due_on, who_id, agreed_by)
    values (${w.newId()}, ${w.actor.companyId}, ${action.appraisalId}, ${action.employeeId}, ${action.text}, ${action.dueOn}, ${action.whoId},
      ${w.actor.employeeId}) returning id, revision`);
}

/** Takes an action back while its appraisal is open. */
export async function deleteAction(w: Work, id: string): Promise<void> {
  await w.db.run(sql`delete from mandates.agreed_actions where id = ${id}`);
}

/** Keeps what became of an action, by whom and when. */
export function turnAction(w: Work, id: string, state: ActionState): Promise<Revised> {
  const ended = state !== 'open';
  return w.db.one(sql<Revised>`update mandates.agreed_actions set state = ${state},
    ended_at = ${ended ? w.now.toString() : null}, ended_by = ${ended ? w.actor.employeeId : null} where id = ${id} returning id, revision`);
}
