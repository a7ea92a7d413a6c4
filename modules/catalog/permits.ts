import { definePermits } from '#kernel/permit.ts';

export const catalogPermits = definePermits({
  'catalog.read': {},
  'catalog.edit': {},
  /** See what products cost the company, and the margins that follow from it. */
  'catalog.cost': {},
});
