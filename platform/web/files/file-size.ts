import { useFormat } from '../format.ts';
import { useText } from '../texts.ts';
import { fileTexts } from './texts.ts';

/** A size as a person reads it: `340 KB`, `1.4 MB`; the function takes bytes. */
export function useFileSize(): (bytes: number) => string {
  const t = useText(fileTexts);
  const { number } = useFormat();
  return (bytes) => {
    if (bytes < 1000) return t('web.files.size', { unit: 'bytes', value: number(bytes) });
    if (bytes < 1_000_000) return t('web.files.size', { unit: 'kilobytes', value: number(Math.round(bytes / 1000)) });
    return t('web.files.size', { unit: 'megabytes', value: number(Math.round(bytes / 100_000) / 10) });
  };
}
