import { Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Problem } from './problem.ts';
import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

type Fields = Record<string, unknown>;
type ConflictProps<F extends Fields> = {
  /** The refusal of the save; the dialog opens when it is `platform.changed-meanwhile`. */
  readonly problem: Problem | null;
  readonly mine: F;
  /** As it was when I opened it. */
  readonly original: F;
  readonly fields: readonly {
    readonly key: keyof F & string;
    readonly label: string;
    readonly format?: (value: unknown) => string;
  }[];
  /** Saves what was put together, over the revision that stands now. */
  readonly onSave: (merged: F, revision: number) => void;
  readonly onClose: () => void;
};

/** Two people changed one record: shows by field what was, what the other made of it and what I did, and lets me choose. */
export function ConflictDialog<F extends Fields>({
  problem,
  mine,
  original,
  fields,
  onSave,
  onClose,
}: ConflictProps<F>): ReactNode {
  const t = useText(shellTexts);
  const theirs = problem?.current as (F & { revision: number }) | undefined;
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  if (problem?.code !== 'platform.changed-meanwhile' || !theirs) return null;
  const differing = fields.filter(({ key }) => !same(mine[key], theirs[key]));
  const choiceOf = (key: string) => chosen[key] ?? (same(mine[key], original[key]) ? 'theirs' : 'mine');
  const save = () => {
    const picked = fields.map(({ key }) => [key, choiceOf(key) === 'mine' ? mine[key] : theirs[key]]);
    onSave({ ...mine, ...Object.fromEntries(picked) }, theirs.revision);
  };
  return (
    <Modal opened onClose={onClose} title={t('web.conflict.title')} size="xl">
      <Stack>
        <Text size="sm">{t('web.conflict.hint')}</Text>
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('web.conflict.field')}</Table.Th>
                <Table.Th>{t('web.conflict.original')}</Table.Th>
                <Table.Th>{t('web.conflict.theirs')}</Table.Th>
                <Table.Th>{t('web.conflict.mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differing.map(({ key, label, format = plain }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td c="dimmed">{format(original[key])}</Table.Td>
                  {(['theirs', 'mine'] as const).map((side) => (
                    <Table.Td key={side}>
                      <Radio
                        name={`conflict-${key}`}
                        label={format(side === 'mine' ? mine[key] : theirs[key])}
                        aria-label={`${label}: ${t(`web.conflict.${side}`)}`}
                        checked={choiceOf(key) === side}
                        onChange={() => setChosen({ ...chosen, [key]: side })}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('web.conflict.back')}
          </Button>
          <Button onClick={save}>{t('web.conflict.save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function same(a: unknown, b: unknown): boolean {
  return (a ?? '') === (b ?? '') || JSON.stringify(a) === JSON.stringify(b);
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'object' && 'label' in value ? String(value.label) : String(value);
}
