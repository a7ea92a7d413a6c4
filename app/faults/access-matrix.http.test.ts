import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, endpoint } from '#kernel/endpoint.ts';
import type { Person } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { defineModule, type Module } from '#platform/declare/module.ts';
import { answer } from '#platform/http/route.ts';
import { markOf, type Owner, tablesBoundToClients } from './test/every-table.ts';
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
  http = await rehearse(clone.database, [leak()]);
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
    except && except.field.part !== 'params' ? 'ids' : 'needed',
  );
const said = ({ status, problem, reached }: Answer) =>
  `${status}${problem ? ` ${problem.code}` : ''}${reached ? ' (reached)' : ''}`;

describe('the gate', { timeout: 120_000 }, () => {
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

const idParams = (endpoint: Endpoint) => idFields(endpoint).filter((field) => field.part === 'params');
const withId = () => http.endpoints.filter((endpoint) => idParams(endpoint).length > 0);
const given = ({ part, name }: IdField) => `${part}.${name}`;
/** Every question about a record of an owner: each route, each field that takes an id, each table that may be meant. */
async function* about(owner: Owner, who: Person, asked: readonly Endpoint[], bound?: ReadonlySet<string>) {
  for (const endpoint of asked.filter((each) => may(who, each))) {
    for (const field of idFields(endpoint)) {
      const meant = candidates(endpoint, field);
      // Where a name does not tell what is meant, every table is tried; two people are enough for that.
      if (meant.length > 10 && who !== 'director' && who !== 'kamA') continue;
      for (const table of meant.filter((each) => bound?.has(each) ?? true)) {
        const id = company.idOf(table, owner);
        const answer = await http.ask(company.actor(who), endpoint, inputOf(endpoint, 'kamA', { field, id }));
        yield { endpoint, field, table, answer, name: `${endpoint.id} ${given(field)} of ${table}: ${said(answer)}` };
      }
    }
  }
}

describe('a record that is not one’s own', { timeout: 120_000 }, () => {
  it('every address of a record leads to one of ours, so that the questions below mean something', async () => {
    const unreached: string[] = [];
    for (const endpoint of withId()) {
      let found = false;
      const answers = new Set<string>();
      for (const who of colleagues.filter((each) => may(each, endpoint))) {
        for (const table of found
          ? []
          : candidates(endpoint, idParams(endpoint)[0] ?? { part: 'params', name: 'id' })) {
          const [field] = idParams(endpoint);
          const input = inputOf(endpoint, 'kamA', field && { field, id: company.idOf(table, 'kamA') });
          const answer = await http.ask(company.actor(who), endpoint, input);
          answers.add(`${who} ${said(answer)}`);
          found ||= answer.reached && answer.status !== 404 && answer.status !== 403;
        }
      }
      if (!found) unreached.push(`${endpoint.id}: ${[...answers].join(', ')}`);
    }
    expect(unreached).toEqual([]);
  });

  /** What is told or done about another company's records. */
  async function toldToStrangers(who: Person, asked: readonly Endpoint[]): Promise<string[]> {
    const wrong: string[] = [];
    for await (const { field, answer, name } of about('outsider', who, asked)) {
      const told = answer.body.includes('of outsider');
      if (told || answer.status >= 500 || (field.part === 'params' && !isMissing(answer))) wrong.push(name);
    }
    return wrong;
  }
  /** What is told or done about the records of a colleague's clients. */
  async function toldToColleagues(who: Person, colleague: Owner, asked: readonly Endpoint[]): Promise<string[]> {
    const bound = tablesBoundToClients(company.tables).map(({ name }) => name);
    const marks = bound.map((table) => markOf(table, colleague));
    const wrong: string[] = [];
    for await (const { endpoint, field, answer, name } of about(colleague, who, asked, new Set(bound))) {
      const told = marks.some((mark) => answer.body.includes(mark));
      const done = endpoint.method !== 'GET' && answer.status < 300 && !answer.body.startsWith('{"done":0,');
      if (told || done || answer.status >= 500 || (field.part === 'params' && !isMissing(answer))) wrong.push(name);
    }
    return wrong;
  }
  const isMissing = ({ status }: Answer) => status === 404 || status === 403;
  const own = () => http.endpoints.filter((endpoint) => !planted.includes(endpoint));

  it.each(colleagues)('of another company: it does not exist for %s', async (who) => {
    expect(await toldToStrangers(who, own())).toEqual([]);
  });

  it.each([
    ['kamA', 'kamB'],
    ['kamB', 'kamA'],
  ] as const)('of a colleague’s client: it does not exist for %s', async (who, colleague) => {
    expect(await toldToColleagues(who, colleague, own())).toEqual([]);
  });

  it('a route that goes past row security would be named', async () => {
    const strangers = await toldToStrangers('kamA', planted);
    expect(strangers).toContain('planted.tell params.id of clients.clients: 200 (reached)');
    const colleagues = await toldToColleagues('kamA', 'kamB', planted);
    expect(colleagues).toContain('planted.tell params.id of clients.clients: 200 (reached)');
  });
});

/** A route in which somebody forgot who asks. */
const tell = endpoint({
  id: 'planted.tell',
  method: 'GET',
  path: '/planted/clients/:id',
  permit: 'clients.read',
  summary: 'Tells everybody everything',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  reply: Type.Object({ name: Type.String() }),
});
const planted: readonly Endpoint[] = [tell];
function leak(): Module {
  const handle = answer(tell, async (_, { params }) => {
    const [found] = await company.owner<{ name: string }>('select name from clients.clients where id = $1', [
      params.id,
    ]);
    return found ?? { name: '' };
  });
  return defineModule({
    name: 'planted',
    needs: [],
    permits: {},
    refusals: { codes: {} },
    texts: {},
    routes: [handle],
  });
}
