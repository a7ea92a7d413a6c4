import type { ReactNode } from 'react';
import { BareLink } from '../go.tsx';
import { type Tone, toneIcons } from '../tone.ts';
import classes from './figure.module.css';

export type FigureProps = {
  readonly label: string;
  /** Already formatted. */
  readonly value: ReactNode;
  readonly hint?: ReactNode;
  readonly tone?: Tone;
  /** The records behind it. */
  readonly href?: string | null;
};

/** A figure that opens the records behind it. */
export function Figure({ label, value, hint, tone, href }: FigureProps): ReactNode {
  const coloured = tone && tone !== 'neutral' ? tone : undefined;
  const Icon = coloured && toneIcons[coloured];
  const content = (
    <>
      <span className={`${classes.label} clip`}>{label}</span>
      <span className={classes.value} data-tone={coloured}>
        {value}
        {Icon && <Icon size={15} stroke={2} />}
      </span>
      {hint && <span className={`${classes.hint} clip`}>{hint}</span>}
    </>
  );
  if (!href) return <div className={classes.figure}>{content}</div>;
  return (
    <BareLink to={href} className={classes.figure}>
      {content}
    </BareLink>
  );
}

/** Four to six figures in a row, above what they are about. */
export function Figures({ figures }: { figures: readonly (FigureProps & { key: string })[] }): ReactNode {
  return (
    <div className={classes.figures}>
      {figures.map(({ key, ...figure }) => (
        <Figure key={key} {...figure} />
      ))}
    </div>
  );
}
