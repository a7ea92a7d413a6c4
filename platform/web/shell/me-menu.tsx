import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Language } from '#kernel/texts.ts';
import { chooseMyLanguage } from '#platform/http/endpoints.ts';
import { useGo } from '../address.ts';
import { call } from '../call.ts';
import { chooseScreenLanguage, useLanguage } from '../language.ts';
import { useMe } from '../me.ts';
import { readings } from '../query.ts';
import type { Icon } from '../screen.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { signOut } from './identity.ts';
import type { PopupProps } from './lazy-popup.tsx';
import classes from './me-menu.module.css';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;
/** Each language by its own name. */
const names: readonly [Language, string][] = [
  ['en', 'English'],
  ['ru', 'Русский'],
];

/** Me: who, which language, which look, out. */
export default function MeMenu({ open, onOpen, anchor }: PopupProps): ReactNode {
  const t = useText(shellTexts);
  const who = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const go = useGo();
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
    readings.clear();
  };
  return (
    <Menu opened={open} onChange={onOpen} position="bottom-end" width={250} returnFocus>
      <Menu.Target>{anchor}</Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <b className="clip">{who.employee.name}</b>
          <span className="clip">{who.positions.join(', ') || who.employee.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKey size={16} stroke={1.6} />} onClick={() => go('/me')}>
          {t('web.me.settings')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('web.language')}</Menu.Label>
        {names.map(([key, name]) => (
          <Choice
            key={key}
            icon={IconLanguage}
            label={name}
            chosen={key === language}
            onChoose={() => void speak(key)}
          />
        ))}
        <Menu.Label>{t('web.theme')}</Menu.Label>
        {schemes.map(([key, icon]) => (
          <Choice
            key={key}
            icon={icon}
            label={t(`web.theme.${key}`)}
            chosen={key === colorScheme}
            onChoose={() => setColorScheme(key)}
          />
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void leave()}>
          {t('web.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type ChoiceProps = { icon: Icon; label: string; chosen: boolean; onChoose: () => void };
function Choice({ icon: Icon, label, chosen, onChoose }: ChoiceProps): ReactNode {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      closeMenuOnClick={false}
      leftSection={<Icon size={16} stroke={1.6} />}
      rightSection={chosen && <IconCheck size={16} />}
      onClick={onChoose}
    >
      {label}
    </Menu.Item>
  );
}

/** The server remembers it too, for letters and for other devices; the screen does not wait for that. */
async function speak(language: Language): Promise<void> {
  await chooseScreenLanguage(language);
  await call(chooseMyLanguage, { body: { language } }).catch(() => undefined);
}
