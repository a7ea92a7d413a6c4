import { Text } from '@mantine/core';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useLanguage } from '#platform/web/language.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { listTemplates } from '../../endpoints-descriptions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';

/** The templates that the product brings, and whether all that they bind is installed. */
export default function TemplatesPage() {
  const t = useText(mandatesScreenTexts);
  const language = useLanguage();
  const read = useRead(listTemplates, {});
  if (!read.data) return <Awaiting read={read} like="list" />;
  return (
    <Page title={t('mandates.templates')} subtitle={t('mandates.templates-hint')}>
      <table className={classes.table}>
        <tbody>
          {read.data.items.map(({ key, title, clauses, unregistered }) => (
            <tr key={key}>
              <td>
                <Text fw={600}>{title[language]}</Text>
              </td>
              <td className="number">{t('mandates.clauses', { count: clauses })}</td>
              <td>
                {unregistered.length === 0 ? (
                  <StatusBadge tone="good" label={t('mandates.all-bound')} />
                ) : (
                  <StatusBadge tone="warning" label={t('mandates.came-unbound', { kinds: unregistered.join(', ') })} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
