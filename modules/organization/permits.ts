import { definePermits } from '#kernel/permit.ts';

export const organizationPermits = definePermits({
  'organization.read': { everyone: true, founding: true },
  'organization.arrange': { founding: true },
  'organization.configure': { founding: true },
  'organization.report-absence': { everyone: true },
  'organization.substitute': { founding: true },
});
