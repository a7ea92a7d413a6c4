import { modules } from '#app/modules.ts';
import { aCompany, type Person, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { compose } from '#platform/declare/registry.ts';
import { everyTable, fill, type Owner, type Records, type Sensible, type Table } from './every-table.ts';

export type RichCompany = TestCompany & Records & { readonly tables: readonly Table[] };

/** The people of the company whose mandates are standard. */
export const colleagues = [
  'director',
  'hr',
  'head',
  'kamA',
  'kamB',
  'support',
  'accountant',
] as const satisfies readonly Person[];

/**
 * A company with a record of every kind: one of kamA, one of kamB, and one of the outsider's company. What no standard
 * mandate grants, the director is granted, so that no route is out of everybody's reach; the outsider may do everything.
 */
export async function aRichCompany(database: { readonly ownerUrl: string }): Promise<RichCompany> {
  const permits = [...compose(modules).permits.keys()];
  const granted = new Set(colleagues.flatMap((who) => standardGrants[who].map(({ permit }) => permit)));
  const rest = permits.filter((permit) => !granted.has(permit));
  const company = await aCompany(database, {
    grants: {
      director: [...standardGrants.director, ...rest.map((permit) => ({ permit, scope: 'all' as const }))],
      outsider: permits.map((permit) => ({ permit, scope: 'all' as const })),
    },
  });
  const tables = await everyTable(company);
  // The outsider needs a colleague too; one id is as good as another.
  await company.owner(
    `insert into organization.employees (id, company_id, number, first_name, last_name, email, hired_on)
     values ($1, $1, '99', 'Outsiders', 'Superior', 'superior@example.test', '2020-01-01')`,
    [company.outsideId],
  );
  const records = await fill(company, tables, sensible(company));
  await company.owner(
    `insert into identity.api_keys (id, company_id, employee_id, name, hash) values ${(
      ['kamA', 'kamB', 'outsider'] as const
    )
      .map(
        (owner) =>
          `('${records.idOf('identity.api_keys', owner)}', '${company.actor(owner).companyId}', '${company.ids[owner]}', 'identity.api_keys of ${owner}', '${owner}')`,
      )
      .join(', ')}`,
  );
  return { ...company, ...records, tables };
}

/** What the catalogue of the database cannot tell of a sensible row. */
function sensible(company: TestCompany): Sensible {
  const id = (value: string) => `'${value}'`;
  const superior = (owner: Owner) => id(owner === 'outsider' ? company.outsideId : company.ids.head);
  const later = `daterange(current_date + 100, current_date + 130)`;
  const longAgo = `daterange('2010-01-01', '2011-01-01')`;
  return (table, owner, idOf) => {
    const said: Record<string, Record<string, string>> = {
      'activities.activities': { planned_on: 'current_date' },
      'activities.week_plans': { week: `'2026-W10'` },
      'clients.handovers': { to_id: superior(owner) },
      'mandates.bindings': { kind: `'right'`, key: `'test.authority'`, grants: `'[]'` },
      'mandates.requests': {
        permit: `'orders.discount'`,
        subject_id: id(idOf('orders.orders', owner)),
        excess: `'[]'`,
        asked_of: superior(owner),
      },
      'mandates.request_passings': { to_id: superior(owner), cause: `'cannot-decide'` },
      'organization.given_accesses': { given_by: superior(owner) },
      'organization.reporting_lines': { superior_id: superior(owner), valid: longAgo },
      'organization.assignments': { valid: longAgo },
      'organization.absences': { valid: later },
      'organization.substitutions': { substitute_id: superior(owner), valid: later },
      'plans.pay_statements': { lines: `'[]'`, formula: `'[]'` },
      'plans.plans': { employee_id: id(company.ids[owner]) },
      'platform.files': { sha256: `encode(sha256('\\x00'), 'hex')` },
      'platform.issued_documents': { pdf_sha256: `encode(sha256('\\x00'), 'hex')`, word: `'\\x00'` },
      'platform.readings': { record_ids: `array['${idOf('clients.clients', owner)}']::uuid[]` },
      'settlements.invoices': { allocated: `'1'` },
      'settlements.payments': { allocated: `'1'` },
    };
    return said[table] ?? {};
  };
}
