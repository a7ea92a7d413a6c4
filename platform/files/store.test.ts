import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentPath, type FileStore, openFileStore } from './store.ts';

let dataDir: string;
let store: FileStore;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-store-'));
  store = openFileStore(dataDir);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}
const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const stored = async (text: string) => {
  const received = await store.receive(pieces(text), 1000);
  await received.place();
  return received;
};
const arrivals = () => readdir(path.join(dataDir, 'files.arriving'));
const longAgo = new Date('2020-01-01');
const recently = Temporal.Now.instant().subtract({ hours: 1 });

describe('a content', () => {
  it('lies under its hash, whole, once it is placed', async () => {
    const received = await store.receive(pieces('one, ', 'two'), 1000);
    expect([received.bytes, received.sha256, received.head.toString()]).toEqual([8, sum('one, two'), 'one, two']);
    expect(await store.find(received.sha256, 8)).toBeUndefined();
    await received.place();
    const place = path.join(dataDir, 'files', contentPath(sum('one, two')));
    expect(await store.find(received.sha256, 8)).toBe(place);
    expect(await readFile(place, 'utf8')).toBe('one, two');
    expect(await arrivals()).toEqual([]);
  });
  it('is there once, however often it comes', async () => {
    const first = await stored('the same');
    const again = await store.receive(pieces('the ', 'same'), 1000);
    await again.place();
    await again.discard();
    expect(again.sha256).toBe(first.sha256);
    expect(await arrivals()).toEqual([]);
    expect(await store.settledSince(Temporal.Now.instant().add({ hours: 1 }))).toEqual([first.sha256]);
  });
  it('that is over the limit is read to its end and not kept', async () => {
    const received = await store.receive(pieces('12345', '67890', 'abc'), 9);
    expect([received.whole, received.bytes]).toEqual([false, 13]);
    await received.discard();
    expect(await arrivals()).toEqual([]);
  });
  it('that breaks off leaves nothing', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the line is gone');
    }
    await expect(store.receive(broken(), 1000)).rejects.toThrow('the line is gone');
    expect(await arrivals()).toEqual([]);
  });
  it('that was cut short on the disk is missing, and comes back when it is sent again', async () => {
    const { sha256, bytes } = await stored('all of it');
    await writeFile(path.join(dataDir, 'files', contentPath(sha256)), 'all');
    expect(await store.find(sha256, bytes)).toBeUndefined();
    await stored('all of it');
    expect(await store.find(sha256, bytes)).toBeDefined();
  });
});

describe('clearing away', () => {
  const age = (sha256: string) => utimes(path.join(dataDir, 'files', contentPath(sha256)), longAgo, longAgo);
  it('offers only what nobody placed or touched lately', async () => {
    const [old, placedAgain, touched] = [await stored('old'), await stored('placed again'), await stored('touched')];
    for (const { sha256 } of [old, placedAgain, touched]) await age(sha256);
    await stored('placed again');
    await store.touch(touched.sha256);
    expect(await store.settledSince(recently)).toEqual([old.sha256]);
    await store.remove(old.sha256);
    expect(await store.find(old.sha256, old.bytes)).toBeUndefined();
  });
  it('removes what arrived long ago and was never placed', async () => {
    await store.receive(pieces('orphan'), 1000);
    const [orphan = ''] = await arrivals();
    await utimes(path.join(dataDir, 'files.arriving', orphan), longAgo, longAgo);
    await store.receive(pieces('under way'), 1000);
    await store.clearArrivals(recently);
    expect(await arrivals()).toHaveLength(1);
  });
  it('bears a folder that is not there yet', async () => {
    await store.clearArrivals(recently);
    expect(await store.settledSince(recently)).toEqual([]);
  });
});
