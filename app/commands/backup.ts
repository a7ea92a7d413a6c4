import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeBackup } from '#platform/backup/write.ts';
import { type Command, dataFlags, dataUsage } from '../command.ts';
import { reachFolder } from '../data-folder.ts';
import { fromHere } from '../standing.ts';
import { version } from '../version.ts';
import { whereOf } from '../where.ts';

export const backup: Command = {
  usage: `Usage: ./mandate backup FILE [flags]

Writes everything as of one moment (records, journal, files, the secret that signs sessions) into one file.
Mandate may run meanwhile. Keep the file as safe as the data: it is not encrypted.

  --replace     write over FILE when it exists
${dataUsage}`,
  options: { ...dataFlags, replace: { type: 'boolean' } },
  words: [1, 1],
  run: async (words) => {
    const { dataDir } = whereOf(words, 'start');
    const file = fromHere(words.rest[0] ?? '');
    if (existsSync(file) && !words.flags.replace)
      throw new Error(`${file} exists already. Name another, or add --replace.`);
    await mkdir(path.dirname(file), { recursive: true });
    const report = (line: string) => console.log(line);
    const folder = await reachFolder(dataDir, report);
    try {
      const { rows, bytes } = await writeBackup({ ownerUrl: folder.ownerUrl, dataDir, file, product: version });
      report(`Wrote ${rows} rows into ${file} (${(bytes / 1e6).toFixed(1)} MB). Prove it: ./mandate verify ${file}`);
      return 0;
    } finally {
      await folder.close();
    }
  },
};
