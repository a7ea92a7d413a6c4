import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type MessageRow = {
  id: string;
  kind: 'note' | 'question' | 'answer';
  authorId: string | null;
  author: string | null;
  text: string;
  writtenAt: string;
};

/** The thread of an order, oldest first. */
export function threadOf(w: Work, orderId: string): Promise<MessageRow[]> {
  return w.db.all(sql<MessageRow>`select m.id, m.kind, m.author_id as "authorId",
      (select e.name from organization.employees e where e.id = m.author_id) as author, m.text, m.written_at as "writtenAt"
    from orders.order_messages m where m.order_id = ${orderId} order by m.written_at, m.id`);
}

/** Adds to the thread of an order. */
export async function insertMessage(
  w: Work,
  order: { id: string; keeper_id: string },
  kind: MessageRow['kind'],
  text: string,
): Promise<void> {
  await w.db.run(sql`insert into orders.order_messages (company_id, order_id, keeper_id, kind, author_id, text)
    values (${w.actor.companyId}, ${order.id}, ${order.keeper_id}, ${kind}, ${w.actor.employeeId}, ${text})`);
}
