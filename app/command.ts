import type { ParseArgsOptionsConfig } from 'node:util';

/** What the person wrote after the command's name, parsed by the command's options. */
export type Words = { readonly flags: Record<string, string | boolean | undefined>; readonly rest: string[] };

/** One command of the launcher; its file is loaded only when it is asked for. */
export type Command = {
  /** How it is written, and what its flags mean. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words may follow the flags: least and most. */
  readonly words: readonly [number, number];
  /** Does it; gives the exit code. */
  run(words: Words): Promise<number>;
};

/** Thrown for words that do not fit the command: the usage is shown, the exit code is 2. */
export class Misused extends Error {
  readonly exitCode = 2;
}

/** Flags of every command that opens data. */
export const dataFlags = { data: { type: 'string' } } as const satisfies ParseArgsOptionsConfig;

/** Flags of every command that serves. */
export const serveFlags = {
  ...dataFlags,
  port: { type: 'string' },
  host: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const dataUsage = `  --data DIR    folder of the data (or MANDATE_DATA)`;
export const serveUsage = `  --port N      port to answer on, 0 for any free one (or MANDATE_PORT; default 3000)
  --host NAME   address to answer on (default 127.0.0.1: this machine only)
${dataUsage}`;
