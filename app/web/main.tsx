import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import '#platform/web/look.css';
import { load as en } from 'virtual:catalogue/en';
import { load as ru } from 'virtual:catalogue/ru';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { me } from '#platform/http/endpoints.ts';
import { startLanguage } from '#platform/web/language.ts';
import { reading, readings } from '#platform/web/query.ts';
import { Application } from './application.tsx';

/** Where nobody is signed in yet. */
const outside = ['/sign-in', '/forgotten-password', '/new-password'];

// Who I am is asked while the sentences come: both are needed for the first picture.
if (!outside.includes(location.pathname)) void readings.prefetchQuery(reading(me, {}));
await startLanguage({ en, ru });

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
