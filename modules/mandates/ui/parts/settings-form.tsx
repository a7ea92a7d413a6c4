import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { formField } from '#kernel/form-field.ts';
import { call } from '#platform/web/call.ts';
import { dividedReasons } from '#platform/web/form/field-faults.ts';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { SchemaFields, useSchemaFaults } from '#platform/web/form/schema-fields.tsx';
import type { Problem } from '#platform/web/problem.ts';
import { useText } from '#platform/web/texts.ts';
import { sayBinding } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Kind } from './binding-panel.tsx';

type Settings = Record<string, unknown>;

/** The settings of a duty, right or pay rule: a field for each, made from the kind's schema, and the whole in words. */
export function SettingsForm(props: {
  kind: Kind;
  settings: Settings;
  label: string;
  act: { readonly problem: Problem | null; readonly isPending: boolean };
  /** Offers the button even when nothing was changed. */
  always?: boolean;
  onSend: (settings: Settings) => void;
}) {
  const { kind, settings, label, act, always = false, onSend } = props;
  const t = useText(mandatesScreenTexts);
  const made = useMemo(() => formField(kind.schema, kind.units), [kind]);
  const faults = useSchemaFaults(kind.key);
  const form = useForm({
    initialValues: { settings },
    validate: ({ settings: typed }) => faults(made, typed, 'settings'),
  });
  const { problem } = act;
  const divided = useMemo(
    () => (problem ? dividedReasons(problem, form.getValues()) : null),
    [problem, form.getValues],
  );
  useEffect(() => {
    if (divided) form.setErrors(divided.fields);
  }, [divided, form.setErrors]);
  const typed = form.values.settings;
  const changed = JSON.stringify(typed) !== JSON.stringify(settings);
  return (
    <form onSubmit={form.onSubmit(({ settings: sent }) => onSend(sent))} noValidate>
      <SchemaFields
        owner={kind.key}
        form={made}
        value={typed}
        onChange={(next) => form.setValues({ settings: next as Settings })}
        errors={form.errors}
        at="settings"
      />
      <InWords kind={kind} settings={typed} />
      {divided && divided.others.length > 0 && <RefusalBanner problem={problem} reasons={divided.others} />}
      {(changed || always) && (
        <Button type="submit" size="compact-sm" mt={6} loading={act.isPending}>
          {label}
        </Button>
      )}
      {made.fields.length === 0 && !always && (
        <Text size="xs" c="dimmed">
          {t('mandates.no-settings')}
        </Text>
      )}
    </form>
  );
}

/** The norm, limit or rate as the document says it, while it is typed; silent while it does not fit, as its field says why. */
function InWords({ kind, settings }: { kind: Kind; settings: Settings }) {
  const [asked] = useDebouncedValue(settings, 250);
  const body = { kind: kind.kind, key: kind.key, settings: asked };
  const words = useQuery({
    queryKey: [sayBinding.id, body],
    queryFn: ({ signal }) => call(sayBinding, { body, signal }),
    placeholderData: (before) => before,
    staleTime: 600_000,
  });
  if (!words.data || words.data.fault) return null;
  return (
    <Text size="sm" mt={6} aria-live="polite">
      {words.data.said}
    </Text>
  );
}
