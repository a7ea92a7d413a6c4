import type { Command } from '../command.ts';

/** Every command: what it is for, and where it is. */
export const commands: Record<string, { for: string; load(): Promise<Command> }> = {
  demo: { for: 'run a demonstration company', load: async () => (await import('./demo.ts')).demo },
  start: { for: 'run your own company', load: async () => (await import('./start.ts')).start },
  test: { for: 'run every check and test', load: async () => (await import('./test.ts')).test },
  bench: { for: 'measure speed on this machine', load: async () => (await import('./bench.ts')).bench },
  import: { for: 'bring in records from a file', load: async () => (await import('./import.ts')).importFile },
  backup: { for: 'write everything into one file', load: async () => (await import('./backup.ts')).backup },
  restore: { for: 'make a data folder from a backup', load: async () => (await import('./restore.ts')).restore },
  verify: { for: 'prove that the data, or a backup, is whole', load: async () => (await import('./verify.ts')).verify },
  help: { for: 'this text', load: async () => (await import('./help.ts')).help },
};

/** What the launcher can do, one line a command. */
export function summary(): string {
  const lines = Object.entries(commands).map(([name, command]) => `  ${name.padEnd(9)} ${command.for}`);
  return `Usage: ./mandate COMMAND [flags]\n\n${lines.join('\n')}\n\n./mandate COMMAND --help tells its flags.`;
}
