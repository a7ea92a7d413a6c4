import type { EndpointReply } from '#kernel/endpoint.ts';
import { useDraft } from '#platform/web/draft.ts';
import { notify } from '#platform/web/notify.ts';
import { type Act, useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { type planSheet, setPlans } from '../../endpoints.ts';
import { monthTotals } from '../../rules/breakdown.ts';
import { plansScreenTexts } from '../../texts-screens.ts';

export type Sheet = EndpointReply<typeof planSheet>;
export type Cell = Sheet['plan'][number];
/** What was typed, by bearer and month, with the row that stood there when typing began. */
type Typed = Readonly<Record<string, { readonly amount: number | null; readonly seen: string | null }>>;

export type SheetDraft = {
  /** What a cell shows: typed, else kept. */
  readonly amountOf: (bearer: string, cell: Cell) => number | null;
  readonly isTyped: (bearer: string, cell: Cell) => boolean;
  readonly type: (bearer: string, cell: Cell, amount: number | null) => void;
  /** What stands in a month after the typing: sum of the personal plans, and what is missing to the department's. */
  readonly totals: (index: number) => { readonly plan: number | null; readonly sum: number; readonly short: number };
  readonly changes: number;
  readonly save: () => void;
  readonly forget: () => void;
  readonly saving: Act<typeof setPlans>;
};

/** The typing into a plan sheet: it survives a reload, and goes to the server in one act. */
export function useSheet(sheet: Sheet): SheetDraft {
  const t = useText(plansScreenTexts);
  const name = `plan-sheet-${sheet.department.id}-${sheet.metric}`;
  const [typed, setTyped, forget] = useDraft<Typed>(name, {});
  const saving = useAct(setPlans, {
    invalidates: ['plans'],
    onDone: ({ saved }) => {
      forget();
      notify('good', t('plans.saved', { count: saved }));
    },
  });
  const amountOf = (bearer: string, cell: Cell) => {
    const found = typed[keyOf(bearer, cell)];
    return found ? found.amount : cell.amount;
  };
  const months = new Set(sheet.months);
  const inSheet = Object.entries(typed).filter(([key]) => months.has(key.split(' ')[1] ?? ''));
  return {
    amountOf,
    isTyped: (bearer, cell) => keyOf(bearer, cell) in typed,
    type: (bearer, cell, amount) =>
      setTyped((before) => {
        const key = keyOf(bearer, cell);
        const { [key]: found, ...rest } = before;
        return amount === cell.amount ? rest : { ...rest, [key]: { amount, seen: found?.seen ?? cell.id } };
      }),
    totals: (index) => {
      const own = sheet.plan[index];
      const plan = own ? amountOf('department', own) : null;
      const personal = sheet.employees.map((row) => {
        const cell = row.cells[index];
        return cell ? amountOf(row.employee.id, cell) : null;
      });
      // The server's rule over what is typed: its own sums know nothing of that yet.
      return { plan, ...monthTotals(plan, personal) };
    },
    changes: inSheet.length,
    save: () =>
      saving.act({
        params: { id: sheet.department.id },
        body: {
          cells: inSheet.map(([key, { amount, seen }]) => {
            const [bearer = '', month = ''] = key.split(' ');
            return { employeeId: bearer === 'department' ? null : bearer, month, metric: sheet.metric, amount, seen };
          }),
        },
      }),
    forget,
    saving,
  };
}

function keyOf(bearer: string, cell: Cell): string {
  return `${bearer} ${cell.month}`;
}
