import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange, IconPencil, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { Attachments } from '#platform/web/files/attachments.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { usePanelTabs, useRecordLinks } from '#platform/web/panels.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { readClient } from '../../endpoints.ts';
import { readTimeline } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';
import { ClientHistory } from '../history/client-history.tsx';
import type { Card } from '../parts/client-values.ts';
import { Contacts } from '../parts/contacts.tsx';
import { Contracts } from '../parts/contracts.tsx';
import { Dossier } from '../parts/dossier.tsx';
import { EditClient } from '../parts/edit-client.tsx';
import { Keepers } from '../parts/keepers.tsx';
import { Overview } from '../parts/overview.tsx';
import { ChangeClass, ChangeKeeper } from '../parts/reasoned-acts.tsx';
import { tones } from '../parts/tones.ts';

type Open = 'edit' | 'keeper' | 'class' | null;

/** A client: who it is, its figures, its people, and what every module knows of it. */
export default function ClientCardPage() {
  const id = usePathParam('id');
  const t = useText(texts);
  const read = useRead(readClient, { params: { id } });
  const panels = usePanelTabs('clients.card', id);
  const links = useRecordLinks('clients.card', id);
  const figures = useFigures(read.data);
  const [open, setOpen] = useState<Open>(null);
  if (!read.data) return <Awaiting read={read} like="card" />;
  const card = read.data;
  const close = () => setOpen(null);
  return (
    <>
      <CardPage
        kind={t('clients.client')}
        title={card.name}
        subtitle={<Subtitle card={card} />}
        state={<State card={card} />}
        notice={<Notice card={card} />}
        figures={figures}
        acts={[
          ...links,
          {
            key: 'edit',
            label: t('clients.edit'),
            icon: IconPencil,
            can: card.can.edit,
            keys: 'e',
            run: () => setOpen('edit'),
          },
          {
            key: 'class',
            label: t('clients.change-class'),
            icon: IconTag,
            can: card.can.class,
            run: () => setOpen('class'),
          },
          {
            key: 'keeper',
            label: t('clients.assign'),
            icon: IconArrowsExchange,
            can: card.can.assign,
            run: () => setOpen('keeper'),
          },
        ]}
        tabs={[
          { key: 'overview', label: t('clients.tab.overview'), content: () => <Overview card={card} /> },
          {
            key: 'contacts',
            label: t('clients.tab.contacts'),
            count: card.contacts.length,
            content: () => <Contacts card={card} />,
          },
          ...panels,
          { key: 'contracts', label: t('clients.tab.contracts'), content: () => <Contracts clientId={id} /> },
          {
            key: 'files',
            label: t('clients.tab.files'),
            content: () => <Attachments kind="clients.clients" id={id} touches={[readTimeline]} />,
          },
          { key: 'history', label: t('clients.tab.history'), content: () => <ClientHistory id={id} /> },
          { key: 'dossier', label: t('clients.tab.dossier'), content: () => <Dossier card={card} /> },
          { key: 'keepers', label: t('clients.tab.keepers'), content: () => <Keepers id={id} /> },
        ]}
      />
      {open === 'edit' && <EditClient card={card} onClose={close} />}
      {open === 'keeper' && <ChangeKeeper card={card} onClose={close} />}
      {open === 'class' && <ChangeClass card={card} onClose={close} />}
    </>
  );
}

function Subtitle({ card }: { card: Card }) {
  const t = useText(texts);
  return (
    <>
      {t('clients.code-and-keeper', { code: card.code, keeper: card.keeper.name })}
      {card.city && ` · ${card.city}`}
      {card.parent && (
        <>
          {' · '}
          <Go to={`/clients/${card.parent.id}`}>{t('clients.part-of', { chain: card.parent.name })}</Go>
        </>
      )}
    </>
  );
}

function State({ card }: { card: Card }) {
  const t = useText(texts);
  return (
    <>
      <StatusBadge tone={tones.status[card.status]} label={t(`list.clients.clients.status.${card.status}`)} />
      {card.class && (
        <StatusBadge
          tone={tones.class[card.class]}
          icon={IconTag}
          label={t('clients.class-of', { class: t(`list.clients.clients.class.${card.class}`) })}
        />
      )}
    </>
  );
}

/** What is risky or missing, before anything is done. */
function Notice({ card }: { card: Card }) {
  const t = useText(texts);
  const say = useSay();
  const format = useFormat();
  const { missing, shareBp } = card.completeness;
  const gaps = card.contactGaps.map((gap) => say(`clients.gap.${gap}`));
  const named = missing.map((field) => say(`clients.missing.${field}`)).join(', ');
  const lines = [
    ...gaps,
    ...(missing.length > 0 ? [t('clients.completeness', { share: format.rate(shareBp), missing: named })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert color="yellow" py={6} mb="sm" icon={<IconAlertTriangle size={18} />}>
      {lines.join(' ')}
    </Alert>
  );
}

function useFigures(card: Card | undefined) {
  const say = useSay();
  const format = useFormat();
  const shown = { amount: format.money, rate: format.rate, count: format.number, days: format.number };
  return (card?.figures ?? []).map(({ key, kind, value, tone, href }) => ({
    key,
    label: say(`figure.${key}`),
    value: value === null ? '—' : kind === 'day' ? format.date(String(value)) : shown[kind](Number(value)),
    hint: kind === 'day' && value !== null ? format.daysFromNow(String(value)) : undefined,
    tone,
    href,
  }));
}
