import { Modal, PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSignature } from '@tabler/icons-react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useAddressState, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { download } from '#platform/web/call.ts';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { IssuedDocuments } from '#platform/web/issued-documents.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readAppraisal, signAsEmployee, signAsHead } from '../../endpoints-appraisals.ts';
import { printAppraisal } from '../../endpoints-prints.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import { AgreedActions } from '../parts/agreed-actions.tsx';
import { AppraisalLines } from '../parts/appraisal-lines.tsx';
import { AppraisalWords } from '../parts/appraisal-words.tsx';
import { PrintMenu } from '../parts/print-menu.tsx';

export type Appraisal = EndpointReply<typeof readAppraisal>;

/** One month of one employee, clause by clause; both sides write and sign. */
export default function AppraisalPage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const id = usePathParam('id');
  const [signing, sign] = useAddressState('sign', '');
  const read = useRead(readAppraisal, { params: { id } });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const appraisal = read.data;
  const { can, lines, clauses } = appraisal;
  return (
    <>
      <CardPage
        kind={t('mandates.appraisal')}
        title={appraisal.employee.name}
        subtitle={`${appraisal.position} · ${appraisal.month}`}
        figures={[
          {
            key: 'overall',
            label: t('mandates.column.overall'),
            value: appraisal.overall === null ? '–' : format.rate(appraisal.overall),
            ...(appraisal.overall !== null && {
              tone:
                appraisal.overall >= 9000
                  ? ('good' as const)
                  : appraisal.overall >= 7000
                    ? ('warning' as const)
                    : ('bad' as const),
            }),
          },
          { key: 'duties', label: t('mandates.duties'), value: lines.length },
          { key: 'late', label: t('mandates.column.late'), value: appraisal.late },
          { key: 'missed', label: t('mandates.column.missed'), value: appraisal.missed },
          ...(appraisal.outside?.required
            ? [{ key: 'outside', label: t('mandates.outside'), value: appraisal.outside.required }]
            : []),
        ]}
        acts={[
          {
            key: 'head',
            label: t('mandates.sign-as-head'),
            icon: IconSignature,
            can: can.signAsHead,
            run: () => sign('head'),
          },
          {
            key: 'employee',
            label: t('mandates.sign-as-employee'),
            icon: IconSignature,
            can: can.signAsEmployee,
            run: () => sign('employee'),
          },
        ]}
        tabs={[
          {
            key: 'lines',
            label: t('mandates.clause-by-clause'),
            content: () =>
              clauses.length === 0 && !appraisal.outside?.required ? (
                <EmptyState title={t('mandates.no-lines')} />
              ) : (
                <AppraisalLines key={appraisal.revision} appraisal={appraisal} />
              ),
          },
          {
            key: 'actions',
            label: t('mandates.actions'),
            content: () => <AgreedActions appraisal={appraisal} />,
          },
          { key: 'words', label: t('mandates.words'), content: () => <AppraisalWords appraisal={appraisal} /> },
          ...(appraisal.state === 'closed'
            ? [{ key: 'documents', label: t('mandates.documents'), content: () => <IssuedDocuments subjectId={id} /> }]
            : []),
        ]}
      >
        <PrintMenu
          documents={['print-appraisal']}
          onPrint={(_, form, language) => void download(printAppraisal, { params: { id }, query: { form, language } })}
        />
      </CardPage>
      <Modal opened={signing === 'head' || signing === 'employee'} onClose={() => sign('')} title={t('mandates.sign')}>
        <SignAppraisal appraisal={appraisal} as={signing === 'head' ? 'head' : 'employee'} onDone={() => sign('')} />
      </Modal>
    </>
  );
}

function SignAppraisal({
  appraisal,
  as,
  onDone,
}: {
  appraisal: Appraisal;
  as: 'head' | 'employee';
  onDone: () => void;
}) {
  const t = useText(mandatesScreenTexts);
  const form = useForm({ initialValues: { credential: '' } });
  const head = useAct(signAsHead, { invalidates: ['mandates'], onDone });
  const employee = useAct(signAsEmployee, { invalidates: ['mandates'], onDone });
  const act = as === 'head' ? head : employee;
  return (
    <FormFrame
      form={form}
      act={act}
      label={t('mandates.sign')}
      send={({ credential }) =>
        act.act({ params: { id: appraisal.id }, body: { credential }, ifMatch: appraisal.revision })
      }
    >
      <Text size="sm">{t(as === 'head' ? 'mandates.head-consequence' : 'mandates.employee-consequence')}</Text>
      <PasswordInput
        label={t('mandates.password-again')}
        required
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('credential')}
      />
    </FormFrame>
  );
}
