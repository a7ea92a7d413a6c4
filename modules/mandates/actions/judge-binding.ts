import type { TObject } from 'typebox';
import Value from 'typebox/value';
import type { Refusal } from '#kernel/refusal.ts';
import type { Registry } from '#platform/declare/registry.ts';
import type { GrantSpecification, RightKind } from '#platform/declare/right.ts';
import { refusalsOf } from '#platform/http/faults.ts';
import type { BindingKind } from '../data/clauses.ts';
import type { BindingFault } from '../rules/completeness.ts';

export type Bound = { readonly kind: BindingKind; readonly key: string; readonly settings: unknown };
export type JudgedBinding = {
  readonly fault: BindingFault | null;
  /** What of the settings does not fit, in the validator's words. */
  readonly detail: string;
  /** The same, each at its field below `/settings`. */
  readonly faults: readonly Refusal[];
  /** What the binding grants: duties bring the permits they need, rights what their settings say. */
  readonly grants: readonly GrantSpecification[];
};

/** Checks a binding against the registered kind and computes what it grants. */
export function judgeBinding(registry: Registry, bound: Bound): JudgedBinding {
  const schema = schemaOf(registry, bound);
  if (!schema) return { fault: 'mandates.binding-unknown', detail: bound.key, faults: [], grants: [] };
  if (!Value.Check(schema, bound.settings)) {
    const errors = Value.Errors(schema, bound.settings);
    const [first] = errors;
    return {
      fault: 'mandates.settings-do-not-fit',
      detail: `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim(),
      faults: refusalsOf(errors, '/settings'),
      grants: [],
    };
  }
  const faults = judgedByRule(registry, bound);
  const [worst] = faults;
  if (worst) return { fault: 'mandates.settings-do-not-fit', detail: worst.field ?? '', faults, grants: [] };
  return { fault: null, detail: '', faults: [], grants: grantsOf(registry, bound) };
}

/** What a pay rule itself has against settings that fit its schema. */
function judgedByRule(registry: Registry, { kind, key, settings }: Bound): Refusal[] {
  const faults = kind === 'pay' ? registry.payRules.get(key)?.judge?.(settings as never) : undefined;
  return (faults ?? []).map(({ code, field }) => ({
    code,
    status: registry.refusals.get(code) ?? 422,
    field: `/settings${field}`,
  }));
}

function schemaOf(registry: Registry, { kind, key }: Bound): TObject | undefined {
  if (kind === 'duty') return registry.duties.get(key)?.settings;
  return kind === 'right' ? registry.rights.get(key)?.settings : registry.payRules.get(key)?.settings;
}

/** @throws Error when a right kind grants what no module declares: a defect of that kind, found by its first use. */
function grantsOf(registry: Registry, { kind, key, settings }: Bound): readonly GrantSpecification[] {
  if (kind === 'pay') return [];
  const granted =
    kind === 'duty'
      ? (registry.duties.get(key)?.grants ?? []).map(({ permit, scope }) => ({ permit, scope, limits: {} }))
      : (registry.rights.get(key) as RightKind).grants(settings as never);
  for (const grant of granted) {
    const limits = registry.permits.get(grant.permit)?.limits ?? {};
    if (!registry.permits.has(grant.permit)) throw new Error(`${key} grants the undeclared permit ${grant.permit}`);
    const unknown = Object.keys(grant.limits).find((dimension) => !(dimension in limits));
    if (unknown) throw new Error(`${key} limits ${grant.permit} by the undeclared ${unknown}`);
  }
  return granted;
}
