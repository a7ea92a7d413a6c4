import '@mantine/notifications/styles.layer.css';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { lazy, type ReactNode, Suspense } from 'react';
import { UndoKey } from '../undo.tsx';

const Palette = lazy(() => import('./palette.tsx'));
const KeysOverlay = lazy(() => import('./keys-overlay.tsx'));

/** What the first picture does not need: toasts, dialogs, the palette, the overlay of keys. */
export default function Afterwards({
  asked,
  onClose,
}: {
  asked: 'palette' | 'keys' | null;
  onClose: () => void;
}): ReactNode {
  return (
    <ModalsProvider>
      <Notifications position="bottom-right" limit={4} />
      <UndoKey />
      <Suspense>
        {asked === 'palette' && <Palette onClose={onClose} />}
        {asked === 'keys' && <KeysOverlay onClose={onClose} />}
      </Suspense>
    </ModalsProvider>
  );
}
