import type { PermitDeclaration } from '#kernel/permit.ts';
import type { RefusalStatus } from '#kernel/refusal.ts';
import type { DutyKind } from './duty.ts';
import type { FileKind } from './file-kind.ts';
import type { ImportKind } from './import-kind.ts';
import type { MarkedData, Showing, ShowingList } from './marked-data.ts';
import type { Module, RequestKind, SearchSource, Setting, Subscription, TimelineSource } from './module.ts';
import type { PayRule } from './pay-rule.ts';
import type { RightKind } from './right.ts';
import type { Slot } from './slot.ts';

/** Marked data as an endpoint or a list shows it. */
export type Shown<S> = { readonly data: MarkedData; readonly showing: S };

/** Everything that the modules registered, composed once at boot. Two members under one key stop the boot. */
export type Registry = {
  readonly modules: readonly Module[];
  readonly permits: ReadonlyMap<string, PermitDeclaration>;
  readonly refusals: ReadonlyMap<string, RefusalStatus>;
  readonly constraints: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, readonly [string, string]>;
  readonly duties: ReadonlyMap<string, DutyKind>;
  readonly rights: ReadonlyMap<string, RightKind>;
  readonly payRules: ReadonlyMap<string, PayRule>;
  readonly imports: ReadonlyMap<string, ImportKind>;
  readonly files: ReadonlyMap<string, FileKind>;
  readonly requestKinds: ReadonlyMap<string, RequestKind>;
  readonly settings: ReadonlyMap<string, Setting>;
  readonly marked: ReadonlyMap<string, MarkedData>;
  /** By the id of the endpoint: what marked data its reply shows. */
  readonly shownBy: ReadonlyMap<string, readonly Shown<Showing>[]>;
  /** By the key of the list. */
  readonly shownInList: ReadonlyMap<string, readonly Shown<ShowingList>[]>;
  readonly subscriptions: readonly Subscription[];
  readonly search: readonly SearchSource[];
  readonly timeline: readonly TimelineSource[];
  /** What fills the slot, or its own default. */
  readonly answer: <A>(slot: Slot<A>) => A;
  readonly answers: <A>(slot: Slot<A>) => A[];
};

/**
 * Composes the registry.
 * @throws when a key is declared twice or a duty, request or kind of files names an undeclared permit.
 */
export function compose(modules: readonly Module[]): Registry {
  const permits = gather(
    modules.map((module) => Object.entries(module.permits)),
    'permit',
  );
  const marked = keyed(
    modules.flatMap((module) => module.marked ?? []),
    'marked data',
  );
  const showings = [...marked.values()].flatMap((data) => data.shownBy.map((showing) => ({ data, showing })));
  const lists = [...marked.values()].flatMap((data) => (data.lists ?? []).map((showing) => ({ data, showing })));
  const registry: Registry = {
    modules,
    permits,
    refusals: gather(
      modules.map((module) => Object.entries(module.refusals.codes)),
      'refusal',
    ),
    constraints: gather(
      modules.map((module) => Object.entries(module.refusals.constraints ?? {})),
      'constraint',
    ),
    texts: gather(
      modules.map((module) => Object.entries(module.texts)),
      'text',
    ),
    duties: keyed(
      modules.flatMap((module) => module.duties ?? []),
      'duty',
    ),
    rights: keyed(
      modules.flatMap((module) => module.rights ?? []),
      'right',
    ),
    payRules: keyed(
      modules.flatMap((module) => module.payRules ?? []),
      'pay rule',
    ),
    imports: keyed(
      modules.flatMap((module) => module.imports ?? []),
      'import kind',
    ),
    files: keyed(
      modules.flatMap((module) => module.files ?? []),
      'kind of files',
    ),
    settings: keyed(
      modules.flatMap((module) => module.settings ?? []),
      'setting',
    ),
    requestKinds: gather(
      modules.map((module) => (module.requestKinds ?? []).map((kind) => [kind.permit, kind])),
      'request kind',
    ),
    marked,
    shownBy: Map.groupBy(showings, ({ showing }) => showing.endpoint.id),
    shownInList: Map.groupBy(lists, ({ showing }) => showing.list.key),
    subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
    search: modules.flatMap((module) => module.search ?? []),
    timeline: modules.flatMap((module) => module.timeline ?? []),
    answer: (slot) => (fillsOf(slot)[0] ?? slot.otherwise) as never,
    answers: (slot) => fillsOf(slot) as never[],
  };
  function fillsOf(slot: Slot<unknown>): unknown[] {
    return modules
      .flatMap((module) => module.fills ?? [])
      .filter((fill) => fill.slot === slot.name)
      .map((fill) => fill.answer);
  }
  for (const kind of registry.duties.values()) {
    for (const grant of kind.grants) known(permits, grant.permit, `duty ${kind.key}`);
  }
  for (const { key, permits: needed } of registry.files.values()) {
    for (const permit of needed) known(permits, permit, `kind of files ${key}`);
  }
  for (const permit of registry.requestKinds.keys()) known(permits, permit, 'a request kind');
  return registry;
}

function known(permits: ReadonlyMap<string, unknown>, permit: string, by: string): void {
  if (!permits.has(permit)) throw new Error(`${by} names the undeclared permit ${permit}`);
}

function gather<V>(lists: readonly (readonly (readonly [string, V])[])[], what: string): Map<string, V> {
  const map = new Map<string, V>();
  for (const [key, value] of lists.flat()) {
    if (map.has(key)) throw new Error(`${what} ${key} is declared twice`);
    map.set(key, value);
  }
  return map;
}

function keyed<V extends { key: string }>(values: readonly V[], what: string): Map<string, V> {
  return gather([values.map((value) => [value.key, value])], what);
}
