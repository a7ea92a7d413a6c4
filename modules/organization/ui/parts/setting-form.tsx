import { Button, JsonInput, Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useMe } from '#platform/web/me.ts';
import { useAct } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { setSetting } from '../../endpoints.ts';
import { organizationTexts } from '../../texts.ts';

/** Changes a setting from a day on. */
export function SettingForm({ setting }: { setting: { key: string; value: unknown; schema: unknown } }) {
  const t = useText(organizationTexts);
  const say = useSay();
  const { today } = useMe();
  const [open, setOpen] = useState(false);
  const text = isText(setting.schema);
  const form = useForm({
    initialValues: {
      value: text ? String(setting.value ?? '') : JSON.stringify(setting.value, null, 2),
      validFrom: today as string | null,
    },
    validate: { value: (typed) => (!text && parsed(typed) === undefined ? t('organization.not-json') : null) },
  });
  const close = () => setOpen(false);
  const save = useAct(setSetting, { invalidates: ['organization'], onDone: close });
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {t('organization.change')}
      </Button>
      <Modal opened={open} onClose={close} title={say(`setting.${setting.key}`)}>
        <FormFrame
          form={form}
          act={save}
          label={t('organization.save')}
          onCancel={close}
          send={({ value, validFrom }) =>
            save.act({
              params: { key: setting.key },
              body: { value: text ? value || null : parsed(value), validFrom: validFrom ?? '' },
            })
          }
        >
          {text ? (
            <Textarea
              label={t('organization.value')}
              autosize
              minRows={8}
              maxRows={24}
              spellCheck={false}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              {...form.getInputProps('value')}
            />
          ) : (
            <JsonInput label={t('organization.value')} autosize minRows={3} {...form.getInputProps('value')} />
          )}
          <DateField label={t('organization.from')} required {...form.getInputProps('validFrom')} />
        </FormFrame>
      </Modal>
    </>
  );
}

/** A text that may be absent is written as it is, not as JSON. */
function isText(schema: unknown): boolean {
  const { anyOf } = schema as { anyOf?: readonly { type?: string }[] };
  return anyOf?.some(({ type }) => type === 'string') === true && anyOf.some(({ type }) => type === 'null');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
