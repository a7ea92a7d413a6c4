import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Ask, Problem } from '../problem.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import { dividedReasons } from './field-faults.ts';
import classes from './form-frame.module.css';
import { RefusalBanner } from './refusal-banner.tsx';

type FormFrameProps<V> = {
  // biome-ignore lint/suspicious/noExplicitAny: Mantine's form type is invariant in what it transforms to
  readonly form: UseFormReturnType<V, any>;
  /** The act that it sends: what `useAct` gave. */
  readonly act: { readonly problem: Problem | null; readonly isPending: boolean };
  readonly send: (values: V) => void;
  /** The act as a verb. */
  readonly label: string;
  readonly onCancel?: () => void;
  readonly onAsk?: (ask: Ask) => void;
  readonly columns?: 1 | 2;
  /** Colours the button for what cannot be undone. */
  readonly danger?: boolean;
  /** Stands beside the buttons. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of a form: fields, refusals at their fields or in a banner, the act and the way out. Keeps what was typed. */
export function FormFrame<V extends object>(props: FormFrameProps<V>): ReactNode {
  const { form, act, send, label, onCancel, onAsk, columns = 1, danger, beside, children } = props;
  const t = useText(shellTexts);
  const frame = useRef<HTMLFormElement>(null);
  const { problem } = act;
  const divided = useMemo(
    () => (problem ? dividedReasons(problem, form.getValues()) : null),
    [problem, form.getValues],
  );
  useEffect(() => {
    if (divided && Object.keys(divided.fields).length > 0) form.setErrors(divided.fields);
  }, [divided, form.setErrors]);
  const { errors } = form;
  useEffect(() => {
    if (Object.keys(errors).length > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const banner = divided && (divided.others.length > 0 || Object.keys(divided.fields).length === 0);
  return (
    <form ref={frame} className={classes.form} onSubmit={form.onSubmit((values) => send(values as V))} noValidate>
      <div className={classes.fields} data-columns={columns}>
        {children}
      </div>
      {banner && (
        <RefusalBanner problem={problem} reasons={divided.others} asking={act.isPending} {...(onAsk && { onAsk })} />
      )}
      <div className={classes.foot}>
        {beside}
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('web.cancel')}
          </Button>
        )}
        <Button type="submit" loading={act.isPending} {...(danger && { color: 'red' })}>
          {label}
        </Button>
      </div>
    </form>
  );
}
