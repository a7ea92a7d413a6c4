import { Tabs, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAddressState } from '../address.ts';
import { type FigureProps, Figures } from '../figures/figure.tsx';
import { type ActOffer, Acts } from './acts.tsx';
import classes from './card-page.module.css';

export type CardTab = {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly content: () => ReactNode;
};
type CardProps = {
  /** What kind of thing it is. */
  readonly kind?: ReactNode;
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** A `StatusBadge`, or several. */
  readonly state?: ReactNode;
  readonly figures?: readonly (FigureProps & { readonly key: string })[];
  readonly acts?: readonly ActOffer[];
  /** The first is open unless the address says otherwise. */
  readonly tabs?: readonly CardTab[];
  /** Beside the tabs; below them on a narrow screen. */
  readonly aside?: ReactNode;
  /** Above everything: what the person must know before acting. */
  readonly notice?: ReactNode;
  readonly children?: ReactNode;
};

/** The frame of a record: identity and state, figures that open into records, acts, tabs, one timeline. */
export function CardPage({
  kind,
  title,
  subtitle,
  state,
  figures,
  acts,
  tabs,
  aside,
  notice,
  children,
}: CardProps): ReactNode {
  return (
    <div className={classes.card}>
      {notice}
      <div className={classes.head}>
        <div className={classes.identity}>
          {kind && <div className={classes.kind}>{kind}</div>}
          <div className={classes.name}>
            <Title order={1}>{title}</Title>
            {state}
          </div>
          {subtitle && (
            <Text c="dimmed" size="sm" component="div">
              {subtitle}
            </Text>
          )}
        </div>
        {acts && acts.length > 0 && (
          <div className={classes.acts}>
            <Acts acts={acts} />
          </div>
        )}
      </div>
      {figures && figures.length > 0 && <Figures figures={figures} />}
      <div className={classes.body} data-aside={aside ? true : undefined}>
        <div style={{ minWidth: 0 }}>
          {children}
          {tabs && tabs.length > 0 && <CardTabs tabs={tabs} />}
        </div>
        {aside && <aside className={classes.aside}>{aside}</aside>}
      </div>
    </div>
  );
}

/** Tabs whose open one is in the address. */
export function CardTabs({ tabs, name = 'tab' }: { tabs: readonly CardTab[]; name?: string }): ReactNode {
  const first = tabs[0]?.key ?? '';
  const [open, setOpen] = useAddressState(name, first);
  const known = tabs.some((tab) => tab.key === open) ? open : first;
  return (
    <Tabs value={known} onChange={(next) => next && setOpen(next)}>
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.key} value={tab.key}>
            {tab.label}
            {tab.count !== undefined && (
              <Text span c="dimmed" size="xs" ml={6} className="numerals">
                {tab.count}
              </Text>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.key} value={tab.key} className={classes.panel}>
          {tab.key === known && tab.content()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
