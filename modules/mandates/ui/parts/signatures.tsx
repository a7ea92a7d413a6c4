import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { addressOfFile } from '#platform/web/files/file-card.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { remindUnsigned, versionAcknowledgements } from '../../endpoints-signatures.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import type { Version } from '../pages/version.tsx';
import { FileSheet } from './file-sheet.tsx';

export type Acknowledgement = EndpointReply<typeof versionAcknowledgements>['items'][number];

/** Who was sent the version, and who signed it, when, how and from where. */
export function Signatures({ version }: { version: Version }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const read = useRead(versionAcknowledgements, { params: { id: version.id } });
  const remind = useAct(remindUnsigned, {
    invalidates: ['mandates'],
    onDone: ({ reminded }) => notify(reminded > 0 ? 'good' : 'info', t('mandates.reminded', { count: reminded })),
  });
  const [filing, setFiling] = useState<Acknowledgement | null>(null);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items } = read.data;
  if (items.length === 0) return <EmptyState title={t('mandates.nobody-holds')} />;
  const may = version.can.remind === true;
  return (
    <>
      {may && items.some(({ signedAt }) => signedAt === null) && (
        <Button
          mb="sm"
          variant="default"
          loading={remind.isPending}
          onClick={() => remind.act({ params: { id: version.id } })}
        >
          {t('mandates.remind')}
        </Button>
      )}
      <RefusalBanner problem={remind.problem} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['employee', 'sent', 'signed', 'method', 'address'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`mandates.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.id}>
                <td>{each.employee.name}</td>
                <td>{format.dateTime(each.sentAt)}</td>
                <td>
                  {each.signedAt ? (
                    format.dateTime(each.signedAt)
                  ) : (
                    <>
                      <StatusBadge tone="warning" label={t('mandates.not-signed')} />{' '}
                      {may && (
                        <Button size="compact-xs" variant="subtle" onClick={() => setFiling(each)}>
                          {t('mandates.file-sheet')}
                        </Button>
                      )}
                    </>
                  )}
                </td>
                <td>
                  {each.method && t(`mandates.method.${each.method}` as 'mandates.method.paper')}
                  {each.accessGiven && (
                    <div>
                      <StatusBadge
                        tone="warning"
                        label={t('mandates.access-given', {
                          by: each.accessGiven.by,
                          day: format.dateTime(each.accessGiven.at),
                        })}
                      />
                    </div>
                  )}
                  {each.method === 'paper' && <Scan of={each} onAdd={may ? () => setFiling(each) : undefined} />}
                </td>
                <td className="numerals">{each.address}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {filing && <FileSheet of={filing} onClose={() => setFiling(null)} />}
    </>
  );
}

/** The scan that proves a signature on paper, and who filed it; for one from before scans were asked for, the way to add it. */
function Scan({ of: { scan }, onAdd }: { of: Acknowledgement; onAdd: (() => void) | undefined }) {
  const t = useText(mandatesScreenTexts);
  if (scan) {
    return (
      <>
        {': '}
        <Anchor href={addressOfFile(scan.id)} target="_blank" rel="noreferrer" inherit>
          {t('mandates.scan')}
        </Anchor>
        {scan.filedBy && (
          <Text size="xs" c="dimmed">
            {t('mandates.filed-by', { name: scan.filedBy })}
          </Text>
        )}
      </>
    );
  }
  return (
    <>
      {' '}
      <StatusBadge tone="warning" label={t('mandates.no-scan')} />
      {onAdd && (
        <Button size="compact-xs" variant="subtle" onClick={onAdd}>
          {t('mandates.add-scan')}
        </Button>
      )}
    </>
  );
}
