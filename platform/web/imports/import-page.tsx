import { Button, FileInput, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { importKinds, previewImport, startImport } from '#platform/imports/endpoints.ts';
import { Awaiting } from '../awaiting.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { notify } from '../notify.ts';
import { Page } from '../page.tsx';
import { useAct, useRead } from '../query.ts';
import { useText } from '../texts.ts';
import { PastImports } from './past-imports.tsx';
import { importTexts } from './texts.ts';

type Preview = EndpointReply<typeof previewImport>;
type Kind = EndpointReply<typeof importKinds>['items'][number];

/** Brings a file in: what it holds, which column is which, what would be refused, and what came of it. */
export default function ImportPage() {
  const t = useText(importTexts);
  const kinds = useRead(importKinds, {});
  const [kind, setKind] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [columns, setColumns] = useState<Record<string, string>>({});
  const look = useAct(previewImport, {
    onDone: (seen) => {
      setPreview(seen);
      const guessed = Object.entries(seen.mapping as Record<string, { column?: string }>);
      setColumns(Object.fromEntries(guessed.map(([field, source]) => [field, source.column ?? ''])));
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
    const mapping = Object.fromEntries(
      Object.entries(columns)
        .filter(([, column]) => column !== '')
        .map(([field, column]) => [field, { column }]),
    );
    if (kind && file) start.act({ query: { kind, check, mapping: JSON.stringify(mapping) }, file });
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
            <Columns kind={chosen} preview={preview} columns={columns} onChange={setColumns} />
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

type ColumnsProps = {
  kind: Kind;
  preview: Preview;
  columns: Record<string, string>;
  onChange: (columns: Record<string, string>) => void;
};

function Columns({ kind, preview, columns, onChange }: ColumnsProps) {
  const t = useText(importTexts);
  const [first] = preview.rows;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('web.import.columns')}
      </Title>
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing={4} maw={860}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('web.import.field')}</Table.Th>
              <Table.Th>{t('web.import.column')}</Table.Th>
              <Table.Th>{t('web.import.example')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kind.fields.map((field) => (
              <Table.Tr key={field.name}>
                <Table.Td>
                  {field.label}
                  {field.required && ' *'}
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={field.label}
                    size="xs"
                    clearable
                    placeholder={t('web.import.none')}
                    data={[...new Set(preview.headings.filter(Boolean))]}
                    value={columns[field.name] || null}
                    onChange={(column) => onChange({ ...columns, [field.name]: column ?? '' })}
                  />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" lineClamp={1}>
                    {first?.[columns[field.name] ?? '']}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
