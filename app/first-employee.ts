import { randomUUID } from 'node:crypto';
import { giveAccess } from '#modules/organization/contract.ts';
import type { Database } from '#platform/db/database.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { publishCommonPermits } from './common-permits.ts';
import { foundCompany } from './found-company.ts';
import { modules } from './modules.ts';

/** Makes the company and its first employee, who may found the organization; gives the password, shown only now. */
export async function createFirstEmployee(wish: {
  database: Database;
  company: string;
  name: string;
  email: string;
}): Promise<{ password: string }> {
  const { database } = wish;
  await publishCommonPermits(database.ownerUrl);
  const [firstName = '', ...rest] = wish.name.trim().split(/\s+/);
  const person = rest.length > 0 ? { firstName, lastName: rest.join(' ') } : { firstName: '', lastName: firstName };
  const founded = await foundCompany(database.ownerUrl, {
    company: {
      name: wish.company,
      currency: 'USD',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: 'en',
    },
    founder: { ...person, email: wish.email, number: '1' },
  });
  const runner = new Runner(database, compose(modules));
  return runner.write(companyActor(founded.companyId, randomUUID()), (w) => giveAccess(w, founded.employeeId));
}
