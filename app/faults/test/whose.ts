import type { Endpoint } from '#kernel/endpoint.ts';
import type { IdField } from './sample.ts';

/** Words for people and places in the names of fields; what is not here is the name of a table in the singular. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  keeper: ['organization.employees'],
  superior: ['organization.employees'],
  substitute: ['organization.employees'],
  reviewer: ['organization.employees'],
  from: ['organization.employees'],
  to: ['organization.employees'],
  column: ['catalog.price_columns'],
  except: ['clients.clients'],
  with: ['mandates.versions'],
  after: ['mandates.clauses'],
  clause_identity: ['mandates.clauses'],
};

/**
 * The tables whose records a field may name: by the name of the field, or for the `id` of an address by the words before
 * it; all tables when no name tells.
 */
export function tablesFor(endpoint: Endpoint, field: IdField, tables: readonly string[]): readonly string[] {
  const word = (/^ids?$/.test(field.name) ? wordOf(endpoint.path) : field.name)
    .replace(/Ids?$/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll('-', '_');
  const meant = meanings[word];
  if (meant) return meant;
  const found = tables.filter((table) => {
    const name = table.split('.')[1] ?? '';
    return plurals(word).some((plural) => ends(name, plural) || ends(plural, name));
  });
  return found.length > 0 ? found : tables;
}

/** The word before `:id`, or the first. */
function wordOf(path: string): string {
  return /([^/]+)\/:id/.exec(path)?.[1] ?? path.split('/')[1] ?? '';
}

function plurals(word: string): string[] {
  return [word, `${word}s`, word.replace(/y$/, 'ies')];
}

function ends(whole: string, part: string): boolean {
  return whole === part || whole.endsWith(`_${part}`);
}
