import { useText } from '#platform/web/texts.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../version.module.css';
import type { Clause } from './version-sheet.tsx';

type Place = { readonly chosen: boolean; readonly faulty: boolean; readonly onChoose: () => void };

/** A clause as it is read; a click shows at the side what it means. */
export function ClauseView({ clause, chosen, faulty, onChoose }: { clause: Clause } & Place) {
  return (
    <div
      id={`clause-${clause.id}`}
      className={classes.clause}
      data-chosen={chosen || undefined}
      data-faulty={faulty || undefined}
    >
      <span className={classes.number}>{clause.number}</span>
      <div>{clause.text}</div>
      <div className={classes.under}>
        <ClauseSaid clause={clause} onChoose={onChoose} />
      </div>
    </div>
  );
}

/** The norms, limits and rates of a clause in words. */
export function ClauseSaid({ clause, onChoose }: { clause: Clause; onChoose: () => void }) {
  const t = useText(mandatesScreenTexts);
  const said = clause.bindings.map(({ name, said: norm }) => [name, norm].filter(Boolean).join(': '));
  if (said.length === 0 && (clause.section === 1 || clause.section === 5)) return null;
  return (
    <button type="button" className={classes.said} onClick={onChoose}>
      {said.length > 0 ? said.join('; ') : clause.legalReference || t('mandates.bound-to-nothing')}
    </button>
  );
}
