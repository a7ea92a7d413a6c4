import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#platform/web/call.ts';
import { useText } from '#platform/web/texts.ts';
import { sayBinding } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Kind } from './binding-panel.tsx';
import { SettingField, settingFields } from './setting-field.tsx';

type Settings = Record<string, unknown>;

/** The settings of a duty, right or pay rule: a field for each, made from the kind's schema, and the whole in words. */
export function SettingsForm(props: {
  kind: Kind;
  settings: Settings;
  label: string;
  busy: boolean;
  /** Offers the button even when nothing was changed. */
  always?: boolean;
  onSend: (settings: Settings) => void;
}) {
  const { kind, settings, label, busy, always = false, onSend } = props;
  const t = useText(mandatesScreenTexts);
  const [typed, setTyped] = useState<Settings>(settings);
  const fields = settingFields(kind);
  const changed = JSON.stringify(typed) !== JSON.stringify(settings);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(typed);
      }}
    >
      {fields.map((field) => (
        <SettingField
          key={field.name}
          kind={kind}
          field={field}
          value={typed[field.name]}
          onChange={(value) => setTyped((before) => with_(before, field.name, value))}
        />
      ))}
      <InWords kind={kind} settings={typed} />
      {(changed || always) && (
        <Button type="submit" size="compact-sm" mt={6} loading={busy}>
          {label}
        </Button>
      )}
      {fields.length === 0 && !always && (
        <Text size="xs" c="dimmed">
          {t('mandates.no-settings')}
        </Text>
      )}
    </form>
  );
}

/** An emptied optional setting is left out. */
function with_(before: Settings, name: string, value: unknown): Settings {
  const { [name]: _, ...others } = before;
  return value === undefined ? others : { ...others, [name]: value };
}

/** The norm, limit or rate as the document says it, while it is typed. */
function InWords({ kind, settings }: { kind: Kind; settings: Settings }) {
  const [asked] = useDebouncedValue(settings, 250);
  const body = { kind: kind.kind, key: kind.key, settings: asked };
  const words = useQuery({
    queryKey: [sayBinding.id, body],
    queryFn: ({ signal }) => call(sayBinding, { body, signal }),
    placeholderData: (before) => before,
    staleTime: 600_000,
  });
  if (!words.data) return null;
  const { said, fault, detail } = words.data;
  return (
    <Text size="sm" mt={6} aria-live="polite" {...(fault && { c: 'red' })}>
      {fault ? detail : said}
    </Text>
  );
}
