import { Button, Text } from '@mantine/core';
import { IconMicrophone, IconPlayerStop } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormat } from '../format.ts';
import { notify } from '../notify.ts';
import { useText } from '../texts.ts';
import { fileTexts } from './texts.ts';

/** Records what is said by the browser's microphone; nothing where the browser cannot. */
export function RecordVoice({ onDone }: { onDone: (file: File) => void }): ReactNode {
  const t = useText(fileTexts);
  const format = useFormat();
  const recorder = useRef<MediaRecorder | null>(null);
  const [recording, setRecording] = useState(false);
  useEffect(() => () => release(recorder.current), []);
  if (!window.isSecureContext || !navigator.mediaDevices || typeof MediaRecorder === 'undefined') return null;
  const begin = async () => {
    try {
      const made = new MediaRecorder(await navigator.mediaDevices.getUserMedia({ audio: true }));
      recorder.current = made;
      const pieces: Blob[] = [];
      made.ondataavailable = ({ data }) => pieces.push(data);
      made.onstop = () => {
        release(made);
        const at = format.dateTime(Temporal.Now.instant().toString()).replace(/[:,]/g, '');
        onDone(new File(pieces, t('web.files.recording-name', { at }), { type: made.mimeType }));
      };
      made.start();
      setRecording(true);
    } catch {
      notify('warning', t('web.files.no-microphone'));
    }
  };
  const end = () => {
    recorder.current?.stop();
    setRecording(false);
  };
  return (
    <>
      <Button
        variant={recording ? 'filled' : 'default'}
        {...(recording && { color: 'red' })}
        leftSection={recording ? <IconPlayerStop size={18} /> : <IconMicrophone size={18} />}
        onClick={() => (recording ? end() : void begin())}
      >
        {t(recording ? 'web.files.stop' : 'web.files.record')}
      </Button>
      <Text size="xs" role="status" c="dimmed">
        {recording && t('web.files.recording')}
      </Text>
    </>
  );
}

/** Gives the microphone back. */
function release(recorder: MediaRecorder | null): void {
  for (const track of recorder?.stream.getTracks() ?? []) track.stop();
}
