import { Button } from '@mantine/core';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { listUnsigned, remindUnsigned } from '../../endpoints-signatures.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';

/** Who has not signed what is in force, longest first; one button reminds all of a version. */
export default function UnsignedPage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const read = useRead(listUnsigned, {});
  const remind = useAct(remindUnsigned, {
    invalidates: ['mandates'],
    onDone: ({ reminded }) => notify(reminded > 0 ? 'good' : 'info', t('mandates.reminded', { count: reminded })),
  });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, can } = read.data;
  if (items.length === 0) {
    return (
      <Page title={t('mandates.unsigned')}>
        <EmptyState title={t('mandates.all-signed')} />
      </Page>
    );
  }
  const versions = [...new Set(items.map(({ versionId }) => versionId))];
  const remindAll = () => {
    for (const id of versions) remind.act({ params: { id } });
  };
  return (
    <Page
      title={t('mandates.unsigned')}
      actions={
        can.remind && (
          <Button loading={remind.isPending} onClick={remindAll}>
            {t('mandates.remind-all')}
          </Button>
        )
      }
    >
      <RefusalBanner problem={remind.problem} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['employee', 'description', 'sent', 'reminded'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`mandates.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.id}>
                <td>
                  <Go to={`/people/${each.employee.id}`}>{each.employee.name}</Go>
                </td>
                <td>
                  <Go to={`/job-descriptions/versions/${each.versionId}?tab=signatures`}>
                    {t('mandates.titled-version', { title: each.title, number: each.number })}
                  </Go>
                </td>
                <td>{format.daysFromNow(each.sentAt)}</td>
                <td>{each.remindedAt && format.dateTime(each.remindedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}
