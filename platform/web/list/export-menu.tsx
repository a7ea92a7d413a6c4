import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { List } from '#platform/lists/define.ts';
import { download } from '../call.ts';
import { useMay } from '../me.ts';
import { notify } from '../notify.ts';
import { asProblem } from '../problem.ts';
import { useSentence } from '../problem-view.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

type ExportProps = {
  readonly list: List;
  readonly query: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
};

/** The list as a file, as it is filtered, sorted and shown. */
export function ExportMenu({ list, query, columns }: ExportProps): ReactNode {
  const t = useText(shellTexts);
  const sentence = useSentence();
  const may = useMay(list.exported.permit);
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const fetchAs = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    try {
      await download(list.exported, { query: { ...query, format, columns: columns.join(',') } });
    } catch (error) {
      notify('bad', sentence(asProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('web.list.export')}>
          <ActionIcon size={30} loading={busy} aria-label={t('web.list.export')}>
            <IconDownload size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} stroke={1.6} />} onClick={() => void fetchAs('xlsx')}>
          {t('web.list.export.xlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} stroke={1.6} />} onClick={() => void fetchAs('csv')}>
          {t('web.list.export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
