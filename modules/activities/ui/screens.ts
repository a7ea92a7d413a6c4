import {
  IconCalendarWeek,
  IconListDetails,
  IconPhoneOutgoing,
  IconPhonePlus,
  IconReportAnalytics,
  IconUserExclamation,
  IconUsersGroup,
} from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/week',
      permit: 'activities.read',
      title: 'activities.week',
      rail: { group: 'week', order: 1, icon: IconCalendarWeek, key: 'w', phone: 2 },
      load: () => import('./pages/week.tsx'),
    }),
    defineScreen({
      path: '/week/team',
      permit: 'activities.approve-plan',
      title: 'activities.team',
      rail: { group: 'team', order: 2, icon: IconUsersGroup },
      load: () => import('./pages/team-weeks.tsx'),
    }),
    defineScreen({
      path: '/activities',
      permit: 'activities.read',
      title: 'activities.title',
      rail: { group: 'week', order: 2, icon: IconListDetails, key: 'v' },
      load: () => import('./pages/activity-list.tsx'),
    }),
    defineScreen({
      path: '/activities/:id',
      permit: 'activities.read',
      title: 'activities.activity',
      load: () => import('./pages/activity.tsx'),
    }),
    defineScreen({
      path: '/quiet-clients',
      permit: 'activities.read',
      title: 'activities.quiet',
      rail: { group: 'week', order: 3, icon: IconUserExclamation },
      load: () => import('./pages/quiet-clients.tsx'),
    }),
    defineScreen({
      path: '/prospects',
      permit: 'activities.record',
      title: 'activities.prospects',
      rail: { group: 'week', order: 4, icon: IconPhoneOutgoing },
      load: () => import('./pages/prospects.tsx'),
    }),
    defineScreen({
      path: '/plan-fact',
      permit: 'activities.read',
      title: 'activities.plan-fact',
      rail: { group: 'week', order: 5, icon: IconReportAnalytics },
      load: () => import('./pages/plan-fact.tsx'),
    }),
    defineScreen({
      path: '/log-contact',
      permit: ['activities.record', 'activities.read'],
      title: 'activities.log',
      load: () => import('./pages/log-contact.tsx'),
    }),
  ],
  commands: [
    {
      title: 'activities.log',
      permit: ['activities.record', 'activities.read'],
      icon: IconPhonePlus,
      href: '/log-contact',
    },
    {
      title: 'activities.plan-next-week',
      permit: ['activities.plan', 'activities.read'],
      icon: IconCalendarWeek,
      href: '/week?week=next',
    },
  ],
  panels: [
    {
      place: 'clients.card',
      key: 'visits',
      title: 'activities.title',
      permit: 'activities.read',
      order: 10,
      load: () => import('./parts/client-contacts.tsx'),
    },
  ],
  links: [
    {
      place: 'clients.card',
      key: 'log-contact',
      title: 'activities.log',
      permit: ['activities.record', 'activities.read'],
      order: 10,
      icon: IconPhonePlus,
      keys: 'l',
      href: (id) => `/log-contact?client=${id}`,
    },
  ],
});
