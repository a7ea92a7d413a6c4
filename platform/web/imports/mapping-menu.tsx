import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import {
  changeImportMapping,
  deleteImportMapping,
  type importKinds,
  importMappings,
  type Mapping,
  saveImportMapping,
} from '#platform/imports/endpoints.ts';
import { askOnce } from '../ask-once.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { notify } from '../notify.ts';
import { useAct, useRead } from '../query.ts';
import { useText } from '../texts.ts';
import { complete, laidOver } from './mapping.ts';
import { importTexts } from './texts.ts';

type Kind = EndpointReply<typeof importKinds>['items'][number];
export type SavedMapping = EndpointReply<typeof importMappings>['items'][number];

type MenuProps = {
  readonly kind: Kind;
  /** The saved mapping that was chosen, or was offered by itself. */
  readonly chosenId: string | null;
  /** What the headings of the file alone say. */
  readonly guessed: Mapping;
  /** As it stands on the screen now. */
  readonly mapping: Mapping;
  readonly onChoose: (saved: SavedMapping | null) => void;
};

/** The saved mappings of a kind: choose one, keep the present one under a name, rename, delete. */
export function MappingMenu({ kind, chosenId, guessed, mapping, onChoose }: MenuProps): ReactNode {
  const t = useText(importTexts);
  const saved = useRead(importMappings, { query: { kind: kind.key } }).data?.items ?? [];
  const chosen = saved.find((each) => each.id === chosenId) ?? null;
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const change = useAct(changeImportMapping, {
    invalidates: [importMappings],
    onDone: () => notify('good', t('web.import.mapping.kept')),
  });
  const remove = useAct(deleteImportMapping, { invalidates: [importMappings], onDone: () => onChoose(null) });
  const changed = chosen !== null && sorted(laidOver(guessed, chosen.mapping)) !== sorted(mapping);
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <Select
          label={t('web.import.mapping')}
          placeholder={t('web.import.mapping.none')}
          data={saved.map((each) => ({ value: each.id, label: each.name }))}
          value={chosen?.id ?? null}
          onChange={(id) => onChoose(saved.find((each) => each.id === id) ?? null)}
          clearable
          w={280}
        />
        {chosen && changed && (
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() =>
              change.act({
                params: { id: chosen.id },
                body: { mapping: complete(kind.fields, mapping) },
                ifMatch: chosen.revision,
              })
            }
          >
            {t('web.import.mapping.keep')}
          </Button>
        )}
        <Button variant="default" onClick={() => setNaming('new')}>
          {t('web.import.mapping.save')}
        </Button>
        {chosen && (
          <>
            <Button variant="subtle" onClick={() => setNaming('rename')}>
              {t('web.import.mapping.rename')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              onClick={() =>
                askOnce({
                  title: t('web.import.mapping.delete-of', { name: chosen.name }),
                  consequence: t('web.import.mapping.delete-means'),
                  label: t('web.import.mapping.delete'),
                  run: () => remove.act({ params: { id: chosen.id } }),
                })
              }
            >
              {t('web.import.mapping.delete')}
            </Button>
          </>
        )}
      </Group>
      <RefusalBanner problem={change.problem ?? remove.problem} />
      {naming && (
        <NameDialog
          kind={kind.key}
          mapping={complete(kind.fields, mapping)}
          renamed={naming === 'rename' ? chosen : null}
          onClose={() => setNaming(null)}
          onNew={onChoose}
        />
      )}
    </Stack>
  );
}

type NameProps = {
  readonly kind: string;
  readonly mapping: Mapping;
  readonly renamed: SavedMapping | null;
  readonly onClose: () => void;
  readonly onNew: (saved: SavedMapping) => void;
};

function NameDialog({ kind, mapping, renamed, onClose, onNew }: NameProps): ReactNode {
  const t = useText(importTexts);
  const [name, setName] = useState(renamed?.name ?? '');
  const save = useAct(saveImportMapping, {
    invalidates: [importMappings],
    onDone: ({ id, revision }) => {
      onNew({ id, kind, name: name.trim(), mapping, revision });
      onClose();
    },
  });
  const rename = useAct(changeImportMapping, { invalidates: [importMappings], onDone: onClose });
  const title = t(renamed ? 'web.import.mapping.rename' : 'web.import.mapping.save');
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (renamed)
            rename.act({ params: { id: renamed.id }, body: { name: name.trim() }, ifMatch: renamed.revision });
          else save.act({ body: { kind, name: name.trim(), mapping } });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            withAsterisk={false}
            maxLength={100}
            label={t('web.import.mapping.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RefusalBanner problem={save.problem ?? rename.problem} />
          <Button type="submit" loading={save.isPending || rename.isPending}>
            {title}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function sorted(mapping: Mapping): string {
  return JSON.stringify(Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1)));
}
