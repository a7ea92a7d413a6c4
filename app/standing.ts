import path from 'node:path';
import { root } from '#platform/db/migrate.ts';

const standing = process.cwd();
// Libraries look for configuration where the process stands; it must find none but the project's.
process.chdir(root);

/** The file or folder that the person means, from where they stood when they called. */
export function fromHere(name: string): string {
  return path.resolve(standing, name);
}
