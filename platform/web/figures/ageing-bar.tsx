import type { ReactNode } from 'react';
import { formatMoney } from '../format.ts';
import type { Tone } from '../tone.ts';
import classes from './ageing-bar.module.css';

export type AgeingPart = { readonly key: string; readonly label: string; readonly value: number; readonly tone: Tone };
type AgeingProps = {
  readonly label: string;
  readonly parts: readonly AgeingPart[];
  readonly format?: (value: number) => string;
  /** Opens the records of a part. */
  readonly onOpen?: (key: string) => void;
  /** Only the bar, for a cell of a list. */
  readonly bare?: boolean;
};

/** Debt by age: a bar of its parts, and the same as a list in words. */
export function AgeingBar({ label, parts, format = formatMoney, onOpen, bare }: AgeingProps): ReactNode {
  const words = `${label}: ${parts.map((part) => `${part.label} ${format(part.value)}`).join('; ')}`;
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={words} title={words}>
        {parts.map(
          (part) =>
            part.value > 0 && (
              <div
                key={part.key}
                className={classes.part}
                data-tone={part.tone}
                style={{ flexGrow: part.value, flexBasis: 0 }}
              />
            ),
        )}
      </div>
      {!bare && (
        <ul className={classes.legend}>
          {parts.map((part) => (
            <li key={part.key} data-tone={part.tone}>
              {onOpen ? (
                <button type="button" onClick={() => onOpen(part.key)}>
                  <PartWords part={part} format={format} />
                </button>
              ) : (
                <div>
                  <PartWords part={part} format={format} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function PartWords({ part, format }: { part: AgeingPart; format: (value: number) => string }): ReactNode {
  return (
    <>
      <span className={classes.label}>{part.label}</span>
      <span className="numerals">{format(part.value)}</span>
    </>
  );
}
