import { Select } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useText } from '#platform/web/texts.ts';
import type { debtByAge } from '../../endpoints.ts';
import { settlementsTexts } from '../../texts.ts';

/** Whose debts are shown: of one keeper, of a department, or (neither) of all in reach. */
export type Whose = { readonly keeper?: string | undefined; readonly department?: string | undefined };

/** Chooses whose clients are looked at. Whoever answers for nobody else has nothing to choose. */
export function WhoseField({
  choices,
  value,
  onChange,
}: {
  choices: EndpointReply<typeof debtByAge>['whose'];
  value: Whose;
  onChange: (whose: Whose) => void;
}) {
  const t = useText(settlementsTexts);
  const { people, departments } = choices;
  const chosen = value.keeper ? `keeper ${value.keeper}` : value.department ? `department ${value.department}` : 'all';
  if (people.length < 2 && chosen === 'all') return null;
  const choose = (picked: string | null) => {
    const [kind, id] = (picked ?? 'all').split(' ');
    onChange({ keeper: kind === 'keeper' ? id : undefined, department: kind === 'department' ? id : undefined });
  };
  return (
    <Select
      aria-label={t('settlements.whose')}
      searchable={people.length > 8}
      allowDeselect={false}
      value={chosen}
      onChange={choose}
      data={[
        { value: 'all', label: t('settlements.whose.all') },
        ...departments.map(({ id, name }) => ({
          value: `department ${id}`,
          label: t('settlements.whose.department', { name }),
        })),
        ...people.map(({ id, name }) => ({ value: `keeper ${id}`, label: name })),
      ]}
    />
  );
}
