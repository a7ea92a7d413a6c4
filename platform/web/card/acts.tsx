import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { askOnce } from '../ask-once.tsx';
import { keyWords, useKeys } from '../keys.ts';
import type { Icon } from '../screen.ts';
import { shellTexts } from '../shell-texts.ts';
import { useSay, useText } from '../texts.ts';

/** True: offered. Codes of refusals: shown, disabled, with their sentences. False or no code: left out. */
export type Can = boolean | readonly string[];

export type ActOffer = {
  readonly key: string;
  readonly label: string;
  readonly icon?: Icon;
  readonly can?: Can;
  /** Keyboard, e.g. `e`. */
  readonly keys?: string;
  readonly run: () => void;
  readonly danger?: boolean;
  /** Names the consequence; asked once before it runs. */
  readonly confirm?: string;
  readonly busy?: boolean;
};

/** The acts of a record: as many buttons as `buttons` says, the rest in a menu under the key `.`. */
export function Acts({ acts, buttons = 2 }: { acts: readonly ActOffer[]; buttons?: number }): ReactNode {
  const t = useText(shellTexts);
  const [open, setOpen] = useState(false);
  const offered = acts.filter(({ can = true }) => can === true || (can !== false && can.length > 0));
  const shown = offered.filter((act) => !act.danger).slice(0, buttons);
  const rest = offered.filter((act) => !shown.includes(act));
  useKeys([
    ...offered.flatMap((act) =>
      act.keys && isOpen(act) ? [{ keys: act.keys, label: act.label, run: () => start(act) }] : [],
    ),
    ...(rest.length > 0 ? [{ keys: '.', label: t('web.acts'), run: () => setOpen(true) }] : []),
  ]);
  return (
    <>
      {shown.map((act, index) => (
        <ActButton key={act.key} act={act} first={index === 0} />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end" opened={open} onChange={setOpen}>
          <Menu.Target>
            <Tooltip label={`${t('web.acts')} (.)`}>
              <ActionIcon variant="default" size={36} aria-label={t('web.acts')}>
                <IconDots size={18} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((act) => (
              <ActLine key={act.key} act={act} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function ActButton({ act, first }: { act: ActOffer; first: boolean }): ReactNode {
  const { why } = useReasons();
  const reasons = why(act);
  const hint = reasons || (act.keys ? `${act.label} (${keyWords(act.keys).join(' ')})` : '');
  const button = (
    <Button
      variant={first ? 'filled' : 'default'}
      leftSection={act.icon && <act.icon size={16} stroke={1.7} />}
      loading={act.busy ?? false}
      onClick={() => isOpen(act) && start(act)}
      {...(!isOpen(act) && { 'data-disabled': true, 'aria-disabled': true })}
    >
      {act.label}
    </Button>
  );
  return hint ? (
    <Tooltip label={hint} multiline maw={340}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

function ActLine({ act }: { act: ActOffer }): ReactNode {
  const { why } = useReasons();
  const reasons = why(act);
  return (
    <Menu.Item
      leftSection={act.icon && <act.icon size={16} stroke={1.7} />}
      rightSection={act.keys && <kbd>{keyWords(act.keys).join(' ')}</kbd>}
      {...(act.danger && { color: 'red' })}
      {...(!isOpen(act) && { 'data-disabled': true, 'aria-disabled': true, closeMenuOnClick: false })}
      onClick={() => isOpen(act) && start(act)}
    >
      {act.label}
      {reasons && <div style={{ fontSize: 12, maxWidth: 300, whiteSpace: 'normal' }}>{reasons}</div>}
    </Menu.Item>
  );
}

function useReasons(): { why: (act: ActOffer) => string } {
  const say = useSay();
  const t = useText(shellTexts);
  const sentence = (code: string) => say(`refusal.${code}`, { permit: '' }, t('web.not-now'));
  return { why: (act) => (typeof act.can === 'object' ? act.can.map(sentence).join(' ') : '') };
}

function isOpen(act: ActOffer): boolean {
  return act.can === undefined || act.can === true;
}

function start(act: ActOffer): void {
  if (act.confirm)
    askOnce({
      title: act.label,
      consequence: act.confirm,
      label: act.label,
      danger: act.danger ?? false,
      run: act.run,
    });
  else act.run();
}
