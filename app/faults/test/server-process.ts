import { openFolder } from '#app/data-folder.ts';
import { startServer } from '#app/server.ts';
import { openDatabase } from '#platform/db/open.ts';

/**
 * What `mandate start` does, without building the web application, in a process of its own that a test can kill. Says
 * where it answers as one line of JSON.
 */
const [dataDir = ''] = process.argv.slice(2);
const folder = await openFolder(dataDir, () => {});
// As `serve` does: without its database the product ends, and says why.
void folder.lost.then((why) => {
  console.error(`LOST ${why}`);
  process.exit(1);
});
const database = await openDatabase({ ownerUrl: folder.ownerUrl });
const server = await startServer({ database, port: 0, host: '127.0.0.1', dataDir });
console.log(JSON.stringify({ url: server.url, ownerUrl: folder.ownerUrl }));
