import '@mantine/spotlight/styles.layer.css';
import { Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightStore } from '@mantine/spotlight';
import { IconArrowRight, IconBolt, IconFile, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { search } from '#platform/http/endpoints.ts';
import { useGo } from '../address.ts';
import { keyWords } from '../keys.ts';
import { useRead } from '../query.ts';
import type { Icon } from '../screen.ts';
import { useCommands, useGroups } from '../screens-context.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';

/** What comes after it was asked for is not chosen by itself, so that Enter would do nothing. */
function useFirstChosen(store: SpotlightStore, firstKey: string | undefined): void {
  useEffect(() => {
    if (firstKey === undefined) return;
    const list = document.getElementById(store.getState().listId);
    const [first, ...others] = list?.querySelectorAll('[data-action]') ?? [];
    for (const other of others) other.removeAttribute('data-selected');
    first?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [store, firstKey]);
}

type Line = {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: Icon;
  readonly href: string;
  readonly keys?: string;
};

/** What scrolls is reached by the keyboard; the list's own type does not know what it hands to its scroll area. */
const scrolledByKeys: object = { viewportProps: { tabIndex: 0 } };

/** Search and command in one: records of the mandate, places, and what can be begun. */
export default function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const t = useText(shellTexts);
  const go = useGo();
  const [text, setText] = useState('');
  const [[store, { open: show }]] = useState(createSpotlight);
  useEffect(show, [show]);
  const [asked] = useDebouncedValue(text.trim(), 140);
  const found = useRead(search, { query: { q: asked || ' ' } }, { enabled: asked !== '', keep: true });
  const records = useRecords(asked !== '' ? found.data?.items : undefined);
  const { places, commands } = useOwn(text);
  const open = (href: string) => {
    onClose();
    go(href);
  };
  const firstKey = [...records, ...commands, ...places][0]?.key;
  useFirstChosen(store, firstKey);
  const searching = text.trim() !== asked || found.isFetching;
  const nothing = records.length + places.length + commands.length === 0;
  return (
    <Spotlight.Root
      store={store}
      onSpotlightClose={onClose}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('web.search') } }}
      scrollable
      maxHeight="60vh"
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 90 }}
    >
      <Spotlight.Search
        placeholder={t('web.search.hint')}
        aria-label={t('web.search')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
        rightSection={searching && text.trim() !== '' ? <Loader size={16} /> : null}
      />
      <Spotlight.ActionsList {...scrolledByKeys}>
        <Lines title={t('web.search.records')} lines={records} onOpen={open} />
        <Lines title={t('web.search.commands')} lines={commands} onOpen={open} />
        <Lines title={t('web.search.go')} lines={places} onOpen={open} />
        {nothing && !searching && <Spotlight.Empty>{t('web.search.nothing', { text: text.trim() })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

type Hit = {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
};

function useRecords(hits: readonly Hit[] | undefined): Line[] {
  const groups = useGroups();
  return (hits ?? []).map((hit) => {
    const screen = groups.flatMap((group) => group.screens).find(({ path }) => hit.href.startsWith(`${path}/`));
    return {
      key: `${hit.kind} ${hit.id}`,
      label: hit.title,
      hint: hit.subtitle,
      icon: screen?.rail.icon ?? IconFile,
      href: hit.href,
    };
  });
}

/** Places and commands whose name has the text, within the mandate. */
function useOwn(text: string): { places: Line[]; commands: Line[] } {
  const say = useSay();
  const wanted = text.trim().toLocaleLowerCase();
  const fits = (line: Line) => wanted === '' || line.label.toLocaleLowerCase().includes(wanted);
  const screens = useGroups().flatMap((group) => group.screens);
  const places = screens.map((screen) => ({
    key: screen.path,
    label: say(screen.title),
    icon: screen.rail.icon,
    href: screen.path,
    ...(screen.rail.key && { keys: `g ${screen.rail.key}` }),
  }));
  const commands = useCommands().map((command) => ({
    key: command.href,
    label: say(command.title),
    icon: command.icon ?? IconBolt,
    href: command.href,
  }));
  return { places: places.filter(fits), commands: commands.filter(fits) };
}

function Lines({
  title,
  lines,
  onOpen,
}: {
  title: string;
  lines: readonly Line[];
  onOpen: (href: string) => void;
}): ReactNode {
  if (lines.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={title}>
      {lines.map((line) => (
        <Spotlight.Action
          key={line.key}
          label={line.label}
          leftSection={<line.icon size={18} stroke={1.6} />}
          rightSection={line.keys ? <kbd>{keyWords(line.keys).join(' ')}</kbd> : <IconArrowRight size={14} />}
          {...(line.hint && { description: line.hint })}
          onClick={() => onOpen(line.href)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
