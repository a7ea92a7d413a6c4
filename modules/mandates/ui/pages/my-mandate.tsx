import { Alert, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { readMyMandate } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { DescriptionInForce } from '../parts/description-in-force.tsx';
import { DutyFacts } from '../parts/duty-facts.tsx';
import { Evidence } from '../parts/facts-lines.tsx';
import { PeriodChooser, useChosenPeriod } from '../parts/period-choice.tsx';
import { useUnits } from '../parts/printed.ts';
import { ToSign } from '../parts/to-sign.tsx';

type Mandate = EndpointReply<typeof readMyMandate>;

/** What I must do and where it stands, what I may decide alone, what I am paid for. */
export default function MyMandatePage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const { employee } = useMe();
  const { choice, period } = useChosenPeriod('cadence');
  const read = useRead(readMyMandate, {});
  if (!read.data) return <Awaiting read={read} like="card" />;
  const { positions, duties, rights, pay, absentUntil } = read.data;
  if (positions.length === 0) {
    return (
      <Page title={t('mandates.my-mandate')}>
        <EmptyState title={t('mandates.no-mandate')} hint={t('mandates.no-mandate-hint')} />
      </Page>
    );
  }
  return (
    <Page title={t('mandates.my-mandate')} subtitle={<Positions positions={positions} />}>
      {absentUntil && (
        <Alert color="blue" mb="md" title={t('mandates.replaced-until', { day: format.date(absentUntil) })} />
      )}
      <ToSign />
      <Group justify="space-between" align="end" mt="lg" mb="xs">
        <Title order={2} size="h3">
          {t('mandates.must')}
        </Title>
        <PeriodChooser usual="cadence" />
      </Group>
      {choice === 'cadence' ? (
        <Part empty={duties.length === 0 ? t('mandates.must-nothing') : null}>
          {duties.map((duty) => (
            <Duty key={`${duty.clause.id} ${duty.key} ${duty.onBehalfOf?.id}`} duty={duty} />
          ))}
        </Part>
      ) : (
        <DutyFacts employee={employee.id} period={period} />
      )}
      <Part title={t('mandates.may')} empty={rights.length === 0 ? t('mandates.may-nothing') : null}>
        {rights.map((right) => (
          <Right key={`${right.clause.id} ${right.key} ${right.onBehalfOf?.id}`} right={right} />
        ))}
      </Part>
      <Part title={t('mandates.paid-for')} empty={pay.length === 0 ? t('mandates.paid-nothing') : null}>
        {pay.map(({ clause, key, name, rate }) => (
          <div className={classes.duty} key={`${clause.id} ${key}`}>
            <span className={classes.clause}>{clause.number}</span>
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {clause.text}
              </Text>
            </div>
            <Text className="numerals">{rate}</Text>
          </div>
        ))}
      </Part>
      <Part title={t('mandates.whole-description')} empty={null}>
        {positions.map((position) => (
          <DescriptionInForce key={`${position.versionId} ${position.onBehalfOf?.id}`} position={position} />
        ))}
      </Part>
    </Page>
  );
}

function Positions({ positions }: { positions: Mandate['positions'] }) {
  const t = useText(mandatesScreenTexts);
  return (
    <>
      {positions.map(({ versionId, descriptionTitle, number, onBehalfOf }) => (
        <span key={`${versionId} ${onBehalfOf?.id}`} style={{ marginRight: 12 }}>
          <Go to={`/job-descriptions/versions/${versionId}`}>
            {t('mandates.titled-version', { title: descriptionTitle, number })}
          </Go>
          {onBehalfOf && ` (${t('mandates.for', { name: onBehalfOf.name })})`}
        </span>
      ))}
    </>
  );
}

function Part({ title, empty, children }: { title?: string; empty: string | null; children: ReactNode }) {
  return (
    <section>
      {title && (
        <Title order={2} size="h3" mt="lg" mb="xs">
          {title}
        </Title>
      )}
      {empty ? <Text c="dimmed">{empty}</Text> : <div className={classes.group}>{children}</div>}
    </section>
  );
}

function Duty({ duty }: { duty: Mandate['duties'][number] }) {
  const t = useText(mandatesScreenTexts);
  const print = useUnits();
  const { clause, name, norm, measured, onBehalfOf, cadence } = duty;
  return (
    <div className={classes.duty}>
      <span className={classes.clause}>{clause.number}</span>
      <div>
        <Text fw={600}>
          {name} {onBehalfOf && <StatusBadge tone="info" label={t('mandates.for', { name: onBehalfOf.name })} />}
        </Text>
        <Text size="sm">{norm}</Text>
        <Text size="sm" c="dimmed">
          {clause.text}
        </Text>
      </div>
      {measured ? (
        <div>
          <BulletChart
            label={t(`mandates.period.${cadence || 'on-event'}` as 'mandates.period.daily')}
            plan={measured.required}
            fact={measured.done}
            format={(value) => print(value, measured.unit)}
          />
          {(measured.late > 0 || measured.missed > 0) && (
            <Text size="xs" c="dimmed" className="numerals">
              {t('mandates.late-missed', {
                late: print(measured.late, measured.unit),
                missed: print(measured.missed, measured.unit),
              })}
            </Text>
          )}
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {t('mandates.not-measured')}
        </Text>
      )}
    </div>
  );
}

function Right({ right }: { right: Mandate['rights'][number] }) {
  const t = useText(mandatesScreenTexts);
  const print = useUnits();
  const { clause, name, limit, limits, onBehalfOf, kept } = right;
  const used = limits.filter((each) => each.used !== null && each.limit !== null);
  return (
    <div className={classes.duty}>
      <span className={classes.clause}>{clause.number}</span>
      <div>
        <Text fw={600}>
          {name} {onBehalfOf && <StatusBadge tone="info" label={t('mandates.for', { name: onBehalfOf.name })} />}
        </Text>
        <Text size="sm" c="dimmed">
          {clause.text}
        </Text>
      </div>
      <div>
        <Text className="numerals">{limit}</Text>
        {used.map((each) => (
          <Text key={`${each.permit} ${each.dimension}`} size="sm" className="numerals">
            {t('mandates.left', { left: print(each.left ?? 0, each.unit), limit: print(each.limit ?? 0, each.unit) })}
          </Text>
        ))}
        {limits.map((each) => (
          <Beyond
            key={`${each.permit} ${each.dimension}`}
            limit={each}
            among={limits.filter(({ dimension }) => dimension !== null).length}
          />
        ))}
        {kept && <Kept kept={kept} />}
      </div>
    </div>
  );
}

/** Who above may decide beyond a limit, the nearest first: the same whom a request goes to. */
function Beyond({ limit, among }: { limit: Mandate['rights'][number]['limits'][number]; among: number }) {
  const t = useText(mandatesScreenTexts);
  const say = useSay();
  const print = useUnits();
  if (limit.beyond.length === 0) return null;
  const { permit, dimension, unit } = limit;
  const of = say(`limit.${permit}.${dimension}`, undefined, say(`limit.${dimension}`, undefined, dimension ?? ''));
  return (
    <Text size="sm" c="dimmed" className="numerals">
      {among > 1 ? t('mandates.beyond-of', { of }) : t('mandates.beyond')}{' '}
      {limit.beyond
        .map(({ employee, position, limit: further }) =>
          t(further === null ? 'mandates.beyond-any' : 'mandates.beyond-to', {
            name: employee.name,
            position,
            limit: further === null ? '' : print(further, unit),
          }),
        )
        .join('; ')}
    </Text>
  );
}

/** How the service that a right promises was kept lately. */
function Kept({ kept }: { kept: NonNullable<Mandate['rights'][number]['kept']> }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const { required, done, late, missed } = kept;
  const last = Temporal.PlainDate.from(kept.to).subtract({ days: 1 }).toString();
  const days = { from: format.date(kept.from), until: format.date(last) };
  if (required === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('mandates.kept-none', days)}
      </Text>
    );
  return (
    <>
      <StatusBadge
        tone={missed > 0 ? 'bad' : late > 0 ? 'warning' : 'good'}
        label={t('mandates.kept', { done: format.number(done), required: format.number(required) })}
      />
      <Text size="sm" c="dimmed" className="numerals">
        {t('mandates.kept-of', { ...days, late: format.number(late), missed: format.number(missed) })}
      </Text>
      <Evidence {...kept} />
    </>
  );
}
