import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { useWhoActed } from '#platform/web/who-acted.ts';
import { decideRequest, readRequest, withdrawRequest, writeMessage } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { RequestFacts } from './request-facts.tsx';

type Reply = EndpointReply<typeof readRequest>;
type Asked = Reply['request'];

/** One request: figures against the limit, why, what else is known, the thread, and the decision. */
export function RequestView({ id }: { id: string }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const read = useRead(readRequest, { params: { id } });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const { request, facts, messages, history } = read.data;
  return (
    <Stack component="aside" className={classes.preview} gap="sm" aria-label={request.subject.label}>
      <div>
        <Text size="sm" c="dimmed">
          {request.permitName}
        </Text>
        <Title order={2} size="h4">
          <Go to={request.subject.href}>{request.subject.label}</Go>
        </Title>
        <Text size="sm">
          {t('mandates.asked-by', { name: request.askedBy.name })} · {format.dateTime(request.askedAt)}
        </Text>
      </div>
      <Outcome request={request} />
      <Passings request={request} />
      <RequestFacts request={request} facts={facts} />
      <div>
        <Text size="xs" c="dimmed">
          {t('mandates.reason')}
        </Text>
        <Text>{request.reason}</Text>
      </div>
      <Deciding request={request} />
      <Thread id={id} messages={messages} />
      <History history={history} />
    </Stack>
  );
}

function Outcome({ request }: { request: Asked }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const whoActed = useWhoActed();
  if (request.state === 'open') {
    const label = t('mandates.waits-for', { name: request.askedOf.name, when: format.dateTime(request.dueAt) });
    return <StatusBadge tone={request.late ? 'bad' : 'warning'} label={label} />;
  }
  const state = t(`mandates.request-state.${request.state}` as 'mandates.request-state.open');
  return (
    <div>
      <StatusBadge
        tone={request.state === 'granted' ? 'good' : request.state === 'refused' ? 'bad' : 'neutral'}
        label={state}
      />
      {request.decidedBy && request.decidedAt && (
        <Text size="sm">
          {whoActed(request.decidedBy.name, request.decidedFor?.name)} · {format.dateTime(request.decidedAt)}
          {request.answerMinutes !== null &&
            ` · ${t('mandates.answered-in', { minutes: request.answerMinutes, hours: Math.round(request.answerMinutes / 60) })}`}
        </Text>
      )}
      {request.decisionReason && <Text>{request.decisionReason}</Text>}
    </div>
  );
}

/** From whom to whom it went on, and why; the latest first. */
function Passings({ request: { passings, state } }: { request: Asked }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  if (passings.length === 0) return null;
  return (
    <ul className={classes.passings} aria-label={t('mandates.passings')}>
      {passings.map(({ from, to, cause, at }) => (
        <li key={at}>{t(`mandates.passed-${cause}`, { from: from.name, to: to.name, when: format.dateTime(at) })}</li>
      ))}
      {state === 'open' && passings[0]?.cause === 'unanswered' && <li>{t('mandates.both-may-decide')}</li>}
    </ul>
  );
}

function Deciding({ request }: { request: Asked }) {
  const t = useText(mandatesScreenTexts);
  const say = useSay();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useAct(decideRequest, {
    invalidates: ['mandates', 'orders'],
    onDone: (_, { body }) => notify('good', t(body.granted ? 'mandates.granted-done' : 'mandates.refused-done')),
  });
  const withdraw = useAct(withdrawRequest, { invalidates: ['mandates', 'orders'] });
  const may = request.can.decide === true;
  const send = (granted: boolean) => {
    if (!granted && reason.trim() === '') return setMissing(true);
    decide.act({ params: { id: request.id }, body: { granted, reason }, ifMatch: request.revision });
  };
  useKeys(
    may
      ? [
          { keys: 'shift+g', label: t('mandates.grant'), run: () => send(true) },
          { keys: 'shift+r', label: t('mandates.refuse'), run: () => send(false) },
        ]
      : [],
  );
  if (request.state !== 'open') return null;
  return (
    <Stack gap="xs">
      <RefusalBanner problem={decide.problem ?? withdraw.problem} />
      {may ? (
        <>
          <Textarea
            label={t('mandates.decision-reason')}
            value={reason}
            autosize
            minRows={2}
            error={missing && reason.trim() === '' ? t('mandates.reason-needed') : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button onClick={() => send(true)} loading={decide.isPending}>
              {t('mandates.grant')}
            </Button>
            <Button variant="default" onClick={() => send(false)} loading={decide.isPending}>
              {t('mandates.refuse')}
            </Button>
          </Group>
        </>
      ) : (
        Array.isArray(request.can.decide) &&
        request.can.withdraw !== true && (
          <Text size="sm" c="dimmed">
            {request.can.decide.map((code) => say(`refusal.${code}`, { permit: request.permitName })).join(' ')}
          </Text>
        )
      )}
      {request.can.withdraw === true && (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.act({ params: { id: request.id }, ifMatch: request.revision })}
        >
          {t('mandates.withdraw')}
        </Button>
      )}
    </Stack>
  );
}

function Thread({ id, messages }: { id: string; messages: Reply['messages'] }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const [text, setText] = useState('');
  const write = useAct(writeMessage, { invalidates: [readRequest], onDone: () => setText('') });
  return (
    <div>
      <Title order={3} size="h6">
        {t('mandates.thread')}
      </Title>
      {messages.map((message) => (
        <div key={message.id}>
          <Text size="xs" c="dimmed">
            {message.author.name} · {format.dateTime(message.writtenAt)}
          </Text>
          <Text size="sm">{message.text}</Text>
        </div>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) write.act({ params: { id }, body: { text } });
        }}
      >
        <Group align="end" gap="xs" wrap="nowrap">
          <Textarea
            aria-label={t('mandates.write')}
            placeholder={t('mandates.write')}
            autosize
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button type="submit" variant="default" loading={write.isPending}>
            {t('mandates.send')}
          </Button>
        </Group>
      </form>
      <RefusalBanner problem={write.problem} />
    </div>
  );
}

function History({ history }: { history: Reply['history'] }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  if (history.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h6">
        {t('mandates.asked-before')}
      </Title>
      {history.map((each) => (
        <Text key={each.id} size="sm">
          <Go to={`/requests/${each.id}`}>
            {format.date(each.askedAt)} · {each.permitName}
          </Go>{' '}
          · {t(`mandates.request-state.${each.state}` as 'mandates.request-state.open')}
        </Text>
      ))}
    </div>
  );
}
