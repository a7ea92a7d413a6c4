import {
  IconChecklist,
  IconFileCertificate,
  IconFileText,
  IconGavel,
  IconHistory,
  IconSignature,
  IconSun,
  IconUserCheck,
} from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/today',
      permit: 'mandates.own',
      title: 'mandates.today',
      rail: { group: 'today', order: 1, icon: IconSun, key: 't', phone: 1 },
      load: () => import('./pages/today.tsx'),
    }),
    defineScreen({
      path: '/my-mandate',
      permit: 'mandates.own',
      title: 'mandates.my-mandate',
      rail: { group: 'mandate', order: 1, icon: IconFileCertificate, key: 'm' },
      load: () => import('./pages/my-mandate.tsx'),
    }),
    defineScreen({
      path: '/appraisals',
      permit: 'mandates.own',
      title: 'mandates.appraisals',
      rail: { group: 'mandate', order: 2, icon: IconUserCheck, key: 'a' },
      load: () => import('./pages/appraisals.tsx'),
    }),
    defineScreen({
      path: '/appraisals/:id',
      permit: 'mandates.own',
      title: 'mandates.appraisal',
      load: () => import('./pages/appraisal.tsx'),
    }),
    defineScreen({
      path: '/mandates/at',
      permit: 'mandates.own',
      title: 'mandates.who-could',
      rail: { group: 'mandate', order: 3, icon: IconHistory },
      load: () => import('./pages/mandates-at.tsx'),
    }),
    defineScreen({
      path: '/requests',
      permit: 'mandates.decide',
      title: 'mandates.requests',
      rail: { group: 'requests', order: 1, icon: IconGavel, key: 'r' },
      load: () => import('./pages/requests.tsx'),
    }),
    defineScreen({
      path: '/requests/:id',
      permit: 'mandates.decide',
      title: 'mandates.request',
      load: () => import('./pages/requests.tsx'),
    }),
    defineScreen({
      path: '/job-descriptions',
      permit: 'mandates.own',
      title: 'mandates.descriptions',
      rail: { group: 'descriptions', order: 1, icon: IconFileText, key: 'j' },
      load: () => import('./pages/descriptions.tsx'),
    }),
    defineScreen({
      path: '/job-descriptions/unsigned',
      permit: 'mandates.read',
      title: 'mandates.unsigned',
      rail: { group: 'descriptions', order: 2, icon: IconSignature },
      load: () => import('./pages/unsigned.tsx'),
    }),
    defineScreen({
      path: '/job-descriptions/templates',
      permit: 'mandates.draft',
      title: 'mandates.templates',
      rail: { group: 'descriptions', order: 3, icon: IconChecklist },
      load: () => import('./pages/templates.tsx'),
    }),
    defineScreen({
      path: '/job-descriptions/:id',
      permit: 'mandates.own',
      title: 'mandates.description',
      load: () => import('./pages/description.tsx'),
    }),
    defineScreen({
      path: '/job-descriptions/versions/:id',
      permit: 'mandates.own',
      title: 'mandates.version',
      load: () => import('./pages/version.tsx'),
    }),
    defineScreen({
      path: '/job-descriptions/versions/:id/comparison',
      permit: 'mandates.own',
      title: 'mandates.comparison',
      load: () => import('./pages/comparison.tsx'),
    }),
  ],
  panels: [
    {
      place: 'organization.employee',
      key: 'facts',
      title: 'mandates.facts',
      permit: 'mandates.appraise',
      order: 10,
      load: () => import('./parts/duty-facts.tsx'),
    },
  ],
  commands: [
    { title: 'mandates.describe', permit: 'mandates.draft', href: '/job-descriptions?new=1' },
    { title: 'mandates.open-appraisal', permit: 'mandates.appraise', href: '/appraisals?new=1' },
  ],
});
