import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import pg from 'pg';

export type Founding = {
  readonly company: { name: string; currency: string; timeZone: string; language: 'en' | 'ru' };
  readonly founder: { number: string; firstName: string; lastName: string; email: string };
};

/**
 * Founds a company with its first employee and their password, as the owner of the database: nobody can act before
 * someone exists. The founder may arrange people and job descriptions until those are in force.
 *
 * All of it is one transaction, and `tell` hears the password before it ends: whatever breaks it off leaves either
 * nothing, so that the founding begins anew, or a company whose password has been shown.
 */
export async function foundCompany(
  ownerUrl: string,
  { company, founder }: Founding,
  tell: (password: string) => void,
): Promise<void> {
  const password = randomBytes(12).toString('base64url');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ companyId: string; employeeId: string }>(
      `with company as (
         insert into platform.companies (name, currency, time_zone, language) values ($1, $2, $3, $4) returning id, time_zone
       )
       insert into organization.employees (company_id, number, first_name, last_name, email, language, hired_on, founder)
       select id, $5, $6, $7, lower($8), $4, (now() at time zone time_zone)::date, true from company
       returning company_id as "companyId", id as "employeeId"`,
      [
        company.name,
        company.currency,
        company.timeZone,
        company.language,
        founder.number,
        founder.firstName,
        founder.lastName,
        founder.email,
      ],
    );
    const [made] = rows;
    if (!made) throw new Error('the company could not be founded');
    await client.query('select app.enter_company($1)', [made.companyId]);
    await client.query('select app.give_access($1, $2)', [made.employeeId, await hash(password)]);
    tell(password);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
