import { type Command, dataFlags, Misused } from '../command.ts';
import { restoreInto } from '../restoring.ts';
import { fromHere } from '../standing.ts';
import { given } from '../where.ts';

export const restore: Command = {
  usage: `Usage: ./mandate restore FILE --data DIR

Makes a new data folder from a backup, and proves that everything arrived. DIR must be new or empty.

  --data DIR    the folder to make (or MANDATE_DATA)

With DATABASE_URL the records go into that database, which must be empty, and the files into DIR.`,
  options: dataFlags,
  words: [1, 1],
  run: async ({ flags, rest }) => {
    const folderName = given(flags.data) ?? given(process.env.MANDATE_DATA);
    if (!folderName) throw new Misused('Name the folder to make: --data DIR');
    const dataDir = fromHere(folderName);
    const { folder, rows } = await restoreInto(fromHere(rest[0] ?? ''), dataDir, (line) => console.log(line));
    await folder.close();
    console.log(`Restored ${rows} rows into ${dataDir}. Run it: ./mandate start --data ${dataDir}`);
    return 0;
  },
};
