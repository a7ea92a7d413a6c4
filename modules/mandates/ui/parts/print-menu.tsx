import { Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useText } from '#platform/web/texts.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

type Printed = 'print-sheet' | 'print-description' | 'print-appraisal';
type OnPrint = (what: Printed, form: 'pdf' | 'docx', language: 'en' | 'ru') => void;

/** Prints each of the documents as PDF or Word, in either language. */
export function PrintMenu({ documents, onPrint }: { documents: readonly Printed[]; onPrint: OnPrint }) {
  const t = useText(mandatesScreenTexts);
  const choices = documents.flatMap((what) =>
    (['en', 'ru'] as const).flatMap((language) => (['pdf', 'docx'] as const).map((form) => ({ what, language, form }))),
  );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          style={{
            display: 'inline-flex',
            gap: 6,
            alignItems: 'center',
            border: 0,
            background: 'none',
            color: 'inherit',
            cursor: 'pointer',
            padding: '4px 0 8px',
          }}
        >
          <IconPrinter size={16} /> {t('mandates.print')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ what, language, form }) => (
          <Menu.Item key={`${what} ${language} ${form}`} onClick={() => onPrint(what, form, language)}>
            {t(`mandates.${what}`, {
              language: language === 'ru' ? 'Русский' : 'English',
              form: form === 'pdf' ? 'PDF' : 'Word',
            })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
