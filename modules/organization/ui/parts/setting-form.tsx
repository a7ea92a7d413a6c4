import { Button, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { FormField } from '#kernel/form-field.ts';
import { askOnce } from '#platform/web/ask-once.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { SchemaFields, useSchemaFaults } from '#platform/web/form/schema-fields.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { type readSettingHistory, setSetting } from '../../endpoints-company.ts';
import { listDepartments, listPositions } from '../../endpoints-staffing.ts';
import { organizationTexts } from '../../texts.ts';

type Setting = EndpointReply<typeof readSettingHistory>;
const company = 'company';

/** Chooses otherwise from a day on: for the company or, where the setting narrows, for a department or a position. */
export function SettingForm({ setting, form: made }: { setting: Setting; form: FormField }) {
  const t = useText(organizationTexts);
  const format = useFormat();
  const { today } = useMe();
  const faults = useSchemaFaults(setting.key);
  const form = useForm({
    initialValues: { value: setting.value, validFrom: today as string | null, scope: company as string | null },
    validate: ({ value }) => faults(made, value, 'value'),
  });
  // Everything that a setting decides may look different now.
  const save = useAct(setSetting, {
    invalidates: ['organization'],
    onDone: () => notify('good', t('organization.saved')),
  });
  const { scope, validFrom } = form.values;
  const send = (value: unknown) => {
    const [kind, id = ''] = (scope ?? company).split(' ');
    save.act({
      params: { key: setting.key },
      body: { value, validFrom: validFrom ?? '', ...(kind !== company && { scope: { kind: kind as 'position', id } }) },
    });
  };
  // What already is the default cannot go back to it.
  const chosen = scope !== company || setting.validFrom !== null || setting.next !== null;
  const asAbove = t(scope === company ? 'organization.as-default' : 'organization.as-above');
  return (
    <FormFrame
      form={form}
      act={save}
      label={t('organization.save')}
      send={({ value }) => send(value)}
      beside={
        chosen &&
        validFrom && (
          <Button
            variant="subtle"
            onClick={() =>
              askOnce({
                title: asAbove,
                consequence: t('organization.as-above-consequence', { day: format.date(validFrom) }),
                label: asAbove,
                run: () => send(null),
              })
            }
          >
            {asAbove}
          </Button>
        )
      }
    >
      {setting.narrows && (
        <PlaceField value={scope} onChange={(next) => form.setFieldValue('scope', next)} error={form.errors.scope} />
      )}
      <SchemaFields
        owner={setting.key}
        form={made}
        value={form.values.value}
        onChange={(next) => form.setValues({ value: next })}
        errors={form.errors}
        at="value"
      />
      <DateField label={t('organization.acts-from')} required {...form.getInputProps('validFrom')} />
    </FormFrame>
  );
}

/** For whom a choice acts; `kind id`, so that a department and a position cannot be taken for one another. */
function PlaceField(props: { value: string | null; onChange: (value: string | null) => void; error: React.ReactNode }) {
  const t = useText(organizationTexts);
  const departments = useRead(listDepartments, {});
  const positions = useRead(listPositions, { query: {} });
  return (
    <Select
      label={t('organization.acts-for')}
      searchable
      allowDeselect={false}
      {...props}
      data={[
        { value: company, label: t('organization.whole-company') },
        {
          group: t('organization.department'),
          items: (departments.data?.items ?? []).map(({ id, name }) => ({ value: `department ${id}`, label: name })),
        },
        {
          group: t('organization.position'),
          items: (positions.data?.items ?? []).map(({ id, title }) => ({ value: `position ${id}`, label: title })),
        },
      ]}
    />
  );
}
