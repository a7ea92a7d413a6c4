import { Alert, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { Go } from '#platform/web/go.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { similarClients } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

/** Warns, while it is typed, of clients that may be the same. */
export function SimilarWarning({ name, taxNumber }: { name: string; taxNumber: string }) {
  const t = useText(texts);
  const [asked] = useDebouncedValue({ name: name.trim(), taxNumber: taxNumber.trim() }, 300);
  const worth = asked.name.length >= 3 || asked.taxNumber.length >= 5;
  const read = useRead(similarClients, { query: asked }, { enabled: worth, keep: true });
  const items = worth ? (read.data?.items ?? []) : [];
  if (items.length === 0) return <div aria-live="polite" />;
  return (
    <Alert aria-live="polite" color="yellow" icon={<IconCopy size={18} />}>
      <Text size="sm" fw={600}>
        {t('clients.similar')}
      </Text>
      <List size="sm" spacing={2}>
        {items.map((each, index) => (
          <List.Item key={each.id ?? index}>
            {each.id ? (
              <Go to={`/clients/${each.id}`}>
                {t('clients.similar-line', { name: each.name, city: each.city || '—', keeper: each.keeper })}
              </Go>
            ) : (
              t('clients.similar-hidden', { keeper: each.keeper })
            )}
            {each.sameTaxNumber && ` · ${t('clients.similar-tax')}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
