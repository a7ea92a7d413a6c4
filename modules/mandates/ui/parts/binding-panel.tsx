import { Button, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { addBinding, listKinds, removeBinding, setBinding } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import { SettingsForm } from './settings-form.tsx';
import type { Clause } from './version-sheet.tsx';

export type Kind = EndpointReply<typeof listKinds>['items'][number];
type Binding = Clause['bindings'][number];
const kindOfSection: Readonly<Record<number, Binding['kind'] | undefined>> = { 2: 'duty', 3: 'right', 4: 'pay' };

/** What the chosen clause binds: each with its norm, limit or rate as a form, said in words; and what it grants. */
export function BindingPanel({ clause, editing }: { clause: Clause; editing: boolean }) {
  const t = useText(mandatesScreenTexts);
  const kinds = useRead(listKinds, {}, { enabled: editing, staleMs: 600_000 });
  const kind = kindOfSection[clause.section];
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('mandates.clause-number', { number: clause.number })}
      </Title>
      {!kind && (
        <Text size="sm" c="dimmed">
          {t('mandates.binds-nothing')}
        </Text>
      )}
      {clause.bindings.map((bound) => (
        <OneBinding
          key={bound.id}
          bound={bound}
          kind={kinds.data?.items.find(({ key, kind: of }) => key === bound.key && of === bound.kind)}
          editing={editing}
        />
      ))}
      {kind && editing && (
        <AddBinding clause={clause} kinds={(kinds.data?.items ?? []).filter((each) => each.kind === kind)} />
      )}
    </Stack>
  );
}

function OneBinding({ bound, kind, editing }: { bound: Binding; kind: Kind | undefined; editing: boolean }) {
  const t = useText(mandatesScreenTexts);
  const set = useAct(setBinding, { invalidates: ['mandates'] });
  const remove = useAct(removeBinding, { invalidates: ['mandates'] });
  return (
    <section aria-label={bound.name}>
      <Text fw={600}>{bound.name}</Text>
      {editing && kind ? (
        <SettingsForm
          kind={kind}
          settings={bound.settings}
          label={t('mandates.save-binding')}
          act={set}
          onSend={(settings) => set.act({ params: { id: bound.id }, body: { settings }, ifMatch: bound.revision })}
        />
      ) : (
        <Text size="sm">{bound.said}</Text>
      )}
      <RefusalBanner problem={remove.problem} />
      <Grants grants={bound.grants} />
      {editing && (
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.act({ params: { id: bound.id } })}>
          {t('mandates.unbind')}
        </Button>
      )}
    </section>
  );
}

/** The permits that a binding gives. */
function Grants({ grants }: { grants: Binding['grants'] }) {
  const t = useText(mandatesScreenTexts);
  const say = useSay();
  if (grants.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" component="div">
      {t('mandates.grants')}
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {grants.map(({ permit, scope }) => (
          <li key={`${permit} ${scope}`}>
            {say(`permit.${permit}`)} ({t(`mandates.scope.${scope}`)})
          </li>
        ))}
      </ul>
    </Text>
  );
}

function AddBinding({ clause, kinds }: { clause: Clause; kinds: readonly Kind[] }) {
  const t = useText(mandatesScreenTexts);
  const [key, setKey] = useState<string | null>(null);
  const kind = kinds.find((each) => each.key === key);
  const add = useAct(addBinding, { invalidates: ['mandates'], onDone: () => setKey(null) });
  return (
    <section aria-label={t('mandates.bind')}>
      <Select
        label={t('mandates.bind')}
        searchable
        clearable
        value={key}
        onChange={setKey}
        data={kinds.map((each) => ({ value: each.key, label: each.name }))}
      />
      {kind && (
        <SettingsForm
          key={kind.key}
          kind={kind}
          settings={kind.defaults}
          label={t('mandates.bind-it')}
          act={add}
          always
          onSend={(settings) =>
            add.act({ params: { id: clause.id }, body: { kind: kind.kind, key: kind.key, settings } })
          }
        />
      )}
    </section>
  );
}
