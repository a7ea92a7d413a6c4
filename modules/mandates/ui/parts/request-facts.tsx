import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import type { readRequest } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { useUnits } from './printed.ts';

type Reply = EndpointReply<typeof readRequest>;

/** The figures against the asker's own limit, and what else whoever decides should know. */
export function RequestFacts({ request, facts }: { request: Reply['request']; facts: Reply['facts'] }) {
  const t = useText(mandatesScreenTexts);
  const say = useSay();
  const print = useUnits();
  const known = useFactsInWords(facts);
  const nameOf = (dimension: string) =>
    say(`limit.${request.permit}.${dimension}`, undefined, say(`limit.${dimension}`, undefined, dimension));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <tbody>
          {request.figures.map(({ dimension, figure, limit, unit }) => (
            <tr key={dimension}>
              <th scope="row">{nameOf(dimension)}</th>
              <td className="number">
                <b>{print(figure, unit)}</b>
                {limit !== null && <div>{t('mandates.own-limit', { limit: print(limit, unit) })}</div>}
              </td>
            </tr>
          ))}
          {known.map(({ key, name, value }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Facts by their names (texts `fact.<name>`); amounts are told by the text `fact-unit.<name>`, or by their name. */
function useFactsInWords(facts: Reply['facts']): { key: string; name: string; value: string }[] {
  const say = useSay();
  const format = useFormat();
  const print = useUnits();
  return Object.entries(facts).flatMap(([key, value]) => {
    if (value === null || value === undefined || typeof value === 'object') return [];
    const name = say(`fact.${key}`, undefined, '');
    if (name === '') return [];
    if (typeof value !== 'number') return [{ key, name, value: String(value) }];
    const unit = say(`fact-unit.${key}`, undefined, unitOf(key));
    return [{ key, name, value: unit === 'count' ? format.number(value) : print(value, unit) }];
  });
}

function unitOf(name: string): string {
  if (/days$/i.test(name)) return 'days';
  if (/percent|rate|share/i.test(name)) return 'basis-points';
  return /total|amount|limit|owed|overdue|exposure|sales|given|margin/i.test(name) ? 'money' : 'count';
}
