import { Button, Group } from '@mantine/core';
import { listDocuments } from '#platform/documents/endpoints.ts';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { IssuedDocuments } from '#platform/web/issued-documents.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { issueDescription } from '../../endpoints-prints.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';

/** The numbered documents of an approved version, and those that can still be issued: one in each language. */
export function IssuedVersion({ version }: { version: Version }) {
  const t = useText(mandatesScreenTexts);
  const issue = useAct(issueDescription, {
    invalidates: [listDocuments],
    onDone: ({ number }) => notify('good', t('mandates.issued', { number })),
  });
  return (
    <>
      <RefusalBanner problem={issue.problem} />
      <IssuedDocuments
        subjectId={version.id}
        lacking={(languages) =>
          version.can.issue === true && (
            <Group gap="xs">
              {languages.map((language) => (
                <Button
                  key={language}
                  variant="default"
                  loading={issue.isPending}
                  onClick={() => issue.act({ params: { id: version.id }, body: { language } })}
                >
                  {t('mandates.issue-in', { language })}
                </Button>
              ))}
            </Group>
          )
        }
      />
    </>
  );
}
