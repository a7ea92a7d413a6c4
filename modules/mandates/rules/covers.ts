type Bound = { readonly kind: string; readonly key: string };
type Covering = { readonly covers?: readonly string[] };

/** The kinds of activity that the duties which a clause binds ask for, each once. */
export function coveredBy(bindings: readonly Bound[], duties: ReadonlyMap<string, Covering>): string[] {
  const kinds = bindings.flatMap(({ kind, key }) => (kind === 'duty' ? (duties.get(key)?.covers ?? []) : []));
  return [...new Set(kinds)];
}
