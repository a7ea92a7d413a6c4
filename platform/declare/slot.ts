/** A question that a lower module asks and a higher one answers. */
export type Slot<Answer> = { readonly name: string; readonly otherwise: Answer; with(answer: Answer): Fill };
export type Fill = { readonly slot: string; readonly answer: unknown };

/** Declares a slot; `otherwise` answers while no module fills it. */
export function slot<Answer>(name: string, options: { otherwise: Answer }): Slot<Answer> {
  return { name, otherwise: options.otherwise, with: (answer) => ({ slot: name, answer }) };
}
