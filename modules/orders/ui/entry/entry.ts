import type { EndpointReply } from '#kernel/endpoint.ts';
import type { draftOrder, readOrder } from '../../endpoints.ts';
import { amountOf } from '../../rules/order-totals.ts';

/** A line as it is typed. A price of null follows the column; a quantity of null is still being typed. */
export type EntryLine = {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number | null;
  readonly columnPrice: number | null;
  readonly unitPrice: number | null;
  readonly discountBp: number | null;
};

/** An order being taken, as this device keeps it. */
export type Entry = {
  readonly clientId: string;
  readonly clientName: string;
  /** 0 until the server has it. */
  readonly revision: number;
  readonly channel: string;
  readonly wantedOn: string | null;
  readonly priceColumnId: string | null;
  readonly note: string;
  readonly clientReference: string;
  readonly lines: readonly EntryLine[];
  /** Counts changes, and those that the server has. */
  readonly changes: number;
  readonly kept: number;
};
export type Product = Pick<EntryLine, 'productId' | 'code' | 'name' | 'unit' | 'columnPrice'>;

/** An order that nothing was typed into yet. */
export function newEntry(clientId: string, clientName: string): Entry {
  const nothing = { wantedOn: null, priceColumnId: null, note: '', clientReference: '', lines: [] };
  return { clientId, clientName, revision: 0, channel: 'phone', ...nothing, changes: 0, kept: 0 };
}

/** A draft of the server. */
export function entryOf(order: EndpointReply<typeof readOrder>): Entry {
  return {
    clientId: order.client.id,
    clientName: order.client.name,
    revision: order.revision,
    channel: order.channel,
    wantedOn: order.wantedOn,
    priceColumnId: order.priceColumn.id,
    note: order.note,
    clientReference: order.clientReference,
    lines: order.lines.map((line) => ({
      productId: line.productId,
      code: line.code,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      columnPrice: line.columnPrice,
      unitPrice: line.priceByHand ? line.unitPrice : null,
      discountBp: line.discountBp || null,
    })),
    changes: 0,
    kept: 0,
  };
}

/** Whether the server lacks something that was typed. */
export function isUnsaved(entry: Entry): boolean {
  return entry.changes > entry.kept;
}

/** The lines that can be sent: those with a quantity. */
export function wholeLines(entry: Entry): readonly EntryLine[] {
  return entry.lines.filter((line) => line.quantity !== null && line.quantity > 0);
}

/** What is sent of an order. */
export function bodyOf(entry: Entry) {
  return {
    channel: entry.channel as 'phone',
    wantedOn: entry.wantedOn,
    ...(entry.priceColumnId && { priceColumnId: entry.priceColumnId }),
    note: entry.note,
    clientReference: entry.clientReference,
    lines: wholeLines(entry).map(({ productId, quantity, unitPrice, discountBp }) => ({
      productId,
      quantity: quantity ?? 0,
      ...(unitPrice !== null && { unitPrice }),
      ...(discountBp !== null && { discountBp }),
    })),
  };
}

/** The order after the server kept `sent`: its revision and today's prices, without losing what was typed since. */
export function afterSaving(entry: Entry, sent: Entry, reply: EndpointReply<typeof draftOrder>): Entry {
  const prices = new Map(reply.prices.map((price) => [price.productId, price.columnPrice]));
  const lines = entry.lines.map((line) => ({ ...line, columnPrice: prices.get(line.productId) ?? line.columnPrice }));
  return { ...entry, lines, revision: reply.revision, kept: sent.changes };
}

/** A change by the person. */
export function changed(entry: Entry, change: Partial<Omit<Entry, 'changes' | 'kept' | 'revision'>>): Entry {
  return { ...entry, ...change, changes: entry.changes + 1 };
}

/** Puts a product on a new line, or gives its line the quantity when it has one. */
export function withProduct(entry: Entry, product: Product, quantity: number): Entry {
  const at = entry.lines.findIndex((line) => line.productId === product.productId);
  if (at >= 0) return withLine(entry, at, { quantity });
  return changed(entry, { lines: [...entry.lines, { ...product, quantity, unitPrice: null, discountBp: null }] });
}

/** Changes a line. A price typed as the column's follows the column again. */
export function withLine(entry: Entry, at: number, change: Partial<EntryLine>): Entry {
  const lines = entry.lines.map((line, index) => {
    if (index !== at) return line;
    const next = { ...line, ...change };
    return next.unitPrice === next.columnPrice ? { ...next, unitPrice: null } : next;
  });
  return changed(entry, { lines });
}

/** Takes a line away. */
export function withoutLine(entry: Entry, at: number): Entry {
  return changed(entry, { lines: entry.lines.filter((_, index) => index !== at) });
}

/** Puts a line back where it was. */
export function withLineAt(entry: Entry, at: number, line: EntryLine): Entry {
  return changed(entry, { lines: entry.lines.toSpliced(at, 0, line) });
}

/** One discount for all lines. */
export function withDiscount(entry: Entry, discountBp: number | null): Entry {
  return changed(entry, { lines: entry.lines.map((line) => ({ ...line, discountBp })) });
}

/** The amount of a line by the server's own rule; null while it cannot be counted. */
export function amountOfLine(line: EntryLine): number | null {
  const unitPrice = line.unitPrice ?? line.columnPrice;
  if (unitPrice === null || line.quantity === null || line.quantity <= 0) return null;
  try {
    return amountOf({ quantity: line.quantity, unitPrice, discountBp: line.discountBp ?? 0 });
  } catch {
    return null;
  }
}

/** The total of what can be counted. */
export function totalOfEntry(entry: Entry): number {
  return entry.lines.reduce((so, line) => so + (amountOfLine(line) ?? 0), 0);
}
