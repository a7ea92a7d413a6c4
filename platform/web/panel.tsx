import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PanelProps = {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** A part of a page with a heading of its own. */
export function Panel({ title, hint, actions, children }: PanelProps): ReactNode {
  return (
    <Paper component="section" p="md">
      <Group justify="space-between" align="flex-start" mb="sm" wrap="nowrap">
        <div>
          <Title order={2}>{title}</Title>
          {hint && (
            <Text c="dimmed" size="sm">
              {hint}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
