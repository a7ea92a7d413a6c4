import { IconAddressBook, IconArrowsExchange, IconFileText, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/clients',
      permit: 'clients.read',
      title: 'clients.title',
      rail: { group: 'clients', order: 1, icon: IconUsers, key: 'c', phone: 2 },
      load: () => import('./pages/client-list.tsx'),
    }),
    defineScreen({
      path: '/contacts',
      permit: 'clients.read',
      title: 'clients.contacts',
      rail: { group: 'clients', order: 2, icon: IconAddressBook },
      load: () => import('./pages/contact-list.tsx'),
    }),
    defineScreen({
      path: '/contracts',
      permit: 'clients.read',
      title: 'clients.tab.contracts',
      rail: { group: 'clients', order: 4, icon: IconFileText },
      load: () => import('./pages/contract-list.tsx'),
    }),
    defineScreen({
      path: '/portfolios',
      permit: ['clients.assign', 'clients.read'],
      title: 'clients.portfolios',
      rail: { group: 'clients', order: 3, icon: IconArrowsExchange },
      load: () => import('./pages/portfolios.tsx'),
    }),
    defineScreen({
      path: '/handovers/:id',
      permit: 'clients.read',
      title: 'clients.handover',
      load: () => import('./pages/handover.tsx'),
    }),
    defineScreen({
      path: '/clients/new',
      permit: 'clients.edit',
      title: 'clients.new',
      load: () => import('./pages/new-client.tsx'),
    }),
    defineScreen({
      path: '/clients/:id',
      permit: 'clients.read',
      title: 'clients.client',
      load: () => import('./pages/client-card.tsx'),
    }),
  ],
  commands: [{ title: 'clients.new', permit: 'clients.edit', icon: IconUserPlus, href: '/clients/new' }],
});
