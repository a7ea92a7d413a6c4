import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Person } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { type Owner, tablesBoundToClients } from './test/every-table.ts';
import { type Answer, type Rehearsal, rehearse } from './test/rehearsal.ts';
import { aRichCompany, colleagues, type RichCompany } from './test/rich-company.ts';
import { type IdField, idFields, sampleInput } from './test/sample.ts';
import { tablesFor } from './test/whose.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: RichCompany;
let http: Rehearsal;
let granted: Map<string, Set<string>>;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aRichCompany(clone);
  http = await rehearse(clone.database);
  const grants = await company.owner<{ who: string; permits: string[] }>(
    'select employee_id as who, array_agg(distinct permit) as permits from app.grants where valid @> current_date group by 1',
  );
  granted = new Map(grants.map(({ who, permits }) => [who, new Set(permits)]));
});
afterAll(async () => {
  await http.close();
  await clone.close();
});

const people = [...colleagues, 'outsider'] as const;
const may = (who: Person, { permit }: Endpoint) =>
  permit === 'signed-in' || (granted.get(company.ids[who])?.has(permit) ?? false);
const tableNames = () => [...company.tables.map(({ name }) => name), 'identity.api_keys'];
const candidates = (endpoint: Endpoint, field: IdField) => tablesFor(endpoint, field, tableNames());
/** An input in which every id is of the owner's records. */
const inputOf = (endpoint: Endpoint, owner: Owner, except?: { field: IdField; id: string }) =>
  sampleInput(
    endpoint,
    (field) => {
      if (except && field.part === except.field.part && field.name === except.field.name) return except.id;
      return company.idOf(candidates(endpoint, field)[0] ?? '', owner);
    },
    except?.field.part !== 'params' && except !== undefined,
  );
const said = ({ status, problem, reached }: Answer) =>
  `${status}${problem ? ` ${problem.code}` : ''}${reached ? ' (reached)' : ''}`;

describe('the gate', () => {
  it('lets nobody in', async () => {
    const wrong: string[] = [];
    for (const endpoint of http.endpoints) {
      const answer = await http.ask(null, endpoint, inputOf(endpoint, 'kamA'));
      if (answer.status !== 401 || answer.reached) wrong.push(`${endpoint.id}: ${said(answer)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(people)('lets %s do what the mandate grants and nothing else', async (who) => {
    const wrong: string[] = [];
    for (const endpoint of http.endpoints) {
      const answer = await http.ask(
        company.actor(who),
        endpoint,
        inputOf(endpoint, who === 'outsider' ? 'outsider' : 'kamA'),
      );
      const right = may(who, endpoint)
        ? answer.reached && answer.status !== 401 && answer.status < 500
        : !answer.reached &&
          answer.status === 403 &&
          answer.problem?.code === 'platform.not-granted' &&
          answer.problem.permit === endpoint.permit;
      if (!right) wrong.push(`${endpoint.id}: ${said(answer)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('every route is within somebody’s mandate', () => {
    const orphans = http.endpoints.filter((endpoint) => !colleagues.some((who) => may(who, endpoint)));
    expect(orphans.map(({ id }) => id)).toEqual([]);
  });
});
