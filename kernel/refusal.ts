/** HTTP class of a refusal: what kind of "no" it is. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 416 | 422 | 429 | 503;

/** One reason why an act was refused. `params` fill the sentence `refusal.<code>` of the catalogue. */
export type Refusal = {
  readonly code: string;
  readonly status: RefusalStatus;
  readonly params?: Readonly<Record<string, unknown>>;
  /** JSON pointer of the field at fault, e.g. `/lines/3/quantity`. */
  readonly field?: string;
};

/** What a module declares of its refusals: code → HTTP class. Constraint names may stand for a code. */
export type RefusalCatalogue = {
  readonly codes: Readonly<Record<string, RefusalStatus>>;
  /** Database constraint name → refusal code. */
  readonly constraints?: Readonly<Record<string, string>>;
};

/** Thrown by actions. Carries every reason at once, so that a person mends all of them in one go. */
export class Refused extends Error {
  readonly reasons: readonly Refusal[];
  /** Further members of the problem document, e.g. who may decide. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(reasons: readonly Refusal[], extra: Readonly<Record<string, unknown>> = {}) {
    super(reasons.map((reason) => reason.code).join(', '));
    this.name = 'Refused';
    this.reasons = reasons;
    this.extra = extra;
  }
}

/** Declares the refusals of a module. */
export function defineRefusals<const T extends RefusalCatalogue>(catalogue: T): T {
  return catalogue;
}

/** Throws a refusal of a catalogue. A constant of this type must be annotated with it, for the compiler to see `never`. */
export type Refuse<T extends RefusalCatalogue> = (
  code: keyof T['codes'] & string,
  params?: Readonly<Record<string, unknown>>,
  field?: string,
) => never;

/** Builds the function that throws refusals of one catalogue; an undeclared code does not compile. */
export function refuser<const T extends RefusalCatalogue>(catalogue: T): Refuse<T> {
  return (code, params, field) => {
    throw new Refused([refusal(catalogue, code, params, field)]);
  };
}

/** One refusal of a catalogue as data, for rules that collect all reasons. */
export function refusal<const T extends RefusalCatalogue>(
  catalogue: T,
  code: keyof T['codes'] & string,
  params?: Readonly<Record<string, unknown>>,
  field?: string,
): Refusal {
  const status = catalogue.codes[code];
  if (status === undefined) throw new Error(`undeclared refusal ${code}`);
  return { code, status, ...(params && { params }), ...(field && { field }) };
}
