import { Group, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemView } from './problem-view.tsx';
import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

type Kind = 'desk' | 'card' | 'list' | 'form';
type Reading = { readonly error: unknown; readonly refetch: () => unknown };

/** What stands where a reading will be: the outline of what comes, or the problem with "try again". */
export function Awaiting({ read, like = 'desk' }: { read: Reading; like?: Kind }): ReactNode {
  const t = useText(shellTexts);
  if (read.error) return <ProblemView problem={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div role="status" aria-label={t('web.loading')} style={{ padding: 'var(--mantine-spacing-md)' }}>
      {outlines[like]}
    </div>
  );
}

/** The outline of lines: of a list, a table, a timeline. */
export function LinesSkeleton({ lines = 8, height = 20 }: { lines?: number; height?: number }): ReactNode {
  return (
    <Stack gap={14}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={index} height={height} width={`${96 - ((index * 13) % 30)}%`} />
      ))}
    </Stack>
  );
}

const figures = (
  <Group gap="sm">
    {[0, 1, 2, 3].map((each) => (
      <Skeleton key={each} height={58} width={150} />
    ))}
  </Group>
);

const outlines: Readonly<Record<Kind, ReactNode>> = {
  desk: (
    <Stack gap="lg">
      <Skeleton height={26} width={220} />
      <LinesSkeleton lines={9} height={34} />
    </Stack>
  ),
  card: (
    <Stack gap="lg">
      <Skeleton height={26} width={320} />
      {figures}
      <LinesSkeleton />
    </Stack>
  ),
  list: <LinesSkeleton lines={12} />,
  form: (
    <Stack gap="lg" maw={460}>
      <LinesSkeleton lines={6} height={36} />
    </Stack>
  ),
};
