import type { TObject } from 'typebox';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { GrantSpecification } from '#platform/declare/right.ts';
import type { Work } from '#platform/work.ts';
import { judgeBinding } from '../actions/judge-binding.ts';
import { nameOfKind } from '../actions/say.ts';
import type { BindingKind } from '../data/clauses.ts';
import type { listTemplates } from '../endpoints-descriptions.ts';
import type { listKinds } from '../endpoints-versions.ts';
import { templates } from '../templates/read.ts';

type Declared = {
  readonly key: string;
  readonly settings: TObject;
  readonly defaults: Readonly<Record<string, unknown>>;
};

/** Everything that a clause can bind here, with what the binding form needs. */
export function kinds(w: Work): EndpointReply<typeof listKinds>['items'] {
  const { duties, rights, payRules } = w.registry;
  const said = (kind: BindingKind, declared: Declared, grants: readonly GrantSpecification[] = []) => ({
    kind,
    key: declared.key,
    name: nameOfKind(w, kind, declared.key),
    schema: declared.settings as unknown,
    defaults: { ...declared.defaults },
    units: unitsOf(w, declared.settings, grants),
  });
  return [
    ...[...duties.values()].map((each) => said('duty', each)),
    ...[...rights.values()].map((each) => said('right', each, each.grants(each.defaults as never))),
    ...[...payRules.values()].map((each) => said('pay', each)),
  ].sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
}

/** Units of settings: as the schema says (`unit`), or those of the limit of the same name that the kind grants. */
function unitsOf(w: Work, settings: TObject, grants: readonly GrantSpecification[]): Record<string, string> {
  const units: Record<string, string> = {};
  for (const grant of grants) Object.assign(units, w.registry.permits.get(grant.permit)?.limits);
  for (const [name, schema] of Object.entries(settings.properties)) {
    const { unit } = schema as { unit?: string };
    if (unit) units[name] = unit;
  }
  return Object.fromEntries(Object.entries(units).filter(([name]) => name in settings.properties));
}

/** The templates, with what they bind that no module here registers. */
export function templateLines(w: Work): EndpointReply<typeof listTemplates>['items'] {
  return [...templates].map(([key, { en, ru }]) => ({
    key,
    title: { en: en.title, ru: ru.title },
    clauses: en.clauses.length,
    unregistered: [
      ...new Set(
        en.clauses
          .flatMap((clause) => clause.bindings ?? [])
          .filter((bound) => judgeBinding(w.registry, bound).fault === 'mandates.binding-unknown')
          .map((bound) => bound.key),
      ),
    ],
  }));
}
