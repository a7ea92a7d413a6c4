import { Text } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import type { readMyMandate } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';

type Position = EndpointReply<typeof readMyMandate>['positions'][number];
const sections = [1, 2, 3, 4, 5] as const;

/** A job description as it is in force: since when, who approved it, whether it is signed; its sections, to be opened. */
export function DescriptionInForce({ position }: { position: Position }) {
  const t = useText(mandatesScreenTexts);
  const { versionId, descriptionTitle, number, clauses, onBehalfOf } = position;
  return (
    <article className={classes.inForce}>
      <Text fw={600}>
        <Go to={`/job-descriptions/versions/${versionId}`}>
          {t('mandates.titled-version', { title: descriptionTitle, number })}
        </Go>
        {onBehalfOf && ` (${t('mandates.for', { name: onBehalfOf.name })})`}
      </Text>
      <Standing position={position} />
      {sections.map((section) => {
        const own = clauses.filter((clause) => clause.section === section);
        if (own.length === 0) return null;
        return (
          <details key={section}>
            <summary>
              {section}. {t(`mandates.section.${section}`)}{' '}
              <Text span size="sm" c="dimmed">
                {t('mandates.clauses', { count: own.length })}
              </Text>
            </summary>
            {own.map((clause) => (
              <div key={clause.id} className={classes.inForceClause}>
                <span className={classes.clause}>{clause.number}</span>
                <span>{clause.text}</span>
              </div>
            ))}
          </details>
        );
      })}
    </article>
  );
}

function Standing({ position }: { position: Position }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const { inForce, approvedBy, approvedOn, approvalKind, approvalNumber, reviewDueOn, signedAt, versionId } = position;
  const day = (date: string | null) => (date ? format.date(date) : '');
  const said = [
    t(inForce.to ? 'mandates.valid-until' : 'mandates.valid', { from: day(inForce.from), to: day(inForce.to) }),
    ...(approvedBy && approvedOn
      ? [
          t(approvalKind === 'order' ? 'mandates.approved-by-order' : 'mandates.approved-by-stamp', {
            name: approvedBy.name,
            day: format.date(approvedOn),
            number: approvalNumber ?? '',
          }),
        ]
      : []),
    ...(reviewDueOn ? [t('mandates.to-review-by', { day: format.date(reviewDueOn) })] : []),
    ...(position.onBehalfOf
      ? []
      : [signedAt ? t('mandates.signed-at', { when: format.dateTime(signedAt) }) : t('mandates.not-signed-yet')]),
  ];
  return (
    <Text size="sm" c="dimmed">
      {said.join(' · ')} ·{' '}
      <Go to={`/job-descriptions/versions/${versionId}?tab=documents`} underline="always">
        {t('mandates.documents')}
      </Go>
    </Text>
  );
}
