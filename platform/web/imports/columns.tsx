import { Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { importKinds, Mapping, previewImport, Source } from '#platform/imports/endpoints.ts';
import { useText } from '../texts.ts';
import { importTexts } from './texts.ts';

export type Preview = EndpointReply<typeof previewImport>;
type Kind = EndpointReply<typeof importKinds>['items'][number];

type ColumnsProps = {
  readonly kind: Kind;
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
};

/** Which column of the file, or which one value, each field of the kind comes from. */
export function Columns({ kind, preview, mapping, onChange }: ColumnsProps): ReactNode {
  const t = useText(importTexts);
  const set = (name: string, source: Source | undefined) => {
    const { [name]: _before, ...others } = mapping;
    onChange(source ? { ...others, [name]: source } : others);
  };
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
                  <SourceSelect
                    label={field.label}
                    headings={preview.headings}
                    source={mapping[field.name]}
                    onChange={(source) => set(field.name, source)}
                  />
                </Table.Td>
                <Table.Td>
                  <Example
                    label={field.label}
                    source={mapping[field.name]}
                    first={preview.rows[0]}
                    onChange={(source) => set(field.name, source)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

/** No heading of a file can be this: the choice of one value for all rows. */
const oneValue = '\0';

type SourceProps = {
  readonly label: string;
  readonly headings: readonly string[];
  readonly source: Source | undefined;
  readonly onChange: (source: Source | undefined) => void;
};

function SourceSelect({ label, headings, source, onChange }: SourceProps): ReactNode {
  const t = useText(importTexts);
  const columns = [...new Set(headings.filter(Boolean))].map((heading) => ({ value: heading, label: heading }));
  const chosen = source && ('constant' in source ? oneValue : source.column);
  return (
    <Select
      aria-label={label}
      size="xs"
      clearable
      placeholder={t('web.import.none')}
      data={[...columns, { value: oneValue, label: t('web.import.one-value') }]}
      value={chosen ?? null}
      onChange={(next) => {
        if (next === oneValue) onChange({ constant: '' });
        else onChange(next === null ? undefined : { column: next });
      }}
    />
  );
}

type ExampleProps = {
  readonly label: string;
  readonly source: Source | undefined;
  readonly first: Readonly<Record<string, string>> | undefined;
  readonly onChange: (source: Source) => void;
};

function Example({ label, source, first, onChange }: ExampleProps): ReactNode {
  const t = useText(importTexts);
  if (!source) return null;
  if ('constant' in source)
    return (
      <TextInput
        aria-label={t('web.import.one-value-of', { field: label })}
        size="xs"
        maxLength={500}
        value={source.constant}
        onChange={(event) => onChange({ constant: event.currentTarget.value })}
      />
    );
  return (
    <Text size="sm" c="dimmed" lineClamp={1}>
      {first?.[source.column]}
      {source.addDays !== undefined && ` (${t('web.import.moved', { days: source.addDays })})`}
      {source.values && ` (${t('web.import.exchanged', { count: Object.keys(source.values).length })})`}
    </Text>
  );
}
