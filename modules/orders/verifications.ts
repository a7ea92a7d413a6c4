import type { Verification } from '#platform/declare/module.ts';

/** What must hold of every order, whatever was done to it. */
export const orderVerifications: readonly Verification[] = [
  {
    name: 'orders: the total of an order is the sum of its lines',
    query: `select o.id from orders.orders o where o.state <> 'draft' and o.total <> coalesce(
      (select sum(l.amount) from orders.order_lines l where l.order_id = o.id), 0)`,
  },
  {
    name: 'orders: what was shipped of an order is not more than was entered',
    query: `select s.order_id from orders.shipments s join orders.orders o on o.id = s.order_id
      group by s.order_id, o.entered_total, o.total having sum(s.amount) > coalesce(o.entered_total, o.total)`,
  },
  {
    name: 'orders: the amount of a shipment is the sum of its lines',
    query: `select s.id from orders.shipments s where s.amount <> coalesce(
      (select sum(l.amount) from orders.shipment_lines l where l.shipment_id = s.id), 0)`,
  },
  {
    name: 'orders: nothing that waits or was refused has a number',
    query: `select o.id from orders.orders o join orders.authorizations a on a.order_id = o.id and a.state = 'asked' where o.number is not null`,
  },
  {
    name: 'orders: an order is not invoiced for more than it is worth',
    query: `select o.id from orders.orders o where o.uninvoiced > greatest(o.total, coalesce(o.entered_total, 0))`,
  },
  {
    name: 'orders: the rhythm of a client is that of its orders',
    query: `select c.id from clients.clients c left join orders.rhythms r on r.client_id = c.id cross join lateral orders.rhythm_of(c.id) n
      where (r.last_on, r.every_days, r.due_on, coalesce(r.usual, 0)) is distinct from (n.last_on, n.every_days, n.due_on, n.usual)`,
  },
];
