import type { Database } from '#platform/db/database.ts';
import { publishCommonPermits } from './common-permits.ts';
import { foundCompany } from './found-company.ts';

/**
 * Makes the company and its first employee, who may found the organization. `tell` hears the password, which is shown
 * only then; broken off at any moment, the next attempt finds nothing, or a company whose password was told.
 */
export async function createFirstEmployee(
  wish: { database: Database; company: string; name: string; email: string },
  tell: (password: string) => void,
): Promise<void> {
  const { database } = wish;
  await publishCommonPermits(database.ownerUrl);
  const [firstName = '', ...rest] = wish.name.trim().split(/\s+/);
  const person = rest.length > 0 ? { firstName, lastName: rest.join(' ') } : { firstName: '', lastName: firstName };
  const company = {
    name: wish.company,
    currency: 'USD',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: 'en' as const,
  };
  await foundCompany(database.ownerUrl, { company, founder: { ...person, email: wish.email, number: '1' } }, tell);
}
