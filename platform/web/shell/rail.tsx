import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { keyWords } from '../keys.ts';
import { useMe } from '../me.ts';
import type { RailGroup } from '../screen.ts';
import { type Group, type RailScreen, screenAt, useGroups } from '../screens-context.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';
import { Mark } from './mark.tsx';
import classes from './rail.module.css';

/** From here on it is about others' work. */
const second: ReadonlySet<RailGroup> = new Set(['team', 'requests', 'descriptions', 'people', 'settings']);

/** The left rail: what the mandate contains, named by the job. */
export function Rail({ narrow, onNarrow }: { narrow: boolean; onNarrow: (narrow: boolean) => void }): ReactNode {
  const t = useText(shellTexts);
  const { company } = useMe();
  const groups = useGroups();
  const fold = t(narrow ? 'web.rail.expand' : 'web.rail.collapse');
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t('web.rail')}>
      <Link to="/" className={classes.company} aria-label={company.name}>
        <Mark className={classes.mark} />
        {!narrow && <span className="clip">{company.name}</span>}
      </Link>
      <div className={classes.groups}>
        <RailGroups groups={groups} narrow={narrow} />
      </div>
      <div className={classes.foot}>
        <button
          type="button"
          className={`${classes.link} ${classes.fold}`}
          onClick={() => onNarrow(!narrow)}
          aria-label={fold}
        >
          {narrow ? (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
          )}
          {!narrow && fold}
        </button>
      </div>
    </nav>
  );
}

/** The groups as links; the open group shows its screens. */
export function RailGroups({ groups, narrow = false }: { groups: readonly Group[]; narrow?: boolean }): ReactNode {
  const t = useText(shellTexts);
  const say = useSay();
  const { pathname } = useLocation();
  const here = screenAt(groups, pathname);
  return (
    <ul>
      {groups.map(({ group, screens }, index) => {
        const [lead] = screens as [RailScreen];
        const open = here?.rail.group === group;
        const previous = groups[index - 1];
        const parted = second.has(group) && previous && !second.has(previous.group);
        return (
          <Fragment key={group}>
            {parted && <li className={classes.divider} aria-hidden />}
            <li>
              <GroupLink
                screen={lead}
                label={t(`web.rail.${group}`)}
                here={open}
                exact={here === lead && pathname === lead.path}
                narrow={narrow}
              />
              {open && !narrow && screens.length > 1 && (
                <ul>
                  {screens
                    .filter((screen) => say(screen.title) !== t(`web.rail.${group}`))
                    .map((screen) => (
                      <SubLink key={screen.path} screen={screen} here={screen === here} />
                    ))}
                </ul>
              )}
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

type LinkProps = { screen: RailScreen; label: string; here: boolean; exact: boolean; narrow: boolean };
function GroupLink({ screen, label, here, exact, narrow }: LinkProps): ReactNode {
  const { icon: Icon, key } = screen.rail;
  const hint = key ? `${label} (${keyWords(`g ${key}`).join(' ')})` : label;
  return (
    <Link
      to={screen.path}
      className={classes.link}
      data-here={here || undefined}
      aria-current={exact ? 'page' : undefined}
      aria-label={label}
      title={hint}
    >
      <Icon size={18} stroke={1.6} />
      {!narrow && <span className="clip">{label}</span>}
    </Link>
  );
}

function SubLink({ screen, here }: { screen: RailScreen; here: boolean }): ReactNode {
  const say = useSay();
  return (
    <li>
      <Link to={screen.path} className={`${classes.link} ${classes.sub}`} data-here={here || undefined}>
        <span>{say(screen.title)}</span>
      </Link>
    </li>
  );
}
