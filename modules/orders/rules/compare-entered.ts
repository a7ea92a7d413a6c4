/** A line by what makes it the same line in the books. */
export type ComparedLine = {
  readonly position: number;
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discountBp: number;
};

export type Difference = {
  readonly productId: string;
  readonly taken: ComparedLine | null;
  readonly entered: ComparedLine | null;
  readonly what: readonly ('missing' | 'added' | 'quantity' | 'price' | 'discount')[];
};

/**
 * Compares what was entered with what was taken, product by product (a product may stand on several lines; they pair in
 * order). Empty when equal; the order of lines does not matter.
 */
export function compareEntered(taken: readonly ComparedLine[], entered: readonly ComparedLine[]): Difference[] {
  const left = new Map<string, ComparedLine[]>();
  for (const line of entered) left.set(line.productId, [...(left.get(line.productId) ?? []), line]);
  const differences = taken.flatMap((line): Difference[] => {
    const match = left.get(line.productId)?.shift() ?? null;
    const what = match ? changed(line, match) : (['missing'] as const);
    return what.length > 0 ? [{ productId: line.productId, taken: line, entered: match, what }] : [];
  });
  const added = [...left.values()]
    .flat()
    .map((line): Difference => ({ productId: line.productId, taken: null, entered: line, what: ['added'] }));
  return [...differences, ...added];
}

function changed(taken: ComparedLine, entered: ComparedLine): ('quantity' | 'price' | 'discount')[] {
  return [
    ...(taken.quantity !== entered.quantity ? (['quantity'] as const) : []),
    ...(taken.unitPrice !== entered.unitPrice ? (['price'] as const) : []),
    ...(taken.discountBp !== entered.discountBp ? (['discount'] as const) : []),
  ];
}
