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
  ],
});
