import { ActionIcon, Tooltip } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconCloudOff, IconKeyboard, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keyWords } from '../keys.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { Inbox } from './inbox.tsx';
import { MeMenu } from './me-menu.tsx';
import classes from './top-bar.module.css';

type TopProps = { readonly phone: boolean; readonly onSearch: () => void; readonly onKeys: () => void };

/** Search and command, the inbox, and me. */
export function TopBar({ phone, onSearch, onKeys }: TopProps): ReactNode {
  const t = useText(shellTexts);
  const { online } = useNetwork();
  return (
    <header className={classes.top}>
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.8} />
        <span className="clip">{t('web.search')}</span>
        <kbd className={classes.keys}>{keyWords('mod+k').join(' ')}</kbd>
      </button>
      <div className={classes.right}>
        {!online && (
          <Tooltip label={t('web.no-network.hint')} multiline maw={280}>
            <span className={classes.offline} data-tone="warning" role="status">
              <IconCloudOff size={15} aria-hidden />
              {t('web.no-network')}
            </span>
          </Tooltip>
        )}
        {!phone && (
          <Tooltip label={`${t('web.keys')} (?)`}>
            <ActionIcon size={34} onClick={onKeys} aria-label={t('web.keys')}>
              <IconKeyboard size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Inbox />
        <MeMenu />
      </div>
    </header>
  );
}
