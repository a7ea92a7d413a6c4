import { ActionIcon, Button, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { ListControl } from './use-list-state.ts';
import { columnWord } from './words.ts';

/** Which columns are shown; the choice is remembered for this list on this device. The first always stands. */
export function ColumnsMenu({
  list,
  control,
  fixed,
}: {
  list: List;
  control: ListControl;
  fixed: Readonly<Record<string, string>>;
}): ReactNode {
  const t = useText(shellTexts);
  const [open, setOpen] = useState(false);
  const { columns } = control.state;
  const names = Object.keys(list.columns).filter((name) => fixed[name] === undefined);
  const usual = names.filter((name) => !list.columns[name]?.hidden);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('web.list.columns')} disabled={open}>
          <ActionIcon size={30} aria-label={t('web.list.columns')} aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconColumns3 size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('web.list.columns')}>
        <Checkbox.Group
          value={[...columns]}
          onChange={(next) => control.showColumns(names.filter((name, index) => index === 0 || next.includes(name)))}
          aria-label={t('web.list.columns')}
        >
          <Stack gap={8} mah={360} pr="md" style={{ overflowY: 'auto' }}>
            {names.map((name, index) => (
              <Checkbox key={name} value={name} label={columnWord(list, name)} disabled={index === 0} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => control.showColumns(usual)}>
          {t('web.list.usual-columns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
