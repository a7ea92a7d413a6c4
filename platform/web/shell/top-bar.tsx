import { ActionIcon } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconCloudOff, IconKeyboard, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keyWords } from '../keys.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { InboxButton } from './inbox-button.tsx';
import { MeButton } from './me-button.tsx';
import classes from './top-bar.module.css';

type TopProps = { readonly phone: boolean; readonly onSearch: () => void; readonly onKeys: () => void };

/** Search and command, the inbox, and me. What opens is loaded when it is first reached for. */
export function TopBar({ phone, onSearch, onKeys }: TopProps): ReactNode {
  const t = useText(shellTexts);
  const { online } = useNetwork();
  return (
    <section className={classes.top} aria-label={t('web.top')}>
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.8} />
        <span className="clip">{t('web.search')}</span>
        <kbd className={classes.keys}>{keyWords('mod+k').join(' ')}</kbd>
      </button>
      <div className={classes.right}>
        {!online && (
          <span className={classes.offline} data-tone="warning" role="status" title={t('web.no-network.hint')}>
            <IconCloudOff size={15} aria-hidden />
            {t('web.no-network')}
          </span>
        )}
        {!phone && (
          <ActionIcon size={34} onClick={onKeys} aria-label={t('web.keys')} title={`${t('web.keys')} (?)`}>
            <IconKeyboard size={19} stroke={1.6} />
          </ActionIcon>
        )}
        <InboxButton />
        <MeButton />
      </div>
    </section>
  );
}
