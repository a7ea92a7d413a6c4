import '@mantine/core/styles.css';
import '@fontsource-variable/inter/wght.css';
import '#platform/web/look.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '#platform/web/language.ts';
import { readings } from '#platform/web/query.ts';
import { ScreensContext } from '#platform/web/screens-context.ts';
import { theme } from '#platform/web/theme.ts';
import { moduleScreens } from './modules.ts';
import { router } from './router.tsx';

await startLanguage({ en: () => import('virtual:catalogue/en'), ru: () => import('virtual:catalogue/ru') });

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={readings}>
        <ScreensContext value={moduleScreens}>
          <RouterProvider router={router} />
        </ScreensContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
