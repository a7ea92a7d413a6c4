import { List, Text } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import type { previewHandover } from '../../endpoints-keepers.ts';
import { texts } from '../../texts.ts';

type Open = EndpointReply<typeof previewHandover>['open'];

/** What is open with clients that change hands, each line with the records behind it. */
export function OpenMatters({ open }: { open: Open }) {
  const t = useText(texts);
  const say = useSay();
  const format = useFormat();
  const matters = Object.entries(open).filter(([, { count }]) => count > 0);
  if (matters.length === 0) return <Text size="sm">{t('clients.handover.nothing-open')}</Text>;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('clients.hand-over-open')}
      </Text>
      <List size="sm">
        {matters.map(([key, { count, amount, href }]) => {
          const what = say(`handover.${key}`);
          const line =
            amount === null
              ? t('clients.hand-over-open-line', { what, count })
              : t('clients.hand-over-open-amount', { what, count, amount: format.money(amount) });
          return <List.Item key={key}>{href ? <Go to={href}>{line}</Go> : line}</List.Item>;
        })}
      </List>
    </div>
  );
}
