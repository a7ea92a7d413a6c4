import { Modal } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconGavel, IconSend, IconSignature } from '@tabler/icons-react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useAddressState, useGo, usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { download } from '#platform/web/call.ts';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { printDescription, printSheet } from '../../endpoints-prints.ts';
import { recallVersion } from '../../endpoints-reviews.ts';
import { readVersion } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import { ApproveForm } from '../parts/approve-form.tsx';
import { IssuedVersion } from '../parts/issued-version.tsx';
import { PrintMenu } from '../parts/print-menu.tsx';
import { ReviewForm } from '../parts/review-form.tsx';
import { Reviews } from '../parts/reviews.tsx';
import { RevokeForm } from '../parts/revoke-form.tsx';
import { SignForm } from '../parts/sign-form.tsx';
import { Signatures } from '../parts/signatures.tsx';
import { standingTones } from '../parts/standing.ts';
import { SubmitForm } from '../parts/submit-form.tsx';
import { VersionSheet } from '../parts/version-sheet.tsx';

export type Version = EndpointReply<typeof readVersion>;
const dialogs = ['submit', 'review', 'approve', 'revoke', 'sign'] as const;

/** One version: written while it is a draft, read otherwise; reviewed, approved and signed here. */
export default function VersionPage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const go = useGo();
  const id = usePathParam('id');
  const [dialog, open] = useAddressState('do', '');
  const read = useRead(readVersion, { params: { id } });
  const recall = useAct(recallVersion, { invalidates: ['mandates'] });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const version = read.data;
  const { can, standing, inForce } = version;
  const done = (text: string) => {
    open('');
    notify('good', text);
  };
  const forms = {
    submit: () => <SubmitForm version={version} onDone={() => done(t('mandates.submitted'))} />,
    review: () => <ReviewForm version={version} onDone={() => done(t('mandates.reviewed'))} />,
    approve: () => <ApproveForm version={version} onDone={() => done(t('mandates.approved'))} />,
    revoke: () => <RevokeForm version={version} onDone={() => done(t('mandates.ended'))} />,
    sign: () => <SignForm version={version} onDone={() => done(t('mandates.signed'))} />,
  };
  const shown = dialogs.find((each) => each === dialog);
  return (
    <>
      <CardPage
        kind={<Go to={`/job-descriptions/${version.descriptionId}`}>{t('mandates.description')}</Go>}
        title={t('mandates.titled-version', { title: version.title, number: version.number })}
        subtitle={[
          `${version.position}, ${version.department}`,
          ...(inForce
            ? [
                t(inForce.to ? 'mandates.valid-until' : 'mandates.valid', {
                  from: inForce.from ? format.date(inForce.from) : '',
                  to: inForce.to ? format.date(inForce.to) : '',
                }),
              ]
            : []),
          ...(version.approvedBy && version.approvedOn
            ? [
                t(version.approvalKind === 'order' ? 'mandates.approved-by-order' : 'mandates.approved-by-stamp', {
                  name: version.approvedBy.name,
                  day: format.date(version.approvedOn),
                  number: version.approvalNumber ?? '',
                }),
              ]
            : []),
        ].join(' · ')}
        state={
          <StatusBadge
            tone={standingTones[standing] ?? 'neutral'}
            label={t(`mandates.standing.${standing}` as 'mandates.standing.draft')}
          />
        }
        notice={<RefusalBanner problem={recall.problem} />}
        acts={[
          { key: 'sign', label: t('mandates.sign'), icon: IconSignature, can: can.sign, run: () => open('sign') },
          {
            key: 'submit',
            label: t('mandates.submit'),
            icon: IconSend,
            can: can.submit,
            keys: 's',
            run: () => open('submit'),
          },
          {
            key: 'review',
            label: t('mandates.review'),
            icon: IconCheck,
            can: can.review,
            keys: 'v',
            run: () => open('review'),
          },
          {
            key: 'approve',
            label: t('mandates.approve'),
            icon: IconGavel,
            can: can.approve,
            keys: 'a',
            run: () => open('approve'),
          },
          {
            key: 'recall',
            label: t('mandates.recall'),
            icon: IconArrowBackUp,
            can: can.recall,
            busy: recall.isPending,
            run: () => recall.act({ params: { id }, ifMatch: version.revision }),
          },
          ...(version.previousId
            ? [
                {
                  key: 'compare',
                  label: t('mandates.compare'),
                  run: () => go(`/job-descriptions/versions/${id}/comparison?with=${version.previousId}`),
                },
              ]
            : []),
          { key: 'revoke', label: t('mandates.revoke'), can: can.revoke, danger: true, run: () => open('revoke') },
        ]}
        tabs={[
          { key: 'text', label: t('mandates.text'), content: () => <VersionSheet version={version} /> },
          {
            key: 'review',
            label: t('mandates.reviews'),
            count: version.remarks.filter(({ resolvedAt }) => resolvedAt === null).length,
            content: () => <Reviews version={version} />,
          },
          ...(version.state === 'approved'
            ? [{ key: 'signatures', label: t('mandates.signatures'), content: () => <Signatures version={version} /> }]
            : []),
          ...(version.approvedOn
            ? [{ key: 'documents', label: t('mandates.documents'), content: () => <IssuedVersion version={version} /> }]
            : []),
        ]}
      >
        <PrintMenu
          documents={['print-description', 'print-sheet']}
          onPrint={(what, form, language) =>
            void download(what === 'print-sheet' ? printSheet : printDescription, {
              params: { id },
              query: { form, language },
            })
          }
        />
      </CardPage>
      <Modal
        opened={shown !== undefined}
        onClose={() => open('')}
        title={shown ? t(`mandates.${shown}`) : ''}
        size="lg"
      >
        {shown && forms[shown]()}
      </Modal>
    </>
  );
}
