import { Button, Modal, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useAddressState, useGo } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { currentLanguage } from '#platform/web/language.ts';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { describePosition, listDescriptions, listTemplates } from '../../endpoints-descriptions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { standingTones } from '../parts/standing.ts';

type Line = EndpointReply<typeof listDescriptions>['items'][number];

/** Every position with its job description: in force, under way, when it is revised, who has not signed. */
export default function DescriptionsPage() {
  const t = useText(mandatesScreenTexts);
  const [q, setQ] = useAddressState('q', '');
  const [asked] = useDebouncedValue(q, 200);
  const [describing, describe] = useAddressState('new', '');
  const read = useRead(listDescriptions, { query: asked ? { q: asked } : {} }, { keep: true });
  const draft = read.data?.can.draft ?? false;
  useKeys(draft ? [{ keys: 'n', label: t('mandates.describe'), run: () => describe('1') }] : []);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items } = read.data;
  return (
    <Page
      title={t('mandates.descriptions')}
      actions={
        <>
          <TextInput
            aria-label={t('mandates.find')}
            placeholder={t('mandates.find')}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
          />
          {draft && <Button onClick={() => describe('1')}>{t('mandates.describe')}</Button>}
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('mandates.no-descriptions')} hint={t('mandates.no-descriptions-hint')} />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {(
                  [
                    'position',
                    'department',
                    'holders',
                    'in-force',
                    'under-way',
                    'review-due',
                    'unsigned-count',
                  ] as const
                ).map((column) => (
                  <th key={column} scope="col">
                    {t(`mandates.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((line) => (
                <DescriptionRow
                  key={line.id ?? line.positionId}
                  line={line}
                  onDescribe={draft ? describe : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Modal opened={describing !== ''} onClose={() => describe('')} title={t('mandates.describe')}>
        <DescribeForm chosen={describing} items={items} onCancel={() => describe('')} />
      </Modal>
    </Page>
  );
}

function DescriptionRow({ line, onDescribe }: { line: Line; onDescribe: ((positionId: string) => void) | undefined }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const { today } = useMe();
  const { inForce, underWay } = line;
  return (
    <tr>
      <td>{line.id ? <Go to={`/job-descriptions/${line.id}`}>{line.title}</Go> : line.position}</td>
      <td>{line.department}</td>
      <td>{line.holders.map(({ name }) => name).join(', ')}</td>
      <td>
        {inForce ? (
          <Go to={`/job-descriptions/versions/${inForce.versionId}`}>
            {t('mandates.version-from', {
              number: inForce.number,
              from: inForce.from ? format.date(inForce.from) : '',
            })}
          </Go>
        ) : onDescribe && !line.id ? (
          <Button size="compact-xs" variant="default" onClick={() => onDescribe(line.positionId)}>
            {t('mandates.describe-this')}
          </Button>
        ) : (
          <StatusBadge tone="warning" label={t('mandates.none-in-force')} />
        )}
      </td>
      <td>
        {underWay && (
          <Go to={`/job-descriptions/versions/${underWay.versionId}`}>
            <StatusBadge
              tone={standingTones[underWay.state] ?? 'neutral'}
              label={t(`mandates.standing.${underWay.state}` as 'mandates.standing.draft')}
            />
          </Go>
        )}
      </td>
      <td className="numerals">
        {inForce?.reviewDueOn &&
          (inForce.reviewDueOn < today ? (
            <StatusBadge tone="bad" label={format.date(inForce.reviewDueOn)} />
          ) : (
            format.date(inForce.reviewDueOn)
          ))}
      </td>
      <td className="number">{line.unsigned > 0 && line.unsigned}</td>
    </tr>
  );
}

function DescribeForm({ chosen, items, onCancel }: { chosen: string; items: readonly Line[]; onCancel: () => void }) {
  const t = useText(mandatesScreenTexts);
  const go = useGo();
  const templates = useRead(listTemplates, {});
  const [language, setLanguage] = useState<'en' | 'ru'>(currentLanguage() as 'en' | 'ru');
  const without = items.filter(({ id }) => id === null);
  const first = without.find(({ positionId }) => positionId === chosen) ?? null;
  const form = useForm({ initialValues: { positionId: first?.positionId ?? null, template: first?.template ?? null } });
  const begin = useAct(describePosition, {
    invalidates: ['mandates'],
    onDone: ({ versionId, unregistered }) => {
      if (unregistered.length > 0) notify('warning', t('mandates.came-unbound', { kinds: unregistered.join(', ') }));
      go(`/job-descriptions/versions/${versionId}`);
    },
  });
  const known = templates.data?.items ?? [];
  const template = known.find(({ key }) => key === form.values.template);
  return (
    <FormFrame
      form={form}
      act={begin}
      label={t('mandates.begin')}
      onCancel={onCancel}
      send={({ positionId, template: key }) =>
        begin.act({ body: { positionId: positionId ?? '', template: key, language } })
      }
    >
      <Select
        label={t('mandates.column.position')}
        required
        searchable
        data-autofocus
        data={without.map(({ positionId, position, department }) => ({
          value: positionId,
          label: `${position}, ${department}`,
        }))}
        {...form.getInputProps('positionId')}
      />
      <Select
        label={t('mandates.template')}
        description={t('mandates.template-hint')}
        clearable
        data={known.map(({ key, title, clauses }) => ({
          value: key,
          label: t('mandates.template-line', { title: title[language], count: clauses }),
        }))}
        {...form.getInputProps('template')}
      />
      {template && template.unregistered.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('mandates.came-unbound', { kinds: template.unregistered.join(', ') })}
        </Text>
      )}
      <Select
        label={t('mandates.language')}
        allowDeselect={false}
        value={language}
        onChange={(next) => setLanguage((next ?? 'en') as 'en' | 'ru')}
        data={[
          { value: 'en', label: 'English' },
          { value: 'ru', label: 'Русский' },
        ]}
      />
    </FormFrame>
  );
}
