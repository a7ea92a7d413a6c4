import { sql } from '#platform/db/sql.ts';
import { type ImportKind, type ImportRow, importKind, type Rejection } from '#platform/declare/import-kind.ts';

/**
 * Clients with their main contact. The keeper is named by personnel number; without one the clients are kept by the
 * employee who imports.
 */
export const clientsImport: ImportKind = importKind({
  key: 'clients',
  permit: 'clients.edit',
  fields: [
    { name: 'code', type: 'text', required: true, maxLength: 60, aliases: ['CustomerID', 'Code', 'Код'] },
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 300,
      aliases: ['CompanyName', 'Client', 'Customer', 'Account', 'Наименование'],
    },
    { name: 'keeper', type: 'text', maxLength: 40, aliases: ['Keeper', 'EmployeeID', 'Ответственный'] },
    { name: 'status', type: 'text', maxLength: 20, aliases: ['Status', 'Статус'] },
    { name: 'class', type: 'text', maxLength: 10, aliases: ['Class', 'Класс'] },
    { name: 'country', type: 'text', maxLength: 60, aliases: ['Country', 'Страна'] },
    { name: 'city', type: 'text', maxLength: 200, aliases: ['City', 'Город'] },
    { name: 'region', type: 'text', maxLength: 200, aliases: ['Region', 'State', 'Область'] },
    { name: 'address', type: 'text', maxLength: 500, aliases: ['Address', 'Адрес'] },
    { name: 'postalCode', type: 'text', maxLength: 20, aliases: ['PostalCode', 'ZIP', 'Индекс'] },
    { name: 'phone', type: 'text', maxLength: 60, aliases: ['Phone', 'Telephone', 'Телефон'] },
    { name: 'email', type: 'text', maxLength: 200, aliases: ['Email', 'E-mail', 'Почта'] },
    { name: 'taxNumber', type: 'text', maxLength: 40, aliases: ['VAT', 'Tax number', 'ИНН'] },
    { name: 'contactName', type: 'text', maxLength: 200, aliases: ['ContactName', 'Contact', 'Контакт'] },
    { name: 'contactTitle', type: 'text', maxLength: 200, aliases: ['ContactTitle', 'Должность'] },
    { name: 'since', type: 'date', aliases: ['Since', 'Клиент с'] },
  ],
  write: async (w, rows, importId) => {
    const numbers = [...new Set(rows.map((row) => String(row.values.keeper ?? '')).filter(Boolean))];
    const keepers = await w.db.all(sql<{ number: string; id: string }>`select number, id from organization.employees
      where company_id = ${w.actor.companyId} and number = any (${numbers}) and dismissed_at is null`);
    const keeperIds = new Map(keepers.map((row) => [row.number, row.id]));
    const keeperOf = (row: ImportRow) =>
      row.values.keeper ? keeperIds.get(String(row.values.keeper)) : (w.actor.employeeId ?? undefined);
    const rejections: Rejection[] = [];
    const records: Record<string, unknown>[] = [];
    for (const row of rows) {
      const keeper = keeperOf(row);
      if (keeper)
        records.push({
          ...row.values,
          id: w.newId(),
          contactId: w.newId(),
          keeper,
          country: countryCode(row.values.country),
        });
      else rejections.push({ number: row.number, code: 'platform.import-unknown-reference', field: 'keeper' });
    }
    const given = sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      g(id uuid, "contactId" uuid, code text, name text, keeper uuid, status text, class text, country text, city text, region text,
        address text, "postalCode" text, phone text, email text, "taxNumber" text, "contactName" text, "contactTitle" text, since date)`;
    await w.db.run(sql`
      insert into clients.clients (id, company_id, code, name, keeper_id, status, class, country, city, address, phone, email, tax_number, since, import_id)
      select g.id, ${w.actor.companyId}, g.code, g.name, g.keeper, coalesce(g.status, 'potential'), g.class, g.country, coalesce(g.city, ''),
        concat_ws(', ', nullif(g.address, ''), nullif(concat_ws(' ', g."postalCode", g.region), '')), coalesce(g.phone, ''), coalesce(g.email, ''),
        coalesce(g."taxNumber", ''), coalesce(g.since, ${w.today.toString()}::date), ${importId}
        from ${given}`);
    // A statement of its own: whose client a contact is, is looked up, and a client made by the same statement is not seen.
    await w.db.run(sql`
      insert into clients.contacts (id, company_id, client_id, keeper_id, name, title, phone, is_main, import_id)
      select g."contactId", ${w.actor.companyId}, g.id, g.keeper, g."contactName", coalesce(g."contactTitle", ''), coalesce(g.phone, ''), true, ${importId}
        from ${given} where g."contactName" <> ''`);
    return rejections;
  },
  conclude: async (w) =>
    w.db.one(
      sql<
        Record<string, number>
      >`select count(*) as clients from clients.clients where company_id = ${w.actor.companyId}`,
    ),
});

/** ISO 3166 code of a country written as a code or as its English name; null when it is neither. */
function countryCode(said: unknown): string | null {
  const text = String(said ?? '').trim();
  if (/^[A-Za-z]{2}$/.test(text) && text.toUpperCase() !== 'UK') return text.toUpperCase();
  return codesByName.get(text.toLowerCase()) ?? null;
}

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const codesByName = new Map<string, string>([
  ['usa', 'US'],
  ['uk', 'GB'],
  ['eire', 'IE'],
  ['rsa', 'ZA'],
]);
for (let first = 65; first <= 90; first += 1) {
  for (let second = 65; second <= 90; second += 1) {
    const code = String.fromCharCode(first, second);
    const name = names.of(code);
    if (name) codesByName.set(name.toLowerCase(), code);
  }
}
