import { Text } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import type { readDutyFacts } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { useUnits } from './printed.ts';

type Facts = EndpointReply<typeof readDutyFacts>;
type Line = Facts['duties'][number];
type Outside = Facts['outside'];
type Proven = Pick<Line, 'evidence' | 'evidenceTotal'>;

/** The columns that `Figures` fills. */
export const figureColumns = ['required', 'done', 'late', 'missed', 'share'] as const;
const counts = ['required', 'done', 'late', 'missed'] as const;
const tones: Readonly<Record<Line['evidence'][number]['verdict'], Tone>> = {
  done: 'good',
  late: 'warning',
  missed: 'bad',
};

/**
 * Clause by clause what was required and done; each opens into the records that prove it. What was assigned outside the
 * job description stands apart, at the end.
 */
export function FactsLines({
  lines,
  outside = null,
  of = 'duty',
}: {
  lines: readonly Line[];
  outside?: Outside | null;
  of?: 'duty' | 'right';
}) {
  const t = useText(mandatesScreenTexts);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['clause', of, ...figureColumns] as const).map((column) => (
              <th key={column} scope="col">
                {t(`mandates.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.clauseId} ${line.key} ${line.from}`}>
              <td className="numerals">{line.number}</td>
              <td>
                <Text fw={600}>{line.name}</Text>
                <Text size="sm">{line.norm}</Text>
                <Text size="sm" c="dimmed">
                  {line.text}
                </Text>
                <Evidence {...line} />
              </td>
              <Figures line={line} />
            </tr>
          ))}
          <OutsideRow outside={outside} />
        </tbody>
      </table>
    </div>
  );
}

/** What was assigned outside the job description, as the last row; nothing where nothing was. */
export function OutsideRow({ outside, after = 0 }: { outside: Outside | null; after?: number }) {
  const t = useText(mandatesScreenTexts);
  if (!outside?.required) return null;
  return (
    <tr>
      <td>–</td>
      <td>
        <Text fw={600}>{t('mandates.outside')}</Text>
        <Text size="sm" c="dimmed">
          {t('mandates.outside-hint')}
        </Text>
        <Evidence {...outside} />
      </td>
      <Figures line={{ ...outside, unit: 'count', share: null }} />
      {after > 0 && <td colSpan={after} />}
    </tr>
  );
}

/** The figures of a line; dashes where nothing is measured. */
export function Figures({ line }: { line: Pick<Line, (typeof figureColumns)[number] | 'unit'> | undefined }) {
  const format = useFormat();
  const print = useUnits();
  return (
    <>
      {counts.map((key) => (
        <td key={key} className="number">
          {line ? print(line[key], line.unit) : '–'}
        </td>
      ))}
      <td className="number">{line && line.share !== null ? format.rate(line.share) : '–'}</td>
    </>
  );
}

/** The records that prove a figure, to be opened. */
export function Evidence({ evidence, evidenceTotal }: Proven) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>{t('mandates.evidence', { count: evidenceTotal })}</summary>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {evidence.map((record) => (
          <li key={`${record.kind} ${record.id} ${record.at}`}>
            <StatusBadge tone={tones[record.verdict]} label={t(`mandates.verdict-of.${record.verdict}`)} />{' '}
            <Go to={record.href}>{record.label}</Go>{' '}
            <Text span size="xs" c="dimmed">
              {record.at.length > 10 ? format.dateTime(record.at) : format.date(record.at)}
            </Text>
          </li>
        ))}
      </ul>
      {evidenceTotal > evidence.length && (
        <Text size="xs" c="dimmed">
          {t('mandates.evidence-more', { count: evidenceTotal - evidence.length })}
        </Text>
      )}
    </details>
  );
}
