import { Text } from '@mantine/core';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import type { Appraisal } from '../pages/appraisal.tsx';
import { useUnits } from './printed.ts';

type Line = Appraisal['lines'][number];
export type Outside = NonNullable<Appraisal['outside']>;
type Proven = Pick<Line, 'evidence' | 'evidenceTotal'>;
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
export function AppraisalLines({
  lines,
  outside,
  of = 'duty',
}: {
  lines: readonly Line[];
  outside?: Outside | null;
  of?: 'duty' | 'right';
}) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const print = useUnits();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['clause', of, ...counts, 'share'] as const).map((column) => (
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
              {counts.map((key) => (
                <td key={key} className="number">
                  {print(line[key], line.unit)}
                </td>
              ))}
              <td className="number">{line.share === null ? '–' : format.rate(line.share)}</td>
            </tr>
          ))}
          {outside && outside.required > 0 && (
            <tr>
              <td>–</td>
              <td>
                <Text fw={600}>{t('mandates.outside')}</Text>
                <Text size="sm" c="dimmed">
                  {t('mandates.outside-hint')}
                </Text>
                <Evidence {...outside} />
              </td>
              {counts.map((key) => (
                <td key={key} className="number">
                  {print(outside[key], 'count')}
                </td>
              ))}
              <td className="number">–</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
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
