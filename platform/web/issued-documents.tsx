import { Anchor, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Language, languages } from '#kernel/texts.ts';
import { documentInWord, listDocuments, printDocument } from '#platform/documents/endpoints.ts';
import { Awaiting } from './awaiting.tsx';
import { addressOf } from './call.ts';
import { EmptyState } from './empty-state.tsx';
import { useFormat } from './format.ts';
import { useRead } from './query.ts';
import { ScrollBox } from './scroll-box.tsx';
import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

type IssuedProps = {
  readonly subjectId: string;
  /** What to offer for the languages in which nothing was issued yet. */
  readonly lacking?: (languages: readonly Language[]) => ReactNode;
};

/** The numbered documents issued about a record, newest first; each opens byte for byte as it was issued. */
export function IssuedDocuments({ subjectId, lacking }: IssuedProps): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const read = useRead(listDocuments, { query: { subjectId } });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items } = read.data;
  const left = languages.filter((language) => !items.some((each) => each.language === language));
  const offer = left.length > 0 ? lacking?.(left) : undefined;
  if (items.length === 0) return <EmptyState title={t('web.documents.none')} action={offer} />;
  return (
    <Stack gap="sm">
      <ScrollBox label={t('web.documents')}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {(['number', 'language', 'issued', 'files', 'fingerprint'] as const).map((column) => (
                <Table.Th key={column}>{t(`web.documents.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((each) => (
              <Table.Tr key={each.id}>
                <Table.Td className="numerals" style={{ whiteSpace: 'nowrap' }}>
                  {each.number}
                </Table.Td>
                <Table.Td>{each.language === 'ru' ? 'Русский' : 'English'}</Table.Td>
                <Table.Td>{format.dateTime(each.issuedAt)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Anchor href={addressOf(printDocument, { params: { id: each.id } })}>PDF</Anchor>
                  {' · '}
                  <Anchor href={addressOf(documentInWord, { params: { id: each.id } })}>Word</Anchor>
                </Table.Td>
                <Table.Td>
                  <Text size="xs" c="dimmed" className="numerals" title={each.pdfSha256}>
                    {each.pdfSha256.slice(0, 16)}…
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      {offer}
    </Stack>
  );
}
