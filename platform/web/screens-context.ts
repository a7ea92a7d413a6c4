import { createContext, useContext, useMemo } from 'react';
import { grants, type Me, useMe } from './me.ts';
import { type Command, type RailGroup, type RailPlace, railGroups, type Screen, type Screens } from './screen.ts';

export type RailScreen = Screen & { readonly rail: RailPlace };
/** A group of the rail with the screens that the mandate contains. */
export type Group = { readonly group: RailGroup; readonly screens: readonly RailScreen[] };

export const ScreensContext = createContext<readonly Screens[]>([]);

/** The rail of this person: only groups and screens within the mandate, in their order. */
export function useGroups(): Group[] {
  const all = useContext(ScreensContext);
  const who = useMe();
  return useMemo(() => groupsOf(all, who), [all, who]);
}

/** The commands of this person. */
export function useCommands(): Command[] {
  const all = useContext(ScreensContext);
  const who = useMe();
  return all.flatMap((each) => each.commands ?? []).filter((command) => grants(who, command.permit));
}

/** As `useGroups`, outside of a component. */
export function groupsOf(all: readonly Screens[], who: Me): Group[] {
  const offered = all
    .flatMap((each) => each.screens)
    .filter((screen): screen is RailScreen => screen.rail !== undefined);
  const mine = offered.filter((screen) => grants(who, screen.permit)).sort((a, b) => a.rail.order - b.rail.order);
  return railGroups
    .map((group) => ({ group, screens: mine.filter((screen) => screen.rail.group === group) }))
    .filter(({ screens }) => screens.length > 0);
}

/** The screen of the rail that an address belongs to: the one with the longest beginning in common. */
export function screenAt(groups: readonly Group[], pathname: string): RailScreen | undefined {
  return groups
    .flatMap((group) => group.screens)
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
