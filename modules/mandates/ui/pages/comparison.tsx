import { Switch, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useAddressState, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { compareVersions } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';

type Change = EndpointReply<typeof compareVersions>['changes'][number];
const tones: Readonly<Record<string, Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'warning',
  moved: 'info',
  same: 'neutral',
};

/** Two versions side by side, clause by clause. */
export default function ComparisonPage() {
  const t = useText(mandatesScreenTexts);
  const id = usePathParam('id');
  const [withId] = useAddressState('with', '');
  const [all, setAll] = useAddressState('all', '');
  const read = useRead(compareVersions, { params: { id }, query: { with: withId } });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const { before, after, changes } = read.data;
  const shown = changes.filter(({ change }) => all !== '' || change !== 'same');
  return (
    <Page
      title={t('mandates.comparison-of', { before: before.number, after: after.number })}
      actions={
        <Switch
          label={t('mandates.also-same')}
          checked={all !== ''}
          onChange={(event) => setAll(event.currentTarget.checked ? '1' : '')}
        />
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={t('mandates.no-changes')} />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('mandates.column.change')}</th>
                <th scope="col">{t('mandates.version-number', { number: before.number })}</th>
                <th scope="col">{t('mandates.version-number', { number: after.number })}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <tr key={(change.after ?? change.before)?.identity}>
                  <td>
                    <StatusBadge
                      tone={tones[change.change] ?? 'neutral'}
                      label={t(`mandates.change.${change.change}` as 'mandates.change.added')}
                    />
                    {change.fields.map((field) => (
                      <Text size="xs" c="dimmed" key={field}>
                        {t(`mandates.field.${field}` as 'mandates.field.text')}
                      </Text>
                    ))}
                  </td>
                  <td>
                    <Side clause={change.before} />
                  </td>
                  <td>
                    <Side clause={change.after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

function Side({ clause }: { clause: Change['before'] }) {
  if (!clause) return null;
  return (
    <>
      <Title order={2} size="h6">
        {clause.number}
      </Title>
      <Text size="sm">{clause.text}</Text>
      {clause.bindings.map((bound) => (
        <Text size="xs" c="dimmed" key={bound.id}>
          {bound.name}: {bound.said}
        </Text>
      ))}
    </>
  );
}
