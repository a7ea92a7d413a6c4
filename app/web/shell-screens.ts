import { IconEye, IconTableImport } from '@tabler/icons-react';
import { defineScreen, defineScreens } from '#platform/web/screen.ts';

/** Screens that belong to no module. */
export const shellScreens = defineScreens({
  screens: [
    defineScreen({
      path: '/me',
      permit: 'signed-in',
      title: 'web.me.settings',
      load: () => import('#platform/web/shell/my-sign-in.tsx'),
    }),
    defineScreen({
      path: '/settings/imports',
      permit: 'imports.run',
      title: 'web.import',
      rail: { group: 'settings', order: 5, icon: IconTableImport },
      load: () => import('#platform/web/imports/import-page.tsx'),
    }),
    defineScreen({
      path: '/settings/security',
      permit: 'security.watch',
      title: 'web.security.title',
      rail: { group: 'settings', order: 6, icon: IconEye },
      load: () => import('#platform/web/security/watch-page.tsx'),
    }),
    // Whoever is told of somebody below them sees that much without watching over all.
    defineScreen({
      path: '/security/exports',
      permit: 'signed-in',
      title: 'web.security.title',
      load: () => import('#platform/web/security/watch-page.tsx'),
    }),
  ],
});
