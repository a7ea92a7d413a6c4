import type { Static } from 'typebox';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { actingEmployee, expectRevision, type Work } from '#platform/work.ts';
import { changeView, removeView, savedViews, saveView } from './endpoints.ts';

type View = Static<typeof saveView.reply>;
const shown = sql`v.id, v.name, v.shared, v.employee_id = app.employee() as mine, v.query, v.revision,
  coalesce((select e.name from organization.employees e where e.id = v.employee_id), '') as author`;

/** Routes of the saved views of all lists. */
export const savedViewRoutes: readonly Route[] = [
  answer(savedViews, async (w, { query }) => ({
    items: await w.db.all(sql<View>`select ${shown} from platform.saved_views v
      where v.company_id = ${w.actor.companyId} and v.list = ${query.list} order by v.shared, v.name, v.id limit 200`),
  })),
  answer(saveView, async (w, { body }) => {
    const id = w.newId();
    await w.db.run(sql`insert into platform.saved_views (id, company_id, list, name, employee_id, shared, query)
      values (${id}, ${w.actor.companyId}, ${body.list}, ${body.name.trim()}, ${actingEmployee(w)}, ${body.shared}, ${JSON.stringify(body.query)})`);
    return view(w, id);
  }),
  answer(changeView, async (w, { params, body }) => {
    const seen = await ownView(w, params.id);
    expectRevision(w, seen);
    await w.db.run(sql`update platform.saved_views set name = ${body.name?.trim() ?? seen.name}, shared = ${body.shared ?? seen.shared},
      query = ${JSON.stringify(body.query ?? seen.query)} where id = ${params.id}`);
    return view(w, params.id);
  }),
  answer(removeView, async (w, { params }) => {
    await ownView(w, params.id);
    await w.db.run(sql`delete from platform.saved_views where id = ${params.id}`);
    return null;
  }),
];

/** @throws Refused `platform.not-found` for what is not there, and for another's view, `platform.out-of-reach`. */
async function ownView(w: Work, id: string): Promise<View> {
  const found = await w.db.first(sql<View>`select ${shown} from platform.saved_views v where v.id = ${id}`);
  if (!found) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
  if (!found.mine) throw new Refused([{ code: 'platform.out-of-reach', status: 403 }]);
  return found;
}

function view(w: Work, id: string): Promise<View> {
  return w.db.one(sql<View>`select ${shown} from platform.saved_views v where v.id = ${id}`);
}
