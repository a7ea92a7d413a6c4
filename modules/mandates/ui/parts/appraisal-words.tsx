import { Rating, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { writeAppraisal } from '../../endpoints-appraisals.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Appraisal } from '../pages/appraisal.tsx';

type AccessGiven = Appraisal['headAccessGiven'];

/** What both sides say; each writes their own part. */
export function AppraisalWords({ appraisal }: { appraisal: Appraisal }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Words appraisal={appraisal} of="head" />
      <Words appraisal={appraisal} of="employee" />
    </SimpleGrid>
  );
}

function Words({ appraisal, of }: { appraisal: Appraisal; of: 'head' | 'employee' }) {
  const t = useText(mandatesScreenTexts);
  const head = of === 'head';
  const may = (head ? appraisal.can.writeAsHead : appraisal.can.writeAsEmployee) === true;
  const title = t(head ? 'mandates.head-says' : 'mandates.employee-says');
  const remarks = head ? appraisal.headRemarks : appraisal.employeeRemarks;
  const rating = head ? appraisal.headRating : appraisal.employeeRating;
  const signedAt = head ? appraisal.headSignedAt : appraisal.employeeSignedAt;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Signed
        at={signedAt}
        name={head ? (appraisal.head?.name ?? '') : appraisal.employee.name}
        accessGiven={head ? appraisal.headAccessGiven : appraisal.employeeAccessGiven}
      />
      {may ? (
        <WordsForm key={`${of} ${appraisal.revision}`} appraisal={appraisal} head={head} />
      ) : (
        <>
          <Rating value={rating ?? 0} readOnly aria-label={t('mandates.rating')} />
          <Text style={{ whiteSpace: 'pre-wrap' }}>{remarks || t('mandates.nothing-said')}</Text>
        </>
      )}
    </Stack>
  );
}

function Signed({ at, name, accessGiven }: { at: string | null; name: string; accessGiven: AccessGiven }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {at ? t('mandates.signed-by', { name, when: format.dateTime(at) }) : t('mandates.not-signed')}
      </Text>
      {accessGiven && (
        <StatusBadge
          tone="warning"
          label={t('mandates.access-given', { by: accessGiven.by, day: format.dateTime(accessGiven.at) })}
        />
      )}
    </div>
  );
}

function WordsForm({ appraisal, head }: { appraisal: Appraisal; head: boolean }) {
  const t = useText(mandatesScreenTexts);
  const form = useForm({
    initialValues: {
      remarks: head ? appraisal.headRemarks : appraisal.employeeRemarks,
      rating: (head ? appraisal.headRating : appraisal.employeeRating) ?? 0,
    },
  });
  const write = useAct(writeAppraisal, {
    invalidates: ['mandates'],
    onDone: () => notify('good', t('mandates.saved')),
  });
  return (
    <FormFrame
      form={form}
      act={write}
      label={t('mandates.save')}
      send={({ remarks, rating }) =>
        write.act({
          params: { id: appraisal.id },
          body: head
            ? { headRemarks: remarks, headRating: rating || null }
            : { employeeRemarks: remarks, employeeRating: rating || null },
          ifMatch: appraisal.revision,
        })
      }
    >
      <div>
        <Text size="sm" fw={500}>
          {t('mandates.rating')}
        </Text>
        <Rating {...form.getInputProps('rating')} aria-label={t('mandates.rating')} />
      </div>
      <Textarea
        label={t('mandates.remarks')}
        autosize
        minRows={4}
        maxLength={10_000}
        {...form.getInputProps('remarks')}
      />
    </FormFrame>
  );
}
