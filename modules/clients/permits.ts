import { definePermits } from '#kernel/permit.ts';

export const clientPermits = definePermits({
  'clients.read': {},
  'clients.edit': {},
  'clients.assign': {},
  'clients.export': {},
});
