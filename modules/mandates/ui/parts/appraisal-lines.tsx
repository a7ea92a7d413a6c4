import { Button, Rating, Text } from '@mantine/core';
import { useState } from 'react';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { writeAppraisal } from '../../endpoints-appraisals.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import type { Appraisal } from '../pages/appraisal.tsx';
import { Evidence, Figures, figureColumns, OutsideRow } from './facts-lines.tsx';

type Line = Appraisal['lines'][number];
type Clause = Appraisal['clauses'][number];
type Side = 'employee' | 'head';
type Ratings = Readonly<Record<string, number | null>>;

/**
 * The description clause by clause: what was required and done, each figure opening into the records that prove it, what
 * responsibilities came to, and how each side rates it. One's own side is rated here and saved in one go. What was assigned
 * outside the description stands apart, at the end, unrated.
 */
export function AppraisalLines({ appraisal }: { appraisal: Appraisal }) {
  const t = useText(mandatesScreenTexts);
  const { clauses, lines, outside, can } = appraisal;
  const side: Side | null = can.writeAsHead === true ? 'head' : can.writeAsEmployee === true ? 'employee' : null;
  const [changed, change] = useState<Ratings>({});
  const write = useAct(writeAppraisal, {
    invalidates: ['mandates'],
    onDone: () => {
      change({});
      notify('good', t('mandates.saved'));
    },
  });
  const save = () => {
    const ratings = Object.entries(changed).map(([clauseId, rating]) => ({ clauseId, rating }));
    write.act({
      params: { id: appraisal.id },
      body: side === 'head' ? { headRatings: ratings } : { employeeRatings: ratings },
      ifMatch: appraisal.revision,
    });
  };
  return (
    <>
      <RefusalBanner problem={write.problem} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['clause', 'duty', ...figureColumns] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`mandates.column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('mandates.column.self-rating')}</th>
              <th scope="col">{t('mandates.column.head-rating')}</th>
            </tr>
          </thead>
          <tbody>
            {clauses.map((clause) => (
              <ClauseRows
                key={clause.clauseId}
                clause={clause}
                lines={lines.filter(({ clauseId }) => clauseId === clause.clauseId)}
                side={side}
                changed={changed}
                onRate={(rating) => change({ ...changed, [clause.clauseId]: rating })}
              />
            ))}
            <OutsideRow outside={outside} after={2} />
          </tbody>
        </table>
      </div>
      {side && clauses.length > 0 && (
        <Button mt="md" disabled={Object.keys(changed).length === 0} loading={write.isPending} onClick={save}>
          {t('mandates.save-ratings')}
        </Button>
      )}
    </>
  );
}

function ClauseRows(props: {
  clause: Clause;
  lines: readonly Line[];
  side: Side | null;
  changed: Ratings;
  onRate: (rating: number | null) => void;
}) {
  const { clause, lines, side, changed, onRate } = props;
  const [first, ...others] = lines;
  const span = Math.max(1, lines.length);
  const rating = (of: Side) => {
    const kept = of === 'head' ? clause.headRating : clause.employeeRating;
    const own = of === side;
    const shown = own && clause.clauseId in changed ? (changed[clause.clauseId] ?? null) : kept;
    return (
      <td rowSpan={span}>
        <ClauseRating of={of} number={clause.number} rating={shown} onRate={own ? onRate : undefined} />
      </td>
    );
  };
  return (
    <>
      <tr>
        <td className="numerals" rowSpan={span}>
          {clause.number}
        </td>
        <td style={{ minWidth: 220 }}>
          {clause.text}
          {first && <Measured line={first} />}
          <Paid clause={clause} />
        </td>
        <Figures line={first} />
        {rating('employee')}
        {rating('head')}
      </tr>
      {others.map((line) => (
        <tr key={`${line.key} ${line.norm} ${line.from}`}>
          <td>
            <Measured line={line} />
          </td>
          <Figures line={line} />
        </tr>
      ))}
    </>
  );
}

function ClauseRating(props: {
  of: Side;
  number: string;
  rating: number | null;
  onRate: ((rating: number | null) => void) | undefined;
}) {
  const { of, number, rating, onRate } = props;
  const t = useText(mandatesScreenTexts);
  if (!onRate) return <span className="numerals">{rating ?? '–'}</span>;
  const side = t(of === 'head' ? 'mandates.head-says' : 'mandates.employee-says');
  return (
    <Rating
      size="sm"
      value={rating ?? 0}
      allowClear
      aria-label={t('mandates.rate-clause', { side, number })}
      onChange={(next) => onRate(next === 0 ? null : next)}
    />
  );
}

function Measured({ line }: { line: Line }) {
  return (
    <>
      <Text size="xs" c="dimmed">
        {[line.name, line.norm].filter(Boolean).join(': ')}
      </Text>
      <Evidence {...line} />
    </>
  );
}

/** What the pay rules of a clause came to; the amount for whoever may know it. */
function Paid({ clause: { pay, payAmount } }: { clause: Clause }) {
  const format = useFormat();
  if (pay.length === 0 && payAmount === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {pay.join('; ')}
      {payAmount !== null && (
        <Text span inherit fw={600} className="numerals">
          {' '}
          {format.money(payAmount)}
        </Text>
      )}
    </Text>
  );
}
