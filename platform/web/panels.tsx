import { type ComponentType, lazy, Suspense, useContext } from 'react';
import { useGo } from './address.ts';
import { Awaiting } from './awaiting.tsx';
import type { ActOffer } from './card/acts.tsx';
import type { CardTab } from './card/card-page.tsx';
import { grants, useMe } from './me.ts';
import type { Panel } from './screen.ts';
import { ScreensContext } from './screens-context.ts';
import { useSay } from './texts.ts';

type Content = ComponentType<{ id: string }>;
const loaded = new Map<Panel, Content>();
const loading = { error: null, refetch: () => undefined };

/** The tabs that other modules bring to a card, within the mandate, each loaded when it is opened. */
export function usePanelTabs(place: string, id: string): CardTab[] {
  const who = useMe();
  const say = useSay();
  const panels = useContext(ScreensContext)
    .flatMap((each) => each.panels ?? [])
    .filter((panel) => panel.place === place && grants(who, panel.permit))
    .sort((a, b) => a.order - b.order);
  return panels.map((panel) => {
    const Part = contentOf(panel);
    return {
      key: panel.key,
      label: say(panel.title),
      content: () => (
        <Suspense fallback={<Awaiting read={loading} like="list" />}>
          <Part id={id} />
        </Suspense>
      ),
    };
  });
}

/** What other modules offer to begin from a card, within the mandate. */
export function useRecordLinks(place: string, id: string): ActOffer[] {
  const who = useMe();
  const say = useSay();
  const go = useGo();
  const links = useContext(ScreensContext)
    .flatMap((each) => each.links ?? [])
    .filter((link) => link.place === place && grants(who, link.permit))
    .sort((a, b) => a.order - b.order);
  return links.map(({ key, title, icon, keys, href }) => ({
    key,
    label: say(title),
    ...(icon && { icon }),
    ...(keys && { keys }),
    run: () => go(href(id)),
  }));
}

function contentOf(panel: Panel): Content {
  const known = loaded.get(panel);
  if (known) return known;
  const part = lazy(panel.load);
  loaded.set(panel, part);
  return part;
}
