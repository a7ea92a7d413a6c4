import { Input, SegmentedControl, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useGo, useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { newKey } from '#platform/web/call.ts';
import { useDraft } from '#platform/web/draft.ts';
import { HeldFiles } from '#platform/web/files/held-files.tsx';
import { uploadFiles } from '#platform/web/files/uploads.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import type { Problem } from '#platform/web/problem.ts';
import { useSentence } from '#platform/web/problem-view.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { clientContacts, logContact } from '../../endpoints.ts';
import { causes } from '../../shapes.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { type Kind, kinds } from '../parts/kind.tsx';
import { useOutcomeSending } from '../parts/outcome-act.ts';
import { noOutcome, OutcomeFields, type OutcomeValues, outcomeBody } from '../parts/outcome-fields.tsx';
import { isSent } from '../parts/unsent.ts';
import { UnsentNote } from '../parts/unsent-note.tsx';

type Values = OutcomeValues & { clientId: Ref | null; kind: Kind; cause: (typeof causes)[number] };
/** The server judges by the content in any case. */
const accept = 'image/*,application/pdf,audio/*,.doc,.docx,.xls,.xlsx,.txt,.csv';
const touched = ['activities', 'mandates', 'clients', 'settlements'] as const;

/** A contact that was not planned: with whom, why, how it ended. */
export default function LogContactPage() {
  const [{ client }] = useSearch();
  const read = useRead(
    clientContacts,
    { params: { id: client ?? '' }, query: { limit: 1 } },
    { enabled: Boolean(client) },
  );
  if (client && !read.data) return <Awaiting read={read} like="form" />;
  return <LogContact client={client && read.data ? { id: client, label: read.data.client.name } : null} />;
}

function LogContact({ client }: { client: Ref | null }) {
  const t = useText(screenTexts);
  const go = useGo();
  const sentence = useSentence();
  const initial: Values = { ...noOutcome, clientId: client, kind: 'call', cause: 'client-asked' };
  const [draft, setDraft, forget] = useDraft<Values>(`log-contact-${client?.id ?? 'new'}`, initial);
  const form = useForm<Values>({
    initialValues: draft,
    onValuesChange: setDraft,
    validate: { clientId: (chosen) => (chosen ? null : t('activities.client-needed')) },
  });
  const { kind } = form.values;
  const [id, setId] = useState(newKey);
  const [held, setHeld] = useState<readonly File[]>([]);
  const sendHeld = () => {
    const destination = { kind: 'activities.activities', subjectId: id, touches: ['clients'] };
    const onFailed = (problem: Problem) => notify('bad', sentence(problem));
    uploadFiles(held, { ...destination, before: () => isSent(id), onFailed });
    setHeld([]);
    setId(newKey());
  };
  const log = useAct(logContact, {
    invalidates: touched,
    onDone: (_, { body }) => {
      forget();
      sendHeld();
      notify('good', t('activities.done'));
      go(`/clients/${body.clientId}?tab=visits`);
    },
    onRefused: (problem) => lost(problem),
  });
  const bodyOf = (values: Values) => ({
    ...outcomeBody(values),
    id,
    clientId: values.clientId?.id ?? '',
    kind: values.kind,
    cause: values.cause,
  });
  const { send, lost } = useOutcomeSending<Values>({
    form,
    of: (values) => ({ client: values.clientId?.label ?? '' }),
    body: bodyOf,
    act: () => log.act({ body: bodyOf(form.getValues()) }),
    // Without a network no other page can be relied on: this one stays, ready for the next contact.
    onKept: () => {
      forget();
      sendHeld();
      form.setValues(initial);
      notify('info', t('activities.kept-here'));
    },
  });
  return (
    <Page title={t('activities.log')}>
      <UnsentNote />
      <div className={classes.narrow}>
        <FormFrame form={form} act={log} label={t('activities.record')} send={send}>
          <RefField
            kind="client"
            label={t('activities.client')}
            required
            {...(!client && { 'data-autofocus': true, autoFocus: true })}
            {...form.getInputProps('clientId')}
          />
          <SegmentedControl
            aria-label={t('activities.kind')}
            fullWidth
            size="md"
            value={kind}
            onChange={(next) => form.setFieldValue('kind', next as Kind)}
            data={kinds.map((value) => ({ value, label: t(`activities.kind.${value}`) }))}
          />
          <Select
            label={t('activities.cause')}
            required
            allowDeselect={false}
            data={causes.map((value) => ({ value, label: t(`activities.cause.${value}`) }))}
            {...form.getInputProps('cause')}
          />
          <OutcomeFields form={form} />
          <Input.Wrapper component="div" label={t('activities.files')}>
            <HeldFiles accept={accept} files={held} onChange={setHeld} />
          </Input.Wrapper>
        </FormFrame>
      </div>
    </Page>
  );
}
