import pg from 'pg';

export type Founding = {
  readonly company: { name: string; currency: string; timeZone: string; language: 'en' | 'ru' };
  readonly founder: { number: string; firstName: string; lastName: string; email: string };
};

/**
 * Founds a company with its first employee, as the owner of the database: nobody can act before someone exists. The
 * founder may arrange people and job descriptions until those are in force.
 */
export async function foundCompany(
  ownerUrl: string,
  { company, founder }: Founding,
): Promise<{ companyId: string; employeeId: string }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
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
    return made;
  } finally {
    await client.end();
  }
}
