import { ActionIcon, Button, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { askOnce } from '#platform/web/ask-once.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { removeBankAccount } from '../../endpoints-details.ts';
import { texts } from '../../texts.ts';
import type { Card } from './client-values.ts';
import { AccountForm, SiteForm } from './detail-forms.tsx';

/** Who the client is, in facts; its sites, accounts and chain. */
export function Overview({ card }: { card: Card }) {
  const t = useText(texts);
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Facts
        title={t('clients.section.reach')}
        facts={[
          [t('clients.phone'), card.phone && <a href={`tel:${card.phone.replace(/[^+\d]/g, '')}`}>{card.phone}</a>],
          [t('clients.email'), card.email && <a href={`mailto:${card.email}`}>{card.email}</a>],
          [t('clients.website'), card.website],
          [t('clients.address'), [card.address, card.city, card.country].filter(Boolean).join(', ')],
          [t('clients.language'), t(`clients.language.${card.language}`)],
          [t('clients.etiquette'), card.etiquette],
        ]}
      />
      <Facts
        title={t('clients.section.requisites')}
        facts={[
          [t('clients.kind'), t(`list.clients.clients.kind.${card.kind}`)],
          [t('clients.legal-name'), card.legalName],
          [t('clients.tax-number'), card.taxNumber],
          [t('clients.registration-number'), card.registrationNumber],
          [t('clients.segment'), card.segment],
          [t('clients.source'), card.source],
          [t('clients.since'), format.date(card.since)],
        ]}
      />
      <Sites card={card} />
      <Accounts card={card} />
      {card.chain && <Chain card={card} />}
    </SimpleGrid>
  );
}

function Facts({ title, facts }: { title: string; facts: [label: string, value: ReactNode][] }) {
  return (
    <Section title={title}>
      <Table variant="vertical" withRowBorders={false} verticalSpacing={3}>
        <Table.Tbody>
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th w="40%" fw={400} c="dimmed" scope="row">
                  {label}
                </Table.Th>
                <Table.Td style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Group justify="space-between">
        <Title order={3}>{title}</Title>
        {action}
      </Group>
      {children}
    </Stack>
  );
}

function Sites({ card }: { card: Card }) {
  const t = useText(texts);
  const format = useFormat();
  const [open, setOpen] = useState<Card['sites'][number] | 'new' | null>(null);
  const edits = card.can.edit === true;
  return (
    <Section
      title={t('clients.section.sites')}
      action={
        edits && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('new')}>
            {t('clients.add-site')}
          </Button>
        )
      }
    >
      {card.sites.map((site) => (
        <Group key={site.id} justify="space-between" wrap="nowrap">
          <Text size="sm" {...(site.closedOn && { c: 'dimmed', td: 'line-through' })}>
            {[site.name, t(`clients.site.kind.${site.kind}`), site.city, site.address].filter(Boolean).join(', ')}
            {site.closedOn && ` (${t('clients.site.closed')} ${format.date(site.closedOn)})`}
          </Text>
          {edits && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen(site)}>
              {t('clients.edit')}
            </Button>
          )}
        </Group>
      ))}
      {open && <SiteForm clientId={card.id} site={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function Accounts({ card }: { card: Card }) {
  const t = useText(texts);
  const [adding, setAdding] = useState(false);
  const remove = useAct(removeBankAccount, { invalidates: ['clients'] });
  const edits = card.can.edit === true;
  return (
    <Section
      title={t('clients.section.accounts')}
      action={
        edits && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {t('clients.add-account')}
          </Button>
        )
      }
    >
      {card.bankAccounts.map((account) => (
        <Group key={account.id} justify="space-between" wrap="nowrap">
          <Text size="sm" className="numerals">
            {[account.number, account.bank, account.bankCode, account.currency].filter(Boolean).join(' · ')}
          </Text>
          {edits && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('clients.remove-account')} ${account.number}`}
              onClick={() =>
                askOnce({
                  title: t('clients.remove-account'),
                  consequence: t('clients.remove-account-consequence', { number: account.number }),
                  label: t('clients.remove-account'),
                  run: () => remove.act({ params: { id: account.id } }),
                })
              }
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {adding && <AccountForm clientId={card.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Chain({ card }: { card: Card }) {
  const t = useText(texts);
  const format = useFormat();
  const { chain } = card;
  if (!chain) return null;
  return (
    <Section title={`${t('clients.section.chain')}: ${t('clients.outlets', { count: chain.outlets })}`}>
      <Text size="sm">
        {t('clients.chain-sums', {
          sales: format.money(chain.sales12m),
          owed: format.money(chain.owed),
          overdue: format.money(chain.overdue),
        })}
      </Text>
      {card.outlets.map((outlet) => (
        <Text size="sm" key={outlet.id}>
          <Go to={`/clients/${outlet.id}`}>{outlet.name}</Go>
          {outlet.city && `, ${outlet.city}`}
        </Text>
      ))}
    </Section>
  );
}
