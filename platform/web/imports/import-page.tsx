import { Button, FileInput, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { importKinds, type Mapping, previewImport, startImport } from '#platform/imports/endpoints.ts';
import { Awaiting } from '../awaiting.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { notify } from '../notify.ts';
import { Page } from '../page.tsx';
import { useAct, useRead } from '../query.ts';
import { useText } from '../texts.ts';
import { Columns, type Preview } from './columns.tsx';
import { complete, laidOver } from './mapping.ts';
import { MappingMenu } from './mapping-menu.tsx';
import { PastImports } from './past-imports.tsx';
import { importTexts } from './texts.ts';

/** Brings a file in: what it holds, which column is which, what would be refused, and what came of it. */
export default function ImportPage() {
  const t = useText(importTexts);
  const kinds = useRead(importKinds, {});
  const [kind, setKind] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [savedId, setSavedId] = useState<string | null>(null);
  const look = useAct(previewImport, {
    onDone: (seen) => {
      setPreview(seen);
      setMapping(laidOver(seen.mapping, seen.savedMapping?.mapping ?? {}));
      setSavedId(seen.savedMapping?.id ?? null);
    },
  });
  const start = useAct(startImport, {
    invalidates: ['platform', 'clients', 'catalog', 'orders', 'organization'],
    onDone: () => notify('good', t('web.import.begun')),
  });
  const choose = (nextKind: string | null, nextFile: File | null) => {
    setKind(nextKind);
    setFile(nextFile);
    setPreview(null);
    if (nextKind && nextFile) look.act({ query: { kind: nextKind }, file: nextFile });
  };
  if (!kinds.data) return <Awaiting read={kinds} like="form" />;
  const chosen = kinds.data.items.find((each) => each.key === kind);
  const run = (check: boolean) => {
    if (!chosen || !file) return;
    start.act({ query: { kind: chosen.key, check, mapping: JSON.stringify(complete(chosen.fields, mapping)) }, file });
  };
  return (
    <Page title={t('web.import')}>
      <Stack gap="lg">
        <Group align="flex-end">
          <Select
            label={t('web.import.kind')}
            data={kinds.data.items.map((each) => ({ value: each.key, label: each.name }))}
            value={kind}
            onChange={(next) => choose(next, file)}
            searchable
            w={280}
          />
          <FileInput
            label={t('web.import.file')}
            placeholder="CSV, XLSX"
            accept=".csv,.tsv,.txt,.xlsx,.gz"
            value={file}
            onChange={(next) => choose(kind, next)}
            w={280}
            clearable
          />
        </Group>
        {look.problem && <RefusalBanner problem={look.problem} />}
        {start.problem && <RefusalBanner problem={start.problem} />}
        {chosen && preview && (
          <>
            <MappingMenu
              kind={chosen}
              chosenId={savedId}
              guessed={preview.mapping}
              mapping={mapping}
              onChoose={(saved) => {
                setSavedId(saved?.id ?? null);
                setMapping(laidOver(preview.mapping, saved?.mapping ?? {}));
              }}
            />
            <Columns kind={chosen} preview={preview} mapping={mapping} onChange={setMapping} />
            <Group>
              <Button variant="default" loading={start.isPending} onClick={() => run(true)}>
                {t('web.import.check')}
              </Button>
              <Button loading={start.isPending} onClick={() => run(false)}>
                {t('web.import.run')}
              </Button>
            </Group>
          </>
        )}
        <PastImports />
      </Stack>
    </Page>
  );
}
