import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { aClient } from '../testing.ts';
import { similarClients } from './clients.ts';
import { searchClients } from './search.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  runner = new Runner(clone.database, compose(modules));
  const entered: [Person, string, string, string][] = [
    ['kamA', 'Nordwind Handel GmbH', 'Kiel', 'DE 100'],
    ['kamA', 'Royal Tea Import', 'Hamburg', 'DE 200'],
    ['kamA', 'Берёзка, ООО', 'Тверь', '7701'],
    ['kamA', '100% Juice', 'Oslo', ''],
    ['kamA', 'Teahouse', 'Bremen', ''],
    ['kamA', 'Ansteam Boats', 'Bremen', ''],
    ['kamA', 'Bolta Boltb Boltc Boltd Boltf Boltg Bolth Bolti Boltj', 'Bremen', ''],
    ['kamA', 'Botle Glass', 'Bremen', ''],
    ['kamB', 'Nordlicht Bäckerei', 'Kiel', 'DE 300'],
    ['kamB', 'Royale Teppiche', 'Ulm', 'DE 400'],
  ];
  for (const [who, name, city, taxNumber] of entered) {
    await aClient(runner, company.actor(who), {
      name,
      city,
      taxNumber,
      code: taxNumber && `C${taxNumber.replace(/\D/g, '')}`,
    });
  }
});
afterAll(() => clone.close());

const found = async (who: Person, text: string) =>
  (await runner.read(company.actor(who), (w) => searchClients.find(w, text, 10))).map(({ title }) => title);

describe('looking for a client', () => {
  it.each([
    ['nord', ['Nordwind Handel GmbH']],
    ['c100', ['Nordwind Handel GmbH']],
    ['handel kiel', ['Nordwind Handel GmbH']],
    ['DE200', ['Royal Tea Import']],
    ['березка', ['Берёзка, ООО']],
    ['берозка', ['Берёзка, ООО']],
    ['roial tea', ['Royal Tea Import']],
    ['nordwidn', ['Nordwind Handel GmbH']],
    ['nordwnid handle', ['Nordwind Handel GmbH']],
    ['100%', ['100% Juice']],
    ['tea', ['Teahouse', 'Royal Tea Import', 'Ansteam Boats']], // the beginning of the name, of a word, then within one
    ['royal-tea', ['Royal Tea Import']],
    ['handel gm', ['Nordwind Handel GmbH']],
    ['handel qq', []], // a short word counts, too
    ['nordwidn gm', ['Nordwind Handel GmbH']],
    ['nordwidn qq', []],
    ['bolte glass', ['Botle Glass']], // though nine words are as near
    ['%', []],
    ['_', []],
    ["'; --", []],
    ['DE999', []],
    [' ', []],
  ])('%s', async (text, titles) => {
    expect(await found('kamA', text)).toEqual(titles);
  });

  it('repeats the policy of the table: for everyone the same clients, however they are asked for', async () => {
    for (const who of ['kamA', 'kamB', 'head', 'director', 'support', 'hr', 'outsider'] as const) {
      const [visible, byPrefix, byWord, within, byName, mistyped] = await runner.read(company.actor(who), (w) => {
        const ids = async (query: ReturnType<typeof sql<{ id: string }>>) =>
          (await w.db.all(query)).map(({ id }) => id).sort();
        return Promise.all([
          ids(sql<{ id: string }>`select id from clients.clients where name ~* 'nord|royal'`),
          ids(
            sql<{
              id: string;
            }>`select id from clients.found('nord', 50) union select id from clients.found('royal', 50)`,
          ),
          ids(
            sql<{
              id: string;
            }>`select f.id from clients.found('kiel', 50) f union select f.id from clients.found('import', 50) f union select f.id from clients.found('tepp', 50) f`,
          ),
          ids(
            sql<{
              id: string;
            }>`select id from clients.found('ordwind', 50) union select id from clients.found('ordlicht', 50) union select id from clients.found('oyal', 50)`,
          ),
          ids(
            sql<{
              id: string;
            }>`select n as id from clients.named('nord') n union select n from clients.named('ROYAL') n`,
          ),
          ids(sql<{
            id: string;
          }>`select id from clients.found('nordwimd', 50) union select id from clients.found('nordlihct', 50) union select id from clients.found('roxal', 50)
            union select id from clients.found('royxle', 50)`),
        ]);
      });
      expect(byPrefix, who).toEqual(visible);
      expect(byWord, who).toEqual(visible);
      expect(within, who).toEqual(visible);
      expect(byName, who).toEqual(visible);
      expect(mistyped, who).toEqual(visible);
    }
  });
});

describe('clients like a new one', () => {
  const like = (who: Person, name: string, taxNumber = '') =>
    runner.read(company.actor(who), (w) => similarClients(w, { name, taxNumber, except: null }));

  it.each([
    ['Nordwind-Handel', 'Nordwind Handel GmbH'],
    ['ООО «Березка»', 'Берёзка, ООО'],
    ['Royal Tea Imports Ltd', 'Royal Tea Import'],
  ])('%s', async (name, like_) => {
    expect((await like('kamA', name)).map((each) => each.name)).toContain(like_);
  });

  it('are none for a name of its own, and for whoever enters no clients', async () => {
    expect(await like('kamA', 'Quartz Maschinenbau')).toEqual([]);
    expect(await like('support', 'Nordwind Handel')).toEqual([]);
    expect(await like('outsider', 'Nordwind Handel', 'DE100')).toEqual([]);
  });

  it('show of another’s client only its keeper', async () => {
    expect(await like('kamB', 'Nordwind Handel')).toMatchObject([
      { id: null, name: null, city: null, keeper: 'Kama Test' },
    ]);
    expect(await like('head', 'Nordwind Handel')).toMatchObject([
      { name: 'Nordwind Handel GmbH', city: 'Kiel', keeper: 'Kama Test' },
    ]);
  });
});
