import { Button, Modal, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readings } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { SignInSteps } from './sign-in-steps.tsx';

/** The session ended while a page was open: sign in over it, so that nothing typed there is lost. */
export default function SignInAgain({ email, onDone }: { email: string; onDone: () => void }): ReactNode {
  const t = useText(shellTexts);
  const navigate = useNavigate();
  const another = async () => {
    await navigate({ to: '/sign-in' });
    readings.clear();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('web.sign-in.again')}
    >
      <Text size="sm" mb="md">
        {t('web.sign-in.again.hint')}
      </Text>
      <SignInSteps
        as={email}
        onDone={() => {
          onDone();
          void readings.invalidateQueries();
        }}
      />
      <Button variant="subtle" color="gray" size="compact-sm" mt="sm" onClick={() => void another()}>
        {t('web.sign-in.back')}
      </Button>
    </Modal>
  );
}
