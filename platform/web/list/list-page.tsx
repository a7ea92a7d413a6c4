import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useGo } from '../address.ts';
import { keyWords, useKeys } from '../keys.ts';
import { grants, useMe } from '../me.ts';
import { useSay } from '../texts.ts';
import { type DataListProps, ListBody } from './data-list.tsx';
import classes from './list-page.module.css';

type ListPageProps = DataListProps & {
  /** Without one, the text `list.<key>`. */
  readonly title?: ReactNode;
  /** What begins a new record: key `n`. */
  readonly create?: { readonly label: string; readonly permit: string } & (
    | { readonly href: string }
    | { readonly run: () => void }
  );
  readonly actions?: ReactNode;
  /** Above the list: figures, a picture. */
  readonly above?: ReactNode;
};

/** A list as a page: its state is in the address, so that it can be sent to a colleague. */
export function ListPage({ title, create, actions, above, ...list }: ListPageProps): ReactNode {
  const say = useSay();
  const who = useMe();
  const go = useGo();
  const begin = create && grants(who, create.permit) ? create : undefined;
  const start = () => begin && ('href' in begin ? go(begin.href) : begin.run());
  useKeys(begin ? [{ keys: 'n', label: begin.label, run: start }] : []);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{title ?? say(`list.${list.list.key}`)}</Title>
        <div className={classes.actions}>
          {actions}
          {begin && (
            <Button
              leftSection={<IconPlus size={16} />}
              onClick={start}
              title={`${begin.label} (${keyWords('n').join('')})`}
            >
              {begin.label}
            </Button>
          )}
        </div>
      </div>
      {above && <div className={classes.above}>{above}</div>}
      <ListBody {...list} embedded={false} />
    </div>
  );
}
