import { Stack, Text } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Icon } from './screen.ts';

/** Says why there is nothing, and offers the next step. */
export function EmptyState(props: { title: string; hint?: ReactNode; action?: ReactNode; icon?: Icon }): ReactNode {
  const Icon = props.icon ?? IconMoodEmpty;
  return (
    <Stack align="center" gap={6} py="xl" px="md" ta="center">
      <Text c="dimmed" component="span" aria-hidden lh={0}>
        <Icon size={30} stroke={1.4} />
      </Text>
      <Text fw={600}>{props.title}</Text>
      {props.hint && (
        <Text c="dimmed" size="sm" maw={440}>
          {props.hint}
        </Text>
      )}
      {props.action && <div style={{ marginTop: 8 }}>{props.action}</div>}
    </Stack>
  );
}
