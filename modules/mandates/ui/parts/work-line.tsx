import { Button, Stack, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useGo } from '#platform/web/address.ts';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import { type Tone, toneIcons } from '#platform/web/tone.ts';
import type { readToday } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { WhenDue } from './when-due.tsx';

export type WorkLine = EndpointReply<typeof readToday>['lines'][number];
export type MoreWork = EndpointReply<typeof readToday>['more'][number];
type Urgency = 'late' | 'today' | 'soon';

const tones: Readonly<Record<Urgency, Tone>> = { late: 'bad', today: 'warning', soon: 'info' };

/** The line as it stands on the page, to be given the focus. */
export function lineElement(id: string): HTMLElement | null {
  return document.getElementById(`work-${id}`);
}

/** The lines of one urgency, and of each duty how much there is beyond them. */
export function WorkGroup(props: {
  urgency: Urgency;
  lines: readonly WorkLine[];
  more: readonly MoreWork[];
  count: number;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { urgency, lines, more, count, chosen, onChoose } = props;
  const t = useText(mandatesScreenTexts);
  if (lines.length === 0 && more.length === 0) return null;
  const Icon = toneIcons[tones[urgency]];
  return (
    <section aria-label={t(`mandates.urgency.${urgency}`)}>
      <div className={classes.heading} data-tone={tones[urgency]}>
        <Icon size={17} stroke={2} /> {t(`mandates.urgency.${urgency}`)} <span className="numerals">{count}</span>
      </div>
      <ul className={classes.group}>
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} chosen={line.id === chosen} onChoose={onChoose} />
          </li>
        ))}
        {more.map((beyond) => (
          <li key={`${beyond.clause?.id} ${beyond.href}`}>
            <Beyond beyond={beyond} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line, chosen, onChoose }: { line: WorkLine; chosen: boolean; onChoose: (id: string) => void }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  return (
    <Go
      to={line.href}
      underline="never"
      id={`work-${line.id}`}
      className={classes.line}
      data-chosen={chosen || undefined}
      onFocus={() => onChoose(line.id)}
    >
      <ClauseNumber clause={line.clause} />
      <span>
        <b>{line.subject.label}</b> {line.title}
      </span>
      <span className={classes.side}>{line.stake > 0 && format.moneyShort(line.stake)}</span>
      <span className={classes.small}>
        <WhenDue since={line.since} due={line.due} />
        {line.clause === null && ` · ${line.duty}`}
        {line.onBehalfOf && ` · ${t('mandates.for', { name: line.onBehalfOf.name })}`}
      </span>
    </Go>
  );
}

/** The clause by which a line stands there; a dash where it was assigned outside the job description. */
function ClauseNumber({ clause }: { clause: WorkLine['clause'] }) {
  return (
    <span className={classes.clause} {...(clause && { title: clause.text })}>
      {clause?.number ?? '–'}
    </span>
  );
}

/** Where the rest of a duty's work is listed. */
function Beyond({ beyond }: { beyond: MoreWork }) {
  const t = useText(mandatesScreenTexts);
  const said = beyond.atLeast ? 'many' : 'counted';
  return (
    <Go to={beyond.href} underline="never" className={classes.line}>
      <ClauseNumber clause={beyond.clause} />
      <span>
        <b>{t(`mandates.more.${said}`, { count: beyond.count })}</b> {beyond.duty}
      </span>
      <span className={classes.side}>{t('mandates.whole-list')}</span>
      {beyond.onBehalfOf && (
        <span className={classes.small}>{t('mandates.for', { name: beyond.onBehalfOf.name })}</span>
      )}
    </Go>
  );
}

/** What a line is about and why it stands there. */
export function WorkPreview({ line }: { line: WorkLine }) {
  const t = useText(mandatesScreenTexts);
  const go = useGo();
  const format = useFormat();
  return (
    <Stack className={classes.preview} gap="xs" component="aside" aria-label={t('mandates.preview')}>
      <Title order={2} size="h4">
        {line.subject.label}
      </Title>
      <Text size="sm">{line.title}</Text>
      <Text size="sm" c="dimmed">
        <WhenDue since={line.since} due={line.due} />
      </Text>
      {line.stake > 0 && <Text size="sm">{t('mandates.at-stake', { amount: format.money(line.stake) })}</Text>}
      {line.onBehalfOf && <StatusBadge tone="info" label={t('mandates.for', { name: line.onBehalfOf.name })} />}
      <div>
        <Text size="xs" c="dimmed">
          {line.clause ? t('mandates.why', { number: line.clause.number, duty: line.duty }) : line.duty}
        </Text>
        {line.clause && <Text size="sm">{line.clause.text}</Text>}
      </div>
      <Button onClick={() => go(line.href)}>{t('mandates.do-it')}</Button>
      <Text size="sm">
        <Go to="/my-mandate">{t('mandates.my-mandate')}</Go>
      </Text>
    </Stack>
  );
}
