import type pg from 'pg';
import { keyHash } from '#platform/auth/identify.ts';
import { companyId, idIn, kinds, type Size } from './large-company.ts';

/** Who asks: an employee of a generated company, with an API key. */
export type Who = {
  readonly role: string;
  readonly companyId: string;
  readonly employeeId: string;
  readonly key: string;
};

/** What is asked of the server again and again; `paths` are asked in turn. */
export type Question = { readonly name: string; readonly paths: (sample: Sample) => readonly string[] };

/** Records within the reach of whoever asks. */
export type Sample = { readonly clients: readonly { id: string; name: string; code: string }[] };

export const questions: readonly Question[] = [
  {
    name: 'list of 50 clients, filtered and sorted',
    paths: () =>
      ['status=active&sort=-sales12m', 'class=A&sort=name', 'status=active&sort=-overdue'].map(
        (query) => `/clients?${query}`,
      ),
  },
  {
    // The filter and the order contradict each other: whoever lapsed ordered long ago.
    name: 'lapsed clients, the latest order first',
    paths: () => ['/clients?status=lapsed&sort=-lastOrderOn'],
  },
  { name: 'client card', paths: ({ clients }) => clients.map(({ id }) => `/clients/${id}`) },
  { name: 'Today', paths: () => ['/today'] },
  {
    name: 'order list',
    paths: () =>
      ['', 'state=shipped', 'state=confirmed,entered', 'orderedOn.lte=today-30d'].map((query) => `/orders?${query}`),
  },
  { name: 'debt by age', paths: () => ['/receivables'] },
  { name: 'team plan and fact', paths: () => ['/team'] },
  {
    name: 'search',
    paths: ({ clients }) =>
      clients.flatMap(({ name, code }) => searched(name, code).map((text) => `/search?q=${encodeURIComponent(text)}`)),
  },
];

/** What people type to find a client: the beginning, a word of it, the code, and a word with two letters swapped. */
function searched(name: string, code: string): string[] {
  const [first = '', second = ''] = name.split(' ');
  const swapped = second.slice(0, 3) + second.slice(4, 5) + second.slice(3, 4) + second.slice(5);
  return [first.slice(0, 5), second.toLowerCase(), code, `${first} ${swapped}`];
}

/** Gives a manager, a head, the director and an accountant of a company keys; the former ones end. */
export async function giveKeys(
  owner: pg.Client,
  size: Size,
): Promise<Record<'manager' | 'head' | 'director' | 'accountant', Who>> {
  return {
    manager: await giveKey(owner, size, 'manager', firstManager),
    head: await giveKey(owner, size, 'head', 11),
    director: await giveKey(owner, size, 'director', 1),
    accountant: await giveKey(owner, size, 'accountant', 3),
  };
}

/** Gives so many managers of a company keys, or all when it has fewer. */
export async function giveManagersKeys(owner: pg.Client, size: Size, count: number): Promise<Who[]> {
  const whos: Who[] = [];
  for (let n = 0; n < Math.min(count, size.keepers); n += 1)
    whos.push(await giveKey(owner, size, 'manager', firstManager + n));
  return whos;
}

const firstManager = 101;

async function giveKey(owner: pg.Client, size: Size, role: string, n: number): Promise<Who> {
  const key = `mandate_bench_${crypto.randomUUID()}`;
  const company = companyId(size.number);
  const employeeId = idIn(size.number, kinds.employee, n);
  await owner.query('delete from identity.api_keys where employee_id = $1', [employeeId]);
  await owner.query('insert into identity.api_keys (company_id, employee_id, name, hash) values ($1, $2, $3, $4)', [
    company,
    employeeId,
    'bench',
    keyHash(key),
  ]);
  return { role, companyId: company, employeeId, key };
}

/** Two hundred active clients that somebody reaches, spread over all of them. */
export async function sampleOf(owner: pg.Client, who: Who): Promise<Sample> {
  const { rows } = await owner.query<Sample['clients'][number]>(
    `select c.id, c.name, c.code from clients.clients c
      where c.company_id = $1 and c.status = 'active' and ($2 = 'director' or c.keeper_id in (select r.keeper_id from app.reach r where r.employee_id = $3))
      order by hashtextextended(c.id::text, 7) limit 200`,
    [who.companyId, who.role, who.employeeId],
  );
  return { clients: rows };
}
