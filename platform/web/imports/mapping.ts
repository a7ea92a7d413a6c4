import type { Mapping } from '#platform/imports/endpoints.ts';

const nothing = { constant: '' };

/** A saved mapping laid over what the headings say; what it leaves empty on purpose is not guessed again. */
export function laidOver(guessed: Mapping, saved: Mapping): Mapping {
  const both = Object.entries({ ...guessed, ...saved });
  return Object.fromEntries(both.filter(([, source]) => !('constant' in source && source.constant === '')));
}

/** A mapping that says of every field where it comes from, so that nothing is guessed: what was left out is empty. */
export function complete(fields: readonly { readonly name: string }[], mapping: Mapping): Mapping {
  return { ...Object.fromEntries(fields.map(({ name }) => [name, nothing])), ...mapping };
}
