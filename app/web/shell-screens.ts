import { IconTableImport } from '@tabler/icons-react';
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
  ],
});
