import type { EndpointReply } from '#kernel/endpoint.ts';
import { useDraft } from '#platform/web/draft.ts';
import { notify } from '#platform/web/notify.ts';
import { type Act, useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { type planSheet, setPlans } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';

export type Cell = EndpointReply<typeof planSheet>['plan'][number];
/** What was typed, by row and month, with the record that stood there when typing began. */
type Typed = Readonly<Record<string, { readonly amount: number | null; readonly seen: string | null }>>;
/** What plan a row of the grid stands for. */
export type RowPlan = {
  readonly employeeId: string | null;
  readonly metric: 'sales' | 'active-clients' | 'new-clients';
  readonly categoryId?: string;
  readonly clientId?: string;
};

export type Typing = {
  /** What a cell shows: typed, else kept. */
  readonly amountOf: (row: string, cell: Cell) => number | null;
  readonly isTyped: (row: string, cell: Cell) => boolean;
  readonly type: (row: string, cell: Cell, amount: number | null) => void;
  readonly changes: number;
  readonly save: (reason: string) => void;
  readonly forget: () => void;
  readonly saving: Act<typeof setPlans>;
};

/** The typing into a grid of plans: it survives a reload under its name, and goes to the server in one act. */
export function useTyping(
  name: string,
  grid: {
    readonly departmentId: string;
    readonly months: readonly string[];
    readonly planOf: (row: string) => RowPlan;
    readonly onSaved?: () => void;
  },
): Typing {
  const t = useText(plansScreenTexts);
  const [typed, setTyped, forget] = useDraft<Typed>(name, {});
  const saving = useAct(setPlans, {
    invalidates: ['plans'],
    onDone: ({ saved }) => {
      forget();
      grid.onSaved?.();
      notify('good', t('plans.saved', { count: saved }));
    },
  });
  const months = new Set(grid.months);
  const inGrid = Object.entries(typed).filter(([key]) => months.has(key.split(' ')[1] ?? ''));
  return {
    amountOf: (row, cell) => {
      const found = typed[keyOf(row, cell)];
      return found ? found.amount : cell.amount;
    },
    isTyped: (row, cell) => keyOf(row, cell) in typed,
    type: (row, cell, amount) =>
      setTyped((before) => {
        const key = keyOf(row, cell);
        const { [key]: found, ...rest } = before;
        return amount === cell.amount ? rest : { ...rest, [key]: { amount, seen: found?.seen ?? cell.id } };
      }),
    changes: inGrid.length,
    save: (reason) =>
      saving.act({
        params: { id: grid.departmentId },
        body: {
          cells: inGrid.map(([key, { amount, seen }]) => {
            const [row = '', month = ''] = key.split(' ');
            return { ...grid.planOf(row), month, amount, seen };
          }),
          ...(reason.trim() && { reason: reason.trim() }),
        },
      }),
    forget,
    saving,
  };
}

function keyOf(row: string, cell: Cell): string {
  return `${row} ${cell.month}`;
}
