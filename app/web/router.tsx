import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Screen } from '#platform/web/screen.ts';
import { Crashed } from '#platform/web/shell/crashed.tsx';
import { FirstScreen } from '#platform/web/shell/first-screen.tsx';
import { Frame } from '#platform/web/shell/frame.tsx';
import { NoPage } from '#platform/web/shell/no-page.tsx';
import { Within } from '#platform/web/shell/within.tsx';
import { moduleScreens } from './modules.ts';
import { shellScreens } from './shell-screens.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NoPage, errorComponent: Crashed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#platform/web/shell/sign-in.tsx')),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(() => import('#platform/web/shell/forgotten-password.tsx')),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('#platform/web/shell/new-password.tsx')),
});

const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
});

const first = createRoute({ getParentRoute: () => framed, path: '/', component: FirstScreen });
const nowhere = createRoute({ getParentRoute: () => framed, path: '$', component: NoPage });

function routeOf(screen: Screen) {
  const Page = lazy(screen.load);
  return createRoute({
    getParentRoute: () => framed,
    path: screen.path.replace(/:(\w+)/g, '$$$1'),
    component: () => (
      <Within screen={screen}>
        <Page />
      </Within>
    ),
    loader: () => void screen.load(),
    errorComponent: Crashed,
    staticData: { screen } as never,
  });
}

const screens = [...shellScreens.screens, ...moduleScreens.flatMap((brought) => brought.screens)];

/** All addresses: those of the modules, each page loaded when it is first wanted. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgotten,
    newPassword,
    framed.addChildren([first, ...screens.map(routeOf), nowhere]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`;
  },
});
