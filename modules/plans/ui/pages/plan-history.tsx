import { Button } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useSearch } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { planRevisions } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { CompareRevisions } from '../parts/compare-revisions.tsx';

const one = /^[0-9a-f-]{36}$/;

/** Who changed a plan, when, from which figure to which, and why? */
export default function PlanHistoryPage() {
  const t = useText(plansScreenTexts);
  const [{ employee, department, metric, month, compare }, change] = useSearch();
  const asked =
    employee && one.test(employee)
      ? { employee, metric: metric ?? 'sales' }
      : department && one.test(department)
        ? { department, metric: metric ?? 'sales' }
        : null;
  return (
    <ListPage
      list={planRevisions}
      tones={{ state: { draft: 'warning', 'in-force': 'good', superseded: 'neutral', 'former-draft': 'neutral' } }}
      actions={
        asked && (
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
            aria-expanded={compare === '1'}
            onClick={() => change({ compare: compare === '1' ? undefined : '1' })}
          >
            {t('plans.compare')}
          </Button>
        )
      }
      above={asked && compare === '1' && <CompareRevisions key={JSON.stringify(asked)} asked={asked} month={month} />}
      empty={<EmptyState title={t('plans.no-history')} hint={t('plans.no-history-hint')} />}
    />
  );
}
