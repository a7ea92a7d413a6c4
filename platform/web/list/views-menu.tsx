import { ActionIcon, Button, Checkbox, Menu, Modal, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled, IconDeviceFloppy, IconTrash, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { changeView, removeView, savedViews, saveView } from '#platform/lists/endpoints.ts';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useAct, useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { ListState } from './list-state.ts';
import type { ListControl } from './use-list-state.ts';

type MenuProps = { readonly list: List; readonly control: ListControl };

/** Saved views of a list: my own and those shared with everyone. */
export function ViewsMenu({ list, control }: MenuProps): ReactNode {
  const t = useText(shellTexts);
  const [wanted, setWanted] = useState(false);
  const [saving, setSaving] = useState(false);
  const { state, replaceBy } = control;
  const { data } = useRead(savedViews, { query: { list: list.key } }, { enabled: wanted || state.view !== '' });
  const views = data?.items ?? [];
  const open = views.find((view) => view.id === state.view);
  const change = useAct(changeView, { invalidates: [savedViews] });
  const remove = useAct(removeView, { invalidates: [savedViews], onDone: () => control.change({ view: undefined }) });
  const changed =
    open !== undefined && JSON.stringify(sorted(open.query)) !== JSON.stringify(sorted(parametersIn(state)));
  const Icon = open ? IconBookmarkFilled : IconBookmark;
  return (
    <>
      <Menu position="bottom-end" onOpen={() => setWanted(true)} width={270}>
        <Menu.Target>
          <Tooltip label={t('web.list.views')}>
            {open ? (
              <Button variant="subtle" color="gray" size="compact-sm" h={30} leftSection={<Icon size={15} />} maw={200}>
                {open.name}
                {changed && ' *'}
              </Button>
            ) : (
              <ActionIcon size={30} aria-label={t('web.list.views')}>
                <Icon size={17} stroke={1.6} />
              </ActionIcon>
            )}
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => replaceBy({})}>{t('web.list.all')}</Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              fw={view.id === state.view ? 650 : undefined}
              rightSection={
                view.shared && <IconUsers size={14} aria-label={t('web.list.shared-by', { name: view.author })} />
              }
              onClick={() => replaceBy({ ...view.query, view: view.id })}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {open?.mine && changed && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} stroke={1.6} />}
              onClick={() =>
                change.act({ params: { id: open.id }, body: { query: parametersIn(state) }, ifMatch: open.revision })
              }
            >
              {t('web.list.update-view', { name: open.name })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconBookmark size={16} stroke={1.6} />} onClick={() => setSaving(true)}>
            {t('web.list.save-view')}
          </Menu.Item>
          {open?.mine && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} stroke={1.6} />}
              onClick={() => remove.act({ params: { id: open.id } })}
            >
              {t('web.list.remove-view', { name: open.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveView
          list={list}
          state={state}
          onClose={() => setSaving(false)}
          onSaved={(id) => {
            setSaving(false);
            control.change({ view: id });
          }}
        />
      )}
    </>
  );
}

type SaveProps = { list: List; state: ListState; onClose: () => void; onSaved: (id: string) => void };
function SaveView({ list, state, onClose, onSaved }: SaveProps): ReactNode {
  const t = useText(shellTexts);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useAct(saveView, { invalidates: [savedViews], onDone: (view) => onSaved(view.id) });
  return (
    <Modal opened onClose={onClose} title={t('web.list.save-view')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.act({ body: { list: list.key, name: name.trim(), shared, query: parametersIn(state) } });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            withAsterisk={false}
            maxLength={80}
            label={t('web.list.view-name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t('web.list.share-view')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <RefusalBanner problem={save.problem} />
          <Button type="submit" loading={save.isPending}>
            {t('web.list.save-view.act')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** What of the state a view keeps. */
function parametersIn(state: ListState): Record<string, string> {
  return { ...(state.q && { q: state.q }), sort: state.sort, columns: state.columns.join(','), ...state.filters };
}

function sorted(query: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
}
