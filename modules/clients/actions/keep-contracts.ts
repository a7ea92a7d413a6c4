import { sql } from '#platform/db/sql.ts';
import { actingEmployee, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { type ContractRow, contract } from '../data/contracts.ts';
import { refuse } from '../refusals.ts';
import { tidy } from '../rules/new-client.ts';
import { findClient } from './find-client.ts';

type Revised = { id: string; revision: number };
export type ContractWish = {
  number: string;
  subject: string;
  signedOn: string;
  validUntil?: string | null;
  noticeDays?: number;
  /** The contract that this one takes the place of. */
  renews?: string;
};
export type ContractChange = Partial<Omit<ContractWish, 'renews'>>;

const usualNotice = 30;

/**
 * Enters a contract with a client; one that it renews is closed by it.
 * @throws Refused `clients.contract-signed-in-future`, `clients.contract-ends-before`, `clients.contract-number-taken`,
 *   `clients.unknown-contract`, `clients.contract-closed`.
 */
export async function enterContract(w: Work, clientId: string, wish: ContractWish): Promise<Revised> {
  const client = await findClient(w, clientId);
  await requirePermit(w, 'clients.edit', { keeperId: client.keeperId });
  const renewed = wish.renews === undefined ? null : await openContract(w, wish.renews);
  if (renewed && renewed.clientId !== clientId) refuse('clients.unknown-contract', {}, '/renews');
  judgeDays(w, { ...wish, validUntil: wish.validUntil ?? null });
  const entered =
    await w.db.one(sql<Revised>`insert into clients.contracts (id, company_id, client_id, number, subject, signed_on,
      valid_until, notice_days, entered_by)
    values (${w.newId()}, ${w.actor.companyId}, ${clientId}, ${tidy(wish.number)}, ${wish.subject.trim()}, ${wish.signedOn}::date,
      ${wish.validUntil ?? null}::date, ${wish.noticeDays ?? usualNotice}, ${actingEmployee(w)}) returning id, revision`);
  if (renewed) {
    await w.db.run(sql`update clients.contracts set ending = 'renewed', ended_on = ${w.today.toString()}::date, renewed_by = ${entered.id}
      where id = ${renewed.id}`);
  }
  return entered;
}

/** Corrects a contract in force. @throws Refused as `enterContract`; `platform.changed-meanwhile`. */
export async function editContract(w: Work, id: string, change: ContractChange): Promise<Revised> {
  const current = await openContract(w, id);
  expectRevision(w, current);
  const next = { ...current, ...change };
  judgeDays(w, next);
  return w.db.one(sql<Revised>`update clients.contracts set number = ${tidy(next.number)}, subject = ${next.subject.trim()},
      signed_on = ${next.signedOn}::date, valid_until = ${next.validUntil}::date, notice_days = ${next.noticeDays}
    where id = ${id} returning id, revision`);
}

/** Notes that a contract is not renewed, with the reason. @throws Refused `clients.contract-closed`, `platform.changed-meanwhile`. */
export async function endContract(w: Work, id: string, reason: string): Promise<Revised> {
  const current = await openContract(w, id);
  expectRevision(w, current);
  return w.db.one(sql<Revised>`update clients.contracts set ending = 'ended', ended_on = ${w.today.toString()}::date,
      end_reason = ${reason.trim()} where id = ${id} returning id, revision`);
}

/** A contract of which nothing was decided yet, held against change. */
async function openContract(w: Work, id: string): Promise<ContractRow> {
  await w.db.run(sql`select 1 from clients.contracts where id = ${id} for update`);
  const found = (await contract(w, id)) ?? refuse('clients.unknown-contract');
  await requirePermit(w, 'clients.edit', { keeperId: found.keeperId });
  if (found.ending !== null) refuse('clients.contract-closed');
  return found;
}

function judgeDays(w: Work, { signedOn, validUntil }: { signedOn: string; validUntil: string | null }): void {
  if (signedOn > w.today.toString()) refuse('clients.contract-signed-in-future', {}, '/signedOn');
  if (validUntil !== null && validUntil < signedOn) refuse('clients.contract-ends-before', {}, '/validUntil');
}
