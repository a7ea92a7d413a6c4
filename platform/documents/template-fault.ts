/** Thrown when a template does not compile; `faults` say where and why. */
export class TemplateFault extends Error {
  readonly kind: string;
  readonly faults: readonly string[];

  constructor(kind: string, faults: readonly string[]) {
    super(`template of ${kind}: ${faults.join('; ')}`);
    this.name = 'TemplateFault';
    this.kind = kind;
    this.faults = faults;
  }
}
