import {
  IconChecklist,
  IconHourglassLow,
  IconReceipt,
  IconShoppingCartPlus,
  IconUserExclamation,
} from '@tabler/icons-react';
import { defineScreen, defineScreens, type Screens } from '#platform/web/screen.ts';

export const screens: Screens = defineScreens({
  screens: [
    defineScreen({
      path: '/orders',
      permit: 'orders.read',
      title: 'orders.title',
      rail: { group: 'orders', order: 1, icon: IconReceipt, key: 'o', phone: 3 },
      load: () => import('./pages/order-list.tsx'),
    }),
    defineScreen({
      path: '/orders/new',
      permit: ['orders.take', 'orders.read'],
      title: 'orders.new',
      load: () => import('./pages/order-entry.tsx'),
    }),
    defineScreen({
      path: '/orders/queue',
      permit: ['orders.enter', 'orders.read'],
      title: 'orders.queue',
      rail: { group: 'orders', order: 2, icon: IconChecklist, key: 'q' },
      load: () => import('./pages/order-queue.tsx'),
    }),
    defineScreen({
      path: '/lapsing-clients',
      permit: 'orders.read',
      title: 'orders.lapsing-clients',
      rail: { group: 'orders', order: 3, icon: IconHourglassLow },
      load: () => import('./pages/lapsing-clients.tsx'),
    }),
    defineScreen({
      path: '/orders-taken-by-others',
      permit: 'orders.read',
      title: 'orders.taken-by-others',
      rail: { group: 'orders', order: 4, icon: IconUserExclamation },
      load: () => import('./pages/taken-by-others.tsx'),
    }),
    defineScreen({
      path: '/orders/:id',
      permit: 'orders.read',
      title: 'orders.order',
      load: () => import('./pages/order-card.tsx'),
    }),
  ],
  commands: [
    { title: 'orders.new', permit: ['orders.take', 'orders.read'], icon: IconShoppingCartPlus, href: '/orders/new' },
  ],
  panels: [
    {
      place: 'clients.card',
      key: 'orders',
      title: 'orders.tab',
      permit: 'orders.read',
      order: 2,
      load: () => import('./parts/client-orders.tsx'),
    },
  ],
  links: [
    {
      place: 'clients.card',
      key: 'new-order',
      title: 'orders.new',
      permit: ['orders.take', 'orders.read'],
      order: 1,
      icon: IconShoppingCartPlus,
      keys: 'o',
      href: (id) => `/orders/new?client=${id}`,
    },
  ],
});
