import type { ReactNode } from 'react';
import { notify } from '../notify.ts';
import { Panel } from '../panel.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { PasswordForm } from './password-form.tsx';

/** A new password ends every other session. */
export function ChangePassword(): ReactNode {
  const t = useText(shellTexts);
  return (
    <Panel title={t('web.password')} hint={t('web.password.hint')}>
      <PasswordForm
        current={t('web.password.current')}
        submit={t('web.password.change')}
        onChanged={() => notify('good', t('web.password.changed'))}
      />
    </Panel>
  );
}
