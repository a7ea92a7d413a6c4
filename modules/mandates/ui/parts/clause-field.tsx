import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readDutyClauses } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

/** Stands for no clause: outside the job description. */
export const outsideDescription = 'outside';

type FieldProps = {
  readonly employee: string;
  /** On which the clause must be in force; nothing is offered without it. */
  readonly day: string | null;
  /** The kind of activity: a clause whose duties ask for it is offered first. */
  readonly kind: string;
  /** A clause, `outsideDescription`, or null: the one that is offered first. */
  readonly value?: string | null;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
};

/** What is offered first: the clause whose duties ask for such an activity, else outside. Undefined while it is read. */
function useOfferedClause({ employee, day, kind }: Pick<FieldProps, 'employee' | 'day' | 'kind'>) {
  const read = useRead(readDutyClauses, { query: { employee, on: day ?? '' } }, { enabled: day !== null });
  const items = read.data?.items ?? [];
  const offered = items.find(({ covers }) => covers.includes(kind))?.id ?? outsideDescription;
  return { items, offered: read.data ? offered : undefined };
}

/** From which duty clause of the employee, in force on the day, something is assigned. */
export function ClauseField({ employee, day, kind, value, onChange, error }: FieldProps) {
  const t = useText(mandatesScreenTexts);
  const { items, offered } = useOfferedClause({ employee, day, kind });
  const there = value === outsideDescription || items.some(({ id }) => id === value);
  return (
    <Select
      label={t('mandates.comes-from')}
      description={t('mandates.comes-from-hint')}
      required
      allowDeselect={false}
      searchable
      nothingFoundMessage={t('mandates.no-clause-found')}
      data={[
        ...items.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}` })),
        { value: outsideDescription, label: t('mandates.outside') },
      ]}
      value={(there ? value : offered) ?? null}
      onChange={(next) => next && onChange(next)}
      error={error}
    />
  );
}

/** What of a body says a choice: a clause, or null for outside; nothing while the server is to take what is offered first. */
export function clauseSent(value: string | null): { clauseId?: string | null } {
  return value === null ? {} : { clauseId: value === outsideDescription ? null : value };
}
