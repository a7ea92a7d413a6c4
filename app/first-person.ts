import { createInterface } from 'node:readline/promises';
import { given } from './where.ts';

/** Whom an empty database begins with. */
export type FirstPerson = { readonly company: string; readonly name: string; readonly email: string };

const questions = [
  {
    key: 'company',
    flag: 'company',
    variable: 'MANDATE_COMPANY',
    asks: 'Name of the company',
    otherwise: 'My company',
  },
  { key: 'name', flag: 'first-name', variable: 'MANDATE_FIRST_NAME', asks: 'Your name', otherwise: 'First Employee' },
  {
    key: 'email',
    flag: 'first-email',
    variable: 'MANDATE_FIRST_EMAIL',
    asks: 'Your e-mail',
    otherwise: 'first@mandate.example',
  },
] as const;

/**
 * Who begins: by flags, else by environment, else by asking when somebody sits at the terminal, else a name to be
 * changed later, so that a script gets a running company without knowing any flag.
 * @throws when asking is broken off.
 */
export async function firstPerson(
  flags: Record<string, string | boolean | undefined>,
  stopped: AbortSignal,
): Promise<FirstPerson> {
  const person = { company: '', name: '', email: '' };
  for (const { key, flag, variable, asks, otherwise } of questions) {
    const said = given(flags[flag]) ?? given(process.env[variable]);
    person[key] = said ?? (process.stdin.isTTY ? await ask(asks, otherwise, stopped) : otherwise);
  }
  return person;
}

async function ask(question: string, otherwise: string, stopped: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return (await terminal.question(`${question} [${otherwise}]: `, { signal: stopped })).trim() || otherwise;
  } finally {
    terminal.close();
  }
}
