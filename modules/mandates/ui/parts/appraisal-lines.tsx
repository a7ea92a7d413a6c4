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
const tones: Readonly<Record<Line['evidence'][number]['verdict'], Tone>> = {
  done: 'good',
  late: 'warning',
  missed: 'bad',
};

/** Clause by clause what was required and done; each opens into the records that prove it. */
export function AppraisalLines({ lines }: { lines: readonly Line[] }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const print = useUnits();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['clause', 'duty', 'required', 'done', 'late', 'missed', 'share'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`mandates.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.clauseId} ${line.key}`}>
              <td className="numerals">{line.number}</td>
              <td>
                <Text fw={600}>{line.name}</Text>
                <Text size="sm">{line.norm}</Text>
                <Text size="sm" c="dimmed">
                  {line.text}
                </Text>
                <Evidence line={line} />
              </td>
              {(['required', 'done', 'late', 'missed'] as const).map((key) => (
                <td key={key} className="number">
                  {print(line[key], line.unit)}
                </td>
              ))}
              <td className="number">{line.share === null ? '–' : format.rate(line.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Evidence({ line }: { line: Line }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  if (line.evidence.length === 0) return null;
  return (
    <details>
      <summary>{t('mandates.evidence', { count: line.evidenceTotal })}</summary>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {line.evidence.map((record) => (
          <li key={`${record.kind} ${record.id} ${record.at}`}>
            <StatusBadge tone={tones[record.verdict]} label={t(`mandates.verdict-of.${record.verdict}`)} />{' '}
            <Go to={record.href}>{record.label}</Go>{' '}
            <Text span size="xs" c="dimmed">
              {record.at.length > 10 ? format.dateTime(record.at) : format.date(record.at)}
            </Text>
          </li>
        ))}
      </ul>
      {line.evidenceTotal > line.evidence.length && (
        <Text size="xs" c="dimmed">
          {t('mandates.evidence-more', { count: line.evidenceTotal - line.evidence.length })}
        </Text>
      )}
    </details>
  );
}
