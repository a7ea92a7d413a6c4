import { useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { me as meEndpoint } from '#platform/http/endpoints.ts';
import { Awaiting } from '../awaiting.tsx';
import { onSignedOut } from '../call.ts';
import { formatFor } from '../format.ts';
import { listenToKeys, useKeys } from '../keys.ts';
import { adoptLanguage } from '../language.ts';
import { type Me, MeContext } from '../me.ts';
import { readings, useRead } from '../query.ts';
import type { Screen } from '../screen.ts';
import { shellTexts } from '../shell-texts.ts';
import { say, useText } from '../texts.ts';
import { ActingFor } from './acting-for.tsx';
import classes from './frame.module.css';
import { GoKeys } from './go-keys.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** What is needed only once something is asked for: palette, overlay of keys, toasts, dialogs. */
const Afterwards = lazy(() => import('./afterwards.tsx'));

const OwnPassword = lazy(() => import('./own-password.tsx'));

const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

/** The frame around every page: who I am, the rail, the top bar, and the page in between. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const read = useRead(meEndpoint, {}, { staleMs: 60_000, everyMs: 5 * 60_000 });
  const [ended, setEnded] = useState(false);
  useWhenSignedOut(read.data !== undefined, () => setEnded(true));
  if (read.error?.code === 'platform.password-to-change') {
    return (
      <Suspense>
        <OwnPassword onChosen={() => void readings.resetQueries()} />
      </Suspense>
    );
  }
  if (!read.data) return read.error?.status === 401 ? null : <Awaiting read={read} like="desk" />;
  formatFor(read.data.company);
  return (
    <MeContext value={read.data}>
      <Framed who={read.data}>{children}</Framed>
      <Suspense>{ended && <SignInAgain email={read.data.employee.email} onDone={() => setEnded(false)} />}</Suspense>
    </MeContext>
  );
}

function Framed({ who, children }: { who: Me; children: ReactNode }): ReactNode {
  const t = useText(shellTexts);
  const [narrow, setNarrow] = useLocalStorage({ key: 'mandate.rail-narrow', defaultValue: false });
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [asked, setAsked] = useState<'palette' | 'keys' | null>(null);
  useEffect(listenToKeys, []);
  useEffect(() => void adoptLanguage(who.language), [who.language]);
  useWindowTitle(who.company.name);
  useHotkeys([['mod+K', () => setAsked('palette')]], []);
  useKeys([
    { keys: '/', label: t('web.keys.search'), run: () => setAsked('palette') },
    { keys: '?', label: t('web.keys.show'), run: () => setAsked('keys') },
  ]);
  return (
    <div className={classes.frame} data-narrow={narrow || undefined}>
      <a href="#main" className={classes.skip}>
        {t('web.skip')}
      </a>
      {!phone && <Rail narrow={narrow} onNarrow={setNarrow} />}
      <TopBar phone={phone} onSearch={() => setAsked('palette')} onKeys={() => setAsked('keys')} />
      <ActingFor />
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      {phone && <PhoneBar />}
      <GoKeys />
      <Suspense>
        <Afterwards asked={asked} onClose={() => setAsked(null)} />
      </Suspense>
    </div>
  );
}

/** Before there is a page, the sign-in screen comes, keeping the address; over a page, one signs in again. */
function useWhenSignedOut(hasPage: boolean, onEnded: () => void): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      onSignedOut(() => {
        if (location.pathname === '/sign-in') return;
        if (hasPage) return onEnded();
        const back = location.pathname + location.search;
        void navigate({ to: '/sign-in', search: { back } as never, replace: true });
      }),
    [navigate, hasPage, onEnded],
  );
}

function useWindowTitle(company: string): void {
  const { pathname } = useLocation();
  const matches = useMatches();
  const screen = matches
    .map((match) => (match.staticData as { screen?: Screen }).screen)
    .findLast((each) => each !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address has a new title
  useEffect(() => {
    document.title = screen ? `${say(screen.title)} — ${company}` : company;
  }, [screen, company, pathname]);
}
