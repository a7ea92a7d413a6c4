import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asProblem, type Problem } from './problem.ts';
import type { Icon } from './screen.ts';
import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

const icons: Readonly<Record<number, Icon>> = { 0: IconCloudOff, 403: IconLock, 404: IconSearchOff };

/** The sentence of a problem; where the server gave none, ours. */
export function useSentence(): (problem: Problem) => string {
  const t = useText(shellTexts);
  return (problem) => {
    if (problem.code === 'web.offline') return t('web.offline');
    return problem.document.detail || t('web.unexpected', { status: problem.status });
  };
}

/** A reading that failed: what happened, what to do. */
export function ProblemView({ problem, onRetry }: { problem: unknown; onRetry?: () => void }): ReactNode {
  const t = useText(shellTexts);
  const sentence = useSentence();
  const told = asProblem(problem);
  const Icon = icons[told.status] ?? IconAlertTriangle;
  return (
    <Stack align="center" gap={6} py="xl" px="md" ta="center" role="alert">
      <Text c="dimmed" component="span" aria-hidden lh={0}>
        <Icon size={30} stroke={1.4} />
      </Text>
      <Text fw={600}>
        {told.document.title || t(told.code === 'web.offline' ? 'web.offline.title' : 'web.unexpected.title')}
      </Text>
      <Text c="dimmed" size="sm" maw={480}>
        {sentence(told)}
      </Text>
      {onRetry && (
        <Group mt={8}>
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('web.retry')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
