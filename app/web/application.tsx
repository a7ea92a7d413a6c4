import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readings } from '#platform/web/query.ts';
import { ScreensContext } from '#platform/web/screens-context.ts';
import { useTheme, variables } from '#platform/web/theme.ts';
import { moduleScreens } from './modules.ts';
import { router } from './router.tsx';
import { shellScreens } from './shell-screens.ts';

const screens = [shellScreens, ...moduleScreens];

/** The whole application: look, cache of readings, screens, addresses. */
export function Application(): ReactNode {
  return (
    <MantineProvider theme={useTheme()} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={readings}>
        <ScreensContext value={screens}>
          <RouterProvider router={router} />
        </ScreensContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
