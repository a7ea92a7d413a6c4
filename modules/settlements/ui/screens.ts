import { IconCash, IconCashBanknote, IconHeartHandshake } from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/money',
      permit: 'settlements.read',
      title: 'settlements.receivables',
      rail: { group: 'money', order: 1, icon: IconCash, key: 'm', phone: 4 },
      load: () => import('./pages/receivables.tsx'),
    }),
    defineScreen({
      path: '/money/promises',
      permit: 'settlements.read',
      title: 'settlements.promises',
      rail: { group: 'money', order: 2, icon: IconHeartHandshake },
      load: () => import('./pages/promises.tsx'),
    }),
    defineScreen({
      path: '/money/payments',
      permit: 'settlements.read',
      title: 'settlements.payments',
      rail: { group: 'money', order: 3, icon: IconCashBanknote },
      load: () => import('./pages/payments.tsx'),
    }),
    defineScreen({
      path: '/money/payments/new',
      permit: ['settlements.post', 'settlements.read'],
      title: 'settlements.new-payment',
      load: () => import('./pages/new-payment.tsx'),
    }),
  ],
  panels: [
    {
      place: 'clients.card',
      key: 'money',
      title: 'settlements.money',
      permit: 'settlements.read',
      order: 3,
      load: () => import('./parts/client-money.tsx'),
    },
  ],
  commands: [
    { title: 'settlements.new-payment', permit: ['settlements.post', 'settlements.read'], href: '/money/payments/new' },
  ],
});
