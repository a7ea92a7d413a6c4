import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartPie, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { BareLink, Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import { historyHref } from '../../rules/figure-address.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';

type Props = {
  readonly name: string;
  readonly note?: string;
  readonly to: string;
  readonly metric: string;
  readonly departmentId: string;
  readonly employeeId?: string;
  readonly from: string;
};

/** Whose plans a row of the sheet holds, with the ways to their parts and their history. */
export function BearerHead({ name, note, to, metric, departmentId, employeeId, from }: Props): ReactNode {
  const t = useText(plansScreenTexts);
  const whose = employeeId ? { employee: employeeId } : { department: departmentId };
  const parts = `/plan/sheet/parts?department=${departmentId}${employeeId ? `&employee=${employeeId}` : ''}&from=${from}`;
  const ways = [
    ...(metric === 'sales' ? [{ label: t('plans.parts-of', { name }), to: parts, Icon: IconChartPie }] : []),
    { label: t('plans.history-of', { name }), to: historyHref(whose, metric), Icon: IconHistory },
  ];
  return (
    <div className={classes.bearer}>
      <div>
        <Go to={to}>{name}</Go>
        {note && <div className={classes.explained}>{note}</div>}
      </div>
      <div className={classes.acts}>
        {ways.map(({ label, to: href, Icon }) => (
          <Tooltip key={href} label={label}>
            <ActionIcon
              component={BareLink as unknown as 'a'}
              {...({ to: href } as object)}
              variant="subtle"
              color="gray"
              aria-label={label}
            >
              <Icon size={17} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </div>
  );
}
