import { Button, Group, Modal, Paper, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { editDossierEntry, noteInDossier, readDossier } from '../../endpoints-details.ts';
import { texts } from '../../texts.ts';
import type { Card } from './client-values.ts';

type Entry = EndpointReply<typeof readDossier>['items'][number];
const topics = ['needs', 'potential', 'share-of-wallet', 'prospects', 'competitors', 'other'] as const;

/** What is known of the client, newest first, each entry with its day and source. */
export function Dossier({ card }: { card: Card }) {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readDossier, { params: { id: card.id } });
  const [open, setOpen] = useState<Entry | 'new' | null>(null);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const edits = card.can.edit === true;
  const add = edits && (
    <Button size="xs" variant="light" onClick={() => setOpen('new')}>
      {t('clients.note')}
    </Button>
  );
  return (
    <Stack>
      {read.data.items.length === 0 ? (
        <EmptyState title={t('clients.dossier.none')} hint={t('clients.dossier.none-hint')} action={add} />
      ) : (
        <Group>{add}</Group>
      )}
      {read.data.items.map((entry) => (
        <Paper key={entry.id} withBorder p="sm">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={600}>
              {t(`clients.dossier.topic.${entry.topic}`)}
            </Text>
            {edits && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen(entry)}>
                {t('clients.edit')}
              </Button>
            )}
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {entry.text}
          </Text>
          <Text size="xs" c="dimmed" mt={4}>
            {[format.date(entry.notedOn), entry.source, entry.notedBy].filter(Boolean).join(' · ')}
          </Text>
        </Paper>
      ))}
      {open && <NoteForm clientId={card.id} entry={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

function NoteForm({ clientId, entry, onClose }: { clientId: string; entry: Entry | null; onClose: () => void }) {
  const t = useText(texts);
  const { today } = useMe();
  const form = useForm({
    initialValues: {
      topic: entry?.topic ?? ('needs' as Entry['topic']),
      text: entry?.text ?? '',
      source: entry?.source ?? '',
      notedOn: (entry?.notedOn ?? today) as string | null,
    },
  });
  const done = { invalidates: [readDossier, 'clients'], onDone: onClose };
  const add = useAct(noteInDossier, done);
  const edit = useAct(editDossierEntry, done);
  const send = ({ notedOn, ...rest }: ReturnType<typeof form.getValues>) => {
    const body = { ...rest, notedOn: notedOn ?? today };
    if (entry) edit.act({ params: { id: entry.id }, body, ifMatch: entry.revision });
    else add.act({ params: { id: clientId }, body });
  };
  return (
    <Modal opened onClose={onClose} title={t('clients.note')}>
      <FormFrame form={form} act={entry ? edit : add} label={t('clients.save')} onCancel={onClose} send={send}>
        <Select
          label={t('clients.dossier.topic')}
          allowDeselect={false}
          data={topics.map((value) => ({ value, label: t(`clients.dossier.topic.${value}`) }))}
          {...form.getInputProps('topic')}
        />
        <Textarea
          label={t('clients.dossier.text')}
          required
          data-autofocus
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('text')}
        />
        <TextInput label={t('clients.dossier.source')} maxLength={200} {...form.getInputProps('source')} />
        <DateField label={t('clients.dossier.noted-on')} required {...form.getInputProps('notedOn')} />
      </FormFrame>
    </Modal>
  );
}
