import type { ComponentType } from 'react';

/** The groups of the left rail, in their order. */
export const railGroups = [
  'today',
  'week',
  'clients',
  'deals',
  'orders',
  'money',
  'plan',
  'market',
  'mandate',
  'team',
  'requests',
  'descriptions',
  'people',
  'settings',
] as const;
export type RailGroup = (typeof railGroups)[number];
/** A permit, or several of which all are needed: by the act itself, and by what its page reads. */
export type Permits = string | readonly string[];
export type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** Where a screen stands in the rail. Only those with a `rail` stand there; the first of a group leads it. */
export type RailPlace = {
  readonly group: RailGroup;
  /** Within the group; small first. */
  readonly order: number;
  readonly icon: Icon;
  /** `g`, then this letter, goes there. */
  readonly key?: string;
  /** In the bottom bar of a phone: the five with the smallest number. */
  readonly phone?: number;
};

/** One address of the application and the page behind it. */
export type Screen = {
  /** `/orders/:id`; `:id` is read by `usePathParam('id')`. */
  readonly path: string;
  /** Whoever lacks one is not offered the screen; the server decides by itself. `signed-in` for everyone. */
  readonly permit: Permits;
  /** Text key of its name: rail, command palette, window title. */
  readonly title: string;
  readonly rail?: RailPlace;
  /** `() => import('./pages/order-list.tsx')`; the file's default export is the page. */
  readonly load: () => Promise<{ default: ComponentType }>;
};

/** A command of the palette (Ctrl K) that goes somewhere or begins something. */
export type Command = {
  /** Text key of its name. */
  readonly title: string;
  readonly permit: Permits;
  readonly icon?: Icon;
  readonly href: string;
};

/** A tab on another module's card, e.g. the orders on the client's: `place: 'clients.card'`. */
export type Panel = {
  readonly place: string;
  /** The tab's name in the address. */
  readonly key: string;
  /** Text key of the tab. */
  readonly title: string;
  readonly permit: Permits;
  /** Among the tabs; small first. */
  readonly order: number;
  /** The file's default export is the content; it gets the id of the record. */
  readonly load: () => Promise<{ default: ComponentType<{ id: string }> }>;
};

/** Something to begin from another module's card, e.g. a new order for this client. */
export type RecordLink = {
  readonly place: string;
  readonly key: string;
  /** Text key, a verb. */
  readonly title: string;
  readonly permit: Permits;
  readonly order: number;
  readonly icon?: Icon;
  readonly keys?: string;
  readonly href: (id: string) => string;
};

/** What a module brings to the browser: `modules/<m>/ui/screens.ts` exports `screens` of this type. */
export type Screens = {
  readonly screens: readonly Screen[];
  readonly commands?: readonly Command[];
  readonly panels?: readonly Panel[];
  readonly links?: readonly RecordLink[];
};

/** Declares a screen. */
export function defineScreen(screen: Screen): Screen {
  return screen;
}

/** Declares the screens and commands of a module. */
export function defineScreens(brought: Screens): Screens {
  return brought;
}
