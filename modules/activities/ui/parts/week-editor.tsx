import { Text } from '@mantine/core';
import { useState } from 'react';
import { useGo } from '#platform/web/address.ts';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { offerUndo } from '#platform/web/undo.tsx';
import { removeActivity, replanActivity } from '../../endpoints.ts';
import { planItems, weekProposals } from '../../endpoints-week.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { ItemDialog } from './item-dialog.tsx';
import { usualMinutes } from './kind.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { Proposals } from './proposals.tsx';
import { WeekCalendar } from './week-calendar.tsx';
import { WeekLines } from './week-lines.tsx';
import { freeSpot, type Proposal, type Spot, type WeekItem, type WeekPlan } from './week-types.ts';

type EditorProps = {
  readonly plan: WeekPlan;
  readonly face: 'calendar' | 'lines';
  /** Where a contact is about to be planned, when the person asked for it. */
  readonly planning: Spot | null;
  readonly onPlanning: (at: Spot | null) => void;
};
const touched = ['activities', 'mandates'] as const;

/** The week with what is proposed beside it; everything that can be dragged can be placed by a dialog as well. */
export function WeekEditor({ plan, face, planning, onPlanning }: EditorProps) {
  const t = useText(screenTexts);
  const go = useGo();
  const { today } = useMe();
  const [open, setOpen] = useState<{ item: WeekItem; to?: Spot } | null>(null);
  const [choosing, setChoosing] = useState<Proposal | null>(null);
  const { take, takeAll, problem: refusedTaking } = useTaking(plan);
  const { drop, problem: refusedDrop } = useDropping((item, to) => setOpen({ item, to }));
  const proposing = plan.can.plan && (plan.state === 'draft' || plan.state === 'remarked');
  const proposals = useRead(
    weekProposals,
    { params: { week: plan.week }, query: { employee: plan.employee.id } },
    { enabled: proposing },
  );
  // What lies ahead is placed; what is due is carried out.
  const ahead = (item: WeekItem) => item.state === 'planned' && (item.plannedOn ?? '') > today;
  const openItem = (item: WeekItem) => (ahead(item) ? setOpen({ item }) : go(`/activities/${item.id}`));
  return (
    <>
      <RefusalBanner problem={refusedTaking ?? refusedDrop} />
      <div className={proposing ? classes.week : undefined}>
        <div>
          {face === 'lines' ? (
            <WeekLines plan={plan} onOpen={openItem} />
          ) : (
            <WeekCalendar
              plan={plan}
              onOpen={openItem}
              onDrop={drop}
              onSlot={(at) => plan.can.plan && onPlanning(at)}
              onTake={(clientId, to) => {
                const proposal = proposals.data?.items.find((each) => each.clientId === clientId);
                if (proposal) take(proposal, to);
              }}
            />
          )}
          {face === 'calendar' && plan.can.plan && (
            <Text size="xs" c="dimmed" mt="xs">
              {t('activities.keys-hint')}
            </Text>
          )}
        </div>
        {proposing && (
          <aside className={classes.side} aria-label={t('activities.proposed')}>
            <Proposals
              week={plan.week}
              employee={plan.employee.id}
              onTake={(proposal) => take(proposal, freeSpot(plan.items, proposal.day ?? '', proposal.kind))}
              onTakeAll={takeAll}
              onChoose={setChoosing}
            />
          </aside>
        )}
      </div>
      {open && <ItemDialog item={open.item} onClose={() => setOpen(null)} {...(open.to && { to: open.to })} />}
      {(planning || choosing) && (
        <PlanDialog
          at={planning ?? (choosing?.day ? freeSpot(plan.items, choosing.day, choosing.kind) : null)}
          employee={plan.employee.id}
          assigning={plan.can.assign}
          offPlan={!proposing}
          onClose={() => {
            onPlanning(null);
            setChoosing(null);
          }}
          {...(choosing && { client: { id: choosing.clientId, label: choosing.client }, kind: choosing.kind })}
        />
      )}
    </>
  );
}

/** Takes proposals into the plan, at a place or all at once. */
function useTaking(plan: WeekPlan) {
  const t = useText(screenTexts);
  const remove = useAct(removeActivity, { invalidates: touched });
  const add = useAct(planItems, { invalidates: touched });
  const params = { week: plan.week };
  const itemOf = ({ clientId, kind }: Proposal, { day, time }: Spot) => ({
    clientId,
    kind,
    plannedOn: day,
    plannedTime: time,
    minutes: usualMinutes[kind],
  });
  const send = (items: ReturnType<typeof itemOf>[]) =>
    add.actAndWait({ params, body: { employeeId: plan.employee.id, items } });
  const take = async (proposal: Proposal, to: Spot) => {
    const { items } = await send([itemOf(proposal, to)]).catch(() => ({ items: [] }));
    const [made] = items;
    if (!made) return;
    const undo = () => remove.act({ params: { id: made.id }, ifMatch: made.revision });
    offerUndo({ message: t('activities.taken', { client: proposal.client }), undo });
  };
  const takeAll = async (proposals: readonly Proposal[]) => {
    const taken: { day: string; time: string; minutes: number }[] = [];
    const items = proposals.map((proposal) => {
      const spot = freeSpot(plan.items, proposal.day ?? '', proposal.kind, taken);
      if (spot.time) taken.push({ day: spot.day, time: spot.time, minutes: usualMinutes[proposal.kind] });
      return itemOf(proposal, spot);
    });
    const made = await send(items).catch(() => null);
    if (made) notify('good', t('activities.all-taken', { count: made.items.length }));
  };
  return { take, takeAll, problem: add.problem };
}

/** Puts an item where it was dropped, and offers to put it back; where a reason is needed it asks for it. */
function useDropping(ask: (item: WeekItem, to: Spot) => void) {
  const t = useText(screenTexts);
  const replan = useAct(replanActivity, { invalidates: touched });
  const put = (id: string, { day, time }: Spot, ifMatch: number) =>
    replan.actAndWait({ params: { id }, body: { plannedOn: day, plannedTime: time }, ifMatch });
  const drop = async (item: WeekItem, to: Spot) => {
    if (to.day === item.plannedOn && to.time === item.plannedTime) return;
    if (item.can.replan !== true && to.day !== item.plannedOn) return ask(item, to);
    const moved = await put(item.id, to, item.revision).catch(() => null);
    const before = { day: item.plannedOn ?? to.day, time: item.plannedTime };
    if (moved)
      offerUndo({
        message: t('activities.put', { client: item.client.name }),
        undo: () => void put(item.id, before, moved.revision),
      });
  };
  return { drop, problem: replan.problem };
}
