import { IconPackage, IconTags } from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

export const screens = defineScreens({
  screens: [
    defineScreen({
      path: '/price-list',
      permit: 'catalog.read',
      title: 'catalog.price-list',
      rail: { group: 'orders', order: 8, icon: IconTags },
      load: () => import('./pages/price-list.tsx'),
    }),
    defineScreen({
      path: '/products',
      permit: 'catalog.read',
      title: 'catalog.products',
      rail: { group: 'orders', order: 9, icon: IconPackage },
      load: () => import('./pages/product-list.tsx'),
    }),
    defineScreen({
      path: '/products/:id',
      permit: 'catalog.read',
      title: 'catalog.product',
      load: () => import('./pages/product-card.tsx'),
    }),
  ],
  panels: [
    {
      place: 'catalog.product',
      key: 'costs',
      title: 'catalog.cost',
      permit: ['catalog.cost', 'catalog.read'],
      order: 1,
      load: () => import('./parts/costs.tsx'),
    },
  ],
  commands: [{ title: 'catalog.new-product', permit: ['catalog.edit', 'catalog.read'], href: '/products?new=1' }],
});
