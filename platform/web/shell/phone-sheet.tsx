import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Group } from '../screens-context.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { RailGroups } from './rail.tsx';

/** All places, for the thumb. */
export default function PhoneSheet({ groups, onClose }: { groups: readonly Group[]; onClose: () => void }): ReactNode {
  const t = useText(shellTexts);
  return (
    <Drawer opened onClose={onClose} position="bottom" size="75%" title={t('web.rail')}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: closes after any link in it */}
      <div onClick={onClose}>
        <RailGroups groups={groups} />
      </div>
    </Drawer>
  );
}
