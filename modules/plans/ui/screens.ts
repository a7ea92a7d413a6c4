import { IconCoins, IconReceiptDollar, IconTable, IconTargetArrow, IconUsersGroup } from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/plan',
      permit: 'plans.read',
      title: 'plans.title',
      rail: { group: 'plan', order: 1, icon: IconTargetArrow, key: 'l', phone: 5 },
      load: () => import('./pages/plan.tsx'),
    }),
    defineScreen({
      path: '/plan/sheet',
      permit: ['plans.approve', 'plans.read'],
      title: 'plans.sheet',
      rail: { group: 'plan', order: 2, icon: IconTable },
      load: () => import('./pages/plan-sheet.tsx'),
    }),
    defineScreen({
      path: '/plan/sheet/parts',
      permit: 'plans.read',
      title: 'plans.parts',
      load: () => import('./pages/plan-parts.tsx'),
    }),
    defineScreen({
      path: '/plan/departments/:id',
      permit: 'plans.read',
      title: 'plans.title',
      load: () => import('./pages/department-plan.tsx'),
    }),
    defineScreen({
      path: '/plan/sales',
      permit: 'plans.read',
      title: 'list.plans.sales',
      load: () => import('./pages/plan-sales.tsx'),
    }),
    defineScreen({
      path: '/plan/clients',
      permit: 'plans.read',
      title: 'list.plans.clients',
      load: () => import('./pages/plan-clients.tsx'),
    }),
    defineScreen({
      path: '/plan/history',
      permit: 'plans.read',
      title: 'list.plans.revisions',
      load: () => import('./pages/plan-history.tsx'),
    }),
    defineScreen({
      path: '/pay',
      permit: 'pay.read-own',
      title: 'pay.title',
      rail: { group: 'plan', order: 3, icon: IconCoins, key: 'y' },
      load: () => import('./pages/pay.tsx'),
    }),
    defineScreen({
      path: '/pay/:month',
      permit: 'pay.read-own',
      title: 'pay.title',
      load: () => import('./pages/pay.tsx'),
    }),
    defineScreen({
      path: '/pay/employees/:id/:month',
      permit: 'pay.read-own',
      title: 'pay.title',
      load: () => import('./pages/pay.tsx'),
    }),
    defineScreen({
      path: '/payroll',
      permit: 'pay.settle',
      title: 'payroll.title',
      rail: { group: 'plan', order: 4, icon: IconReceiptDollar },
      load: () => import('./pages/payroll.tsx'),
    }),
    defineScreen({
      path: '/team',
      permit: ['plans.approve', 'plans.read'],
      title: 'team.title',
      rail: { group: 'team', order: 1, icon: IconUsersGroup, key: 'e' },
      load: () => import('./pages/team.tsx'),
    }),
  ],
});
