import type { Refusal } from '#kernel/refusal.ts';
import { type Fault, faultsOf } from './http/faults.ts';

/** The refusals of a value that does not fit its schema, each at its field under the JSON pointer `at`. */
export function schemaFaults(errors: Parameters<typeof faultsOf>[0], at: string): Refusal[] {
  return faultsOf(errors).map(({ field, params }: Fault) => ({
    code: 'platform.invalid-input',
    status: 422,
    field: `${at}${field === '/' ? '' : field}`,
    params,
  }));
}
