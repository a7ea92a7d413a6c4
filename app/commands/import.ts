import { openDatabase } from '#platform/db/open.ts';
import { type Command, dataFlags, dataUsage } from '../command.ts';
import { reachFolder } from '../data-folder.ts';
import { fromHere } from '../standing.ts';
import { given, whereOf } from '../where.ts';

export const importFile: Command = {
  usage: `Usage: ./mandate import KIND FILE [flags]

Brings records of a kind (clients, contacts, products, …) from a file, by the same checks as by hand.
Works while Mandate runs on the data. Rejected rows go into a file beside FILE.

  --as EMAIL    the employee on whose behalf (default: the first employee)
  --check       only say what would happen
${dataUsage}`,
  options: { ...dataFlags, as: { type: 'string' }, check: { type: 'boolean' } },
  words: [2, 2],
  run: async (words) => {
    const { dataDir } = whereOf(words, 'start');
    const [kind = '', file = ''] = words.rest;
    const report = (line: string) => console.log(line);
    await using open = new AsyncDisposableStack();
    const folder = await reachFolder(dataDir, report);
    open.defer(() => folder.close());
    const database = await openDatabase({ ownerUrl: folder.ownerUrl, connections: 4 });
    open.defer(() => database.close());
    const { importRecords } = await import('../import-records.ts');
    const wish = { kind, file: fromHere(file), as: given(words.flags.as), checkOnly: words.flags.check === true };
    const { rejected } = await importRecords({ database, dataDir, report, ...wish });
    return rejected === 0 ? 0 : 1;
  },
};
