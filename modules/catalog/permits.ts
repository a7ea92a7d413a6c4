import { definePermits } from '#kernel/permit.ts';

export const catalogPermits = definePermits({
  'catalog.read': {},
  'catalog.edit': {},
});
