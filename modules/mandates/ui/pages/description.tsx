import { IconPlus } from '@tabler/icons-react';
import { useGo, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { draftNextVersion, readDescription } from '../../endpoints-descriptions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { standingTones } from '../parts/standing.ts';

/** A job description: its versions, newest first. */
export default function DescriptionPage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const go = useGo();
  const id = usePathParam('id');
  const read = useRead(readDescription, { params: { id } });
  const next = useAct(draftNextVersion, {
    invalidates: ['mandates'],
    onDone: ({ versionId }) => go(`/job-descriptions/versions/${versionId}`),
  });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const { title, position, department, versions, can } = read.data;
  return (
    <CardPage
      kind={t('mandates.description')}
      title={title}
      subtitle={`${position}, ${department}`}
      notice={<RefusalBanner problem={next.problem} />}
      acts={[
        {
          key: 'next',
          label: t('mandates.draft-next'),
          icon: IconPlus,
          can: can.draftNext,
          keys: 'n',
          busy: next.isPending,
          run: () => next.act({ params: { id } }),
        },
      ]}
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['version', 'standing', 'days', 'approved', 'review-due', 'compare'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`mandates.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((version, index) => {
              const former = versions[index + 1];
              const { inForce } = version;
              return (
                <tr key={version.id}>
                  <td>
                    <Go to={`/job-descriptions/versions/${version.id}`}>
                      {t('mandates.version-number', { number: version.number })}
                    </Go>
                  </td>
                  <td>
                    <StatusBadge
                      tone={standingTones[version.standing] ?? 'neutral'}
                      label={t(`mandates.standing.${version.standing}` as 'mandates.standing.draft')}
                    />
                  </td>
                  <td>
                    {inForce && [inForce.from, inForce.to].map((day) => (day ? format.date(day) : '')).join(' – ')}
                  </td>
                  <td>
                    {version.approvedOn && format.date(version.approvedOn)} {version.approvedBy?.name}
                  </td>
                  <td>{version.reviewDueOn && format.date(version.reviewDueOn)}</td>
                  <td>
                    {former && (
                      <Go to={`/job-descriptions/versions/${version.id}/comparison?with=${former.id}`}>
                        {t('mandates.with-version', { number: former.number })}
                      </Go>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </CardPage>
  );
}
