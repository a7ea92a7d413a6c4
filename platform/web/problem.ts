/** One reason of a refusal, with its sentence in the person's language. */
export type ProblemReason = {
  readonly code: string;
  readonly detail: string;
  /** JSON pointer of the field at fault, e.g. `/lines/3/quantity`. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, unknown>>;
};

/** By how much an act is beyond the limit; `figure` and `limit` are in the dimension's unit. */
export type Excess = { readonly dimension: string; readonly figure: number; readonly limit: number };
/** Who may decide: the nearest superior whose mandate covers the act. */
export type Ask = { readonly of: string | { readonly id: string; readonly name: string }; readonly permit: string };

/** The body of an RFC 9457 problem document as the server sends it. */
export type ProblemDocument = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly reasons: readonly ProblemReason[];
  readonly ask?: Ask;
  readonly excess?: readonly Excess[];
  readonly [extra: string]: unknown;
};

/** What a call throws: a refusal by the server, or code `web.offline` (status 0) when it was not reached. */
export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail || document.title);
    this.name = 'Problem';
    this.document = document;
  }

  get status(): number {
    return this.document.status;
  }

  get code(): string {
    return this.document.code;
  }

  get reasons(): readonly ProblemReason[] {
    return this.document.reasons;
  }

  get ask(): Ask | undefined {
    return this.document.ask;
  }

  get excess(): readonly Excess[] {
    return this.document.excess ?? [];
  }

  /** The record as it is now, when it changed after the person saw it (412). */
  get current(): unknown {
    return this.document.current;
  }
}

/** Anything thrown as a problem, so that screens show one kind of thing. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem({ status: 0, title: '', detail, code: 'web.defect', reasons: [] });
}
