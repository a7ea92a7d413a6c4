import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { activitiesLogged } from './data/evidence.ts';
import { aContact, aPlannedVisit, carriedOut } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let fresh: Database | undefined;
const runner = () => new Runner(clone.database, compose(modules));

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
});
afterAll(async () => {
  await fresh?.close();
  await clone.close();
});

it('lets the substitute carry out the visit of the absent, and keeps both names', async () => {
  const { id: clientId } = await aClient(runner(), company.actor('kamA'));
  const visit = await aPlannedVisit(runner(), company.actor('kamA'), { clientId });
  await expect(carriedOut(runner(), company.actor('kamB'), visit.id)).rejects.toThrow('activities.unknown-activity');

  await company.substitute('kamA', 'kamB');
  // Connections that have not acted for anyone yet, so that the new rights count at once.
  fresh = new Database({ appUrl: appUrl(clone.ownerUrl), ownerUrl: clone.ownerUrl, connections: 2 });
  const after = new Runner(fresh, compose(modules));
  await carriedOut(after, company.actor('kamB'), visit.id);

  const [row] = await company.owner(
    'select employee_id, acting_for, owed_by, state from activities.activities where id = $1',
    [visit.id],
  );
  expect(row).toEqual({
    employee_id: company.ids.kamB,
    acting_for: company.ids.kamA,
    owed_by: company.ids.kamA,
    state: 'done',
  });
  const [entry] = await company.owner(
    `select employee_id, acting_for, clause_id is not null as by_clause from journal.entries where record_id = $1 and act = 'update' order by id desc limit 1`,
    [visit.id],
  );
  expect(entry).toEqual({ employee_id: company.ids.kamB, acting_for: company.ids.kamA, by_clause: true });
  await expect(aContact(after, company.actor('kamA'), { clientId })).rejects.toThrow('platform.not-granted');

  const today = Temporal.Now.plainDateISO('UTC');
  const period = { from: today.toString(), to: today.add({ days: 1 }).toString() };
  const evidence = (of: 'kamA' | 'kamB') =>
    after.read(company.actor('head'), (w) => activitiesLogged(w, company.ids[of], period));
  expect((await evidence('kamA')).map((each) => [each.id, each.state])).toEqual([[visit.id, 'done']]);
  expect(await evidence('kamB')).toEqual([]);
});
