import { IconMenu2 } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type RailScreen, screenAt, useGroups } from '../screens-context.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './phone-bar.module.css';

const PhoneSheet = lazy(() => import('./phone-sheet.tsx'));
const places = 4;

/** The bottom bar of a phone: the four places gone to most, and the rest behind "more". */
export function PhoneBar(): ReactNode {
  const t = useText(shellTexts);
  const groups = useGroups();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const here = screenAt(groups, pathname);
  const leads = groups.map((group) => group.screens[0] as RailScreen);
  const chosen = leads.toSorted((a, b) => (a.rail.phone ?? 99) - (b.rail.phone ?? 99)).slice(0, places);
  return (
    <nav className={classes.bar} aria-label={t('web.rail')}>
      {chosen.map((screen) => (
        <Link
          key={screen.path}
          to={screen.path}
          className={classes.place}
          data-here={screen.rail.group === here?.rail.group || undefined}
        >
          <screen.rail.icon size={22} stroke={1.6} />
          <span className="clip">{t(`web.rail.${screen.rail.group}`)}</span>
        </Link>
      ))}
      <button type="button" className={classes.place} onClick={() => setOpen(true)} aria-expanded={open}>
        <IconMenu2 size={22} stroke={1.6} />
        <span className="clip">{t('web.more')}</span>
      </button>
      <Suspense>{open && <PhoneSheet groups={groups} onClose={() => setOpen(false)} />}</Suspense>
    </nav>
  );
}
