import { Button, JsonInput, Modal } from '@mantine/core';
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
export function SettingForm({ setting }: { setting: { key: string; value: unknown } }) {
  const t = useText(organizationTexts);
  const say = useSay();
  const { today } = useMe();
  const [open, setOpen] = useState(false);
  const form = useForm({
    initialValues: { value: JSON.stringify(setting.value, null, 2), validFrom: today as string | null },
    validate: { value: (text) => (parsed(text) === undefined ? t('organization.not-json') : null) },
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
            save.act({ params: { key: setting.key }, body: { value: parsed(value), validFrom: validFrom ?? '' } })
          }
        >
          <JsonInput label={t('organization.value')} autosize minRows={3} {...form.getInputProps('value')} />
          <DateField label={t('organization.from')} required {...form.getInputProps('validFrom')} />
        </FormFrame>
      </Modal>
    </>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
