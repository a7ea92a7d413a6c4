import { IconBeach, IconBuilding, IconSettings, IconSitemap, IconUsers } from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/people',
      permit: 'organization.read',
      title: 'organization.people',
      rail: { group: 'people', order: 1, icon: IconUsers, key: 'p' },
      load: () => import('./pages/people.tsx'),
    }),
    defineScreen({
      path: '/people/absences',
      permit: 'organization.read',
      title: 'organization.absences',
      rail: { group: 'people', order: 2, icon: IconBeach },
      load: () => import('./pages/absences.tsx'),
    }),
    defineScreen({
      path: '/people/positions',
      permit: 'organization.read',
      title: 'organization.staffing',
      rail: { group: 'people', order: 3, icon: IconSitemap },
      load: () => import('./pages/positions.tsx'),
    }),
    defineScreen({
      path: '/people/:id',
      permit: 'organization.read',
      title: 'organization.employee',
      load: () => import('./pages/employee.tsx'),
    }),
    defineScreen({
      path: '/settings',
      permit: 'organization.read',
      title: 'organization.settings',
      rail: { group: 'settings', order: 1, icon: IconSettings },
      load: () => import('./pages/settings.tsx'),
    }),
    defineScreen({
      path: '/settings/choices/:key',
      permit: 'organization.read',
      title: 'organization.setting',
      load: () => import('./pages/setting.tsx'),
    }),
    defineScreen({
      path: '/settings/company',
      permit: 'organization.configure',
      title: 'organization.company',
      rail: { group: 'settings', order: 2, icon: IconBuilding },
      load: () => import('./pages/company.tsx'),
    }),
  ],
  commands: [
    { title: 'organization.add-absence', permit: 'organization.report-absence', href: '/people/absences?new=1' },
  ],
});
