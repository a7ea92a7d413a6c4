import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';
import type { Card } from './client-values.ts';
import { ContactForm } from './contact-form.tsx';

type Contact = Card['contacts'][number];
const attitudeTones = { supports: 'good', neutral: 'neutral', against: 'bad' } as const;

/** The people at a client, each with how to reach them and their part in the decision. */
export function Contacts({ card }: { card: Card }) {
  const t = useText(texts);
  const [open, setOpen] = useState<Contact | 'new' | null>(null);
  const edits = card.can.edit === true;
  const add = edits && (
    <Button size="xs" variant="light" onClick={() => setOpen('new')}>
      {t('clients.add-contact')}
    </Button>
  );
  return (
    <Stack>
      {card.contacts.length === 0 ? (
        <EmptyState title={t('clients.contact.none')} hint={t('clients.contact.none-hint')} action={add} />
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {card.contacts.map((contact) => (
              <ContactLine key={contact.id} contact={contact} onEdit={edits ? () => setOpen(contact) : null} />
            ))}
          </SimpleGrid>
          <Group>{add}</Group>
        </>
      )}
      {open && <ContactForm clientId={card.id} contact={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

function ContactLine({ contact, onEdit }: { contact: Contact; onEdit: (() => void) | null }) {
  const t = useText(texts);
  const format = useFormat();
  return (
    <Paper withBorder p="sm" opacity={contact.leftOn ? 0.6 : 1}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text fw={600}>{contact.name}</Text>
          <Text size="sm" c="dimmed">
            {[
              contact.title,
              t(`list.clients.contacts.level.${contact.level}`),
              t(`list.clients.contacts.decisionRole.${contact.decisionRole}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        {onEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={onEdit}
            aria-label={`${t('clients.edit')}: ${contact.name}`}
          >
            {t('clients.edit')}
          </Button>
        )}
      </Group>
      <Group gap="md" mt={4}>
        {contact.phone && <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>}
        {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
      </Group>
      <Group gap={6} mt={6}>
        {contact.isMain && <StatusBadge tone="info" icon={IconStar} label={t('clients.contact.main')} />}
        {contact.attitude !== 'neutral' && (
          <StatusBadge
            tone={attitudeTones[contact.attitude]}
            label={t(`list.clients.contacts.attitude.${contact.attitude}`)}
          />
        )}
        {contact.leftOn && (
          <StatusBadge tone="neutral" label={`${t('clients.contact.left')} ${format.date(contact.leftOn)}`} />
        )}
      </Group>
      {contact.note && (
        <Text size="sm" mt={6} style={{ whiteSpace: 'pre-line' }}>
          {contact.note}
        </Text>
      )}
    </Paper>
  );
}
