import path from 'node:path';
import { root } from '#platform/db/migrate.ts';
import { Misused, type Words } from './command.ts';
import { fromHere } from './standing.ts';

/** Where a command reads and answers. */
export type Where = { readonly dataDir: string; readonly port: number; readonly host: string };

/**
 * What flags and environment say; flags win. Folders are relative to where the person stands, the default one to the project.
 * @throws Misused when the port is no port.
 */
export function whereOf({ flags }: Pick<Words, 'flags'>, folder: 'start' | 'demo'): Where {
  const port = given(flags.port) ?? given(process.env.MANDATE_PORT) ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Misused(`"${port}" is not a port.`);
  return {
    dataDir: fromHere(given(flags.data) ?? given(process.env.MANDATE_DATA) ?? path.join(root, '.data', folder)),
    port: Number(port),
    host: given(flags.host) ?? '127.0.0.1',
  };
}

/** A flag or variable that says something. */
export function given(word: string | boolean | undefined): string | undefined {
  return typeof word === 'string' && word !== '' ? word : undefined;
}
