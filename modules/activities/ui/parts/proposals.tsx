import { ActionIcon, Button, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useKeys } from '#platform/web/keys.ts';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { weekProposals } from '../../endpoints-week.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { kindIcons } from './kind.tsx';
import type { Proposal } from './week-types.ts';

type ProposalsProps = {
  readonly week: string;
  readonly employee: string;
  readonly onTake: (proposal: Proposal) => void;
  readonly onTakeAll: (proposals: readonly Proposal[]) => void;
  readonly onChoose: (proposal: Proposal) => void;
};

/** Whom to contact and why, the most pressing first: to drag into the week, or to take by a press. */
export function Proposals({ week, employee, onTake, onTakeAll, onChoose }: ProposalsProps) {
  const t = useText(screenTexts);
  const read = useRead(weekProposals, { params: { week }, query: { employee } });
  const list = useRef<HTMLUListElement>(null);
  const step = (by: number) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-proposal]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys([
    { keys: 'j', label: t('activities.next-line'), run: () => step(1) },
    { keys: 'k', label: t('activities.previous-line'), run: () => step(-1) },
  ]);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items } = read.data;
  const fitting = items.filter((each) => each.day !== null);
  if (items.length === 0)
    return <EmptyState title={t('activities.none-proposed')} hint={t('activities.none-proposed-hint')} />;
  return (
    <>
      <Text fw={600}>{t('activities.proposed')}</Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('activities.proposed-hint')}
      </Text>
      {fitting.length > 1 && (
        <Button fullWidth variant="light" size="compact-md" mb="xs" onClick={() => onTakeAll(fitting)}>
          {t('activities.take-all', { count: fitting.length })}
        </Button>
      )}
      <ul className={classes.proposals} ref={list}>
        {items.map((proposal) => (
          <ProposalLine key={proposal.clientId} proposal={proposal} onTake={onTake} onChoose={onChoose} />
        ))}
      </ul>
    </>
  );
}

function ProposalLine({
  proposal,
  onTake,
  onChoose,
}: { proposal: Proposal } & Pick<ProposalsProps, 'onTake' | 'onChoose'>) {
  const t = useText(screenTexts);
  const say = useSay();
  const format = useFormat();
  const Picture = kindIcons[proposal.kind];
  const { day } = proposal;
  return (
    <li
      className={classes.proposal}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', proposal.clientId)}
    >
      <Picture size={16} stroke={1.7} aria-label={t(`activities.kind.${proposal.kind}`)} />
      <Tooltip label={day ? t('activities.take', { day: format.date(day) }) : t('activities.no-room')}>
        <UnstyledButton
          data-proposal
          fw={550}
          fz="sm"
          className="clip"
          onClick={() => (day ? onTake(proposal) : onChoose(proposal))}
        >
          {proposal.client}
        </UnstyledButton>
      </Tooltip>
      <Tooltip label={t('activities.take-elsewhere')}>
        <ActionIcon
          variant="subtle"
          size="md"
          aria-label={`${t('activities.take-elsewhere')}: ${proposal.client}`}
          onClick={() => onChoose(proposal)}
        >
          <IconCalendarPlus size={16} />
        </ActionIcon>
      </Tooltip>
      {proposal.reasons.map((reason) => (
        <span key={reason.key} className={classes.reason}>
          {say(`proposal.${reason.key}`, spoken(reason.params, format))}
        </span>
      ))}
      <span className={classes.reason}>
        {[day ? format.date(day) : t('activities.no-room'), proposal.city].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}

/** Days and amounts of a reason as a person reads them: `since`, `on` are days, `amount` minor units. */
function spoken(
  params: Readonly<Record<string, unknown>>,
  format: ReturnType<typeof useFormat>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return [name, format.date(value)];
      if (typeof value === 'number' && /amount/i.test(name)) return [name, format.money(value)];
      return [name, value];
    }),
  );
}
