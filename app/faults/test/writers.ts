import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';

/** An act that was acknowledged: which one, by which key, and the id of what it made. */
export type Acknowledged = { readonly act: string; readonly key: string; readonly id: string };
export type Act = { readonly name: string; readonly by: string; readonly path: string; readonly body: () => unknown };

/** People at work who repeat with the same key whatever was not acknowledged, until they are told to go home. */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that are neither an acknowledgement nor "try again". */
  readonly strange: string[] = [];
  #repeated = 0;
  #over = false;
  readonly #url: () => string;
  readonly #work: Promise<unknown>;

  constructor(url: () => string, acts: readonly Act[]) {
    this.#url = url;
    this.#work = Promise.all(acts.map((act) => this.#keepAt(act)));
    // Heard by `finish`; a test that fails before it must not fail twice.
    this.#work.catch(() => {});
  }

  /** How often an act had to be repeated. */
  get repeated(): number {
    return this.#repeated;
  }

  /** Waits until so many more acts were acknowledged. */
  async until(more: number): Promise<void> {
    const goal = this.acknowledged.length + more;
    await vi.waitFor(
      () => {
        if (this.acknowledged.length < goal)
          throw new Error(`${this.acknowledged.length} of ${goal} acknowledged; ${this.strange[0] ?? ''}`);
      },
      { timeout: 60_000, interval: 5 },
    );
  }

  /** Lets everybody finish what they began. */
  async finish(): Promise<void> {
    this.#over = true;
    await this.#work;
  }

  async #keepAt(act: Act): Promise<void> {
    while (!this.#over && this.strange.length === 0) {
      const key = randomUUID();
      const body = JSON.stringify(act.body());
      const id = await this.#once(act, key, body);
      if (id) this.acknowledged.push({ act: act.name, key, id });
    }
  }

  async #once(act: Act, key: string, body: string): Promise<string | undefined> {
    for (;;) {
      const answer = await this.#send(act, key, body);
      if (answer === 'again') this.#repeated += 1;
      else if (typeof answer === 'string') {
        this.strange.push(`${act.name}: ${answer}`);
        return undefined;
      } else return answer.id;
    }
  }

  async #send(act: Act, key: string, body: string): Promise<'again' | string | { id: string }> {
    try {
      const response = await fetch(`${this.#url()}/api${act.path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${act.by}`, 'content-type': 'application/json', 'idempotency-key': key },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as { id: string };
      if (response.status !== 503) return `${response.status} ${text}`;
    } catch {
      // Nobody answered, or the answer broke off: whether it was done is not known.
    }
    await this.#awake();
    return 'again';
  }

  #awake(): Promise<unknown> {
    const ask = async () => {
      const response = await fetch(`${this.#url()}/api/health`);
      if (!response.ok) throw new Error(String(response.status));
    };
    return vi.waitFor(ask, { timeout: 60_000, interval: 50 });
  }
}
