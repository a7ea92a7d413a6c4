import { Text } from '@mantine/core';
import type { FormField } from '#kernel/form-field.ts';
import { useSchemaWords } from '#platform/web/form/schema-words.ts';

/** The value of a setting in words, a line for each of its parts. */
export function SettingValue({ owner, form, value }: { owner: string; form: FormField; value: unknown }) {
  const lines = useSchemaWords(owner).lines(form, value);
  return (
    <div>
      {lines.map(({ key, label, value: said }) => (
        <Text key={key} size="sm" lineClamp={4}>
          {label && (
            <Text span c="dimmed" inherit>
              {label}:{' '}
            </Text>
          )}
          {said}
        </Text>
      ))}
    </div>
  );
}
