import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { root } from '#platform/db/migrate.ts';
import { commands } from './commands/list.ts';

const mandate = (words: string[], program = path.join(root, 'mandate'), cwd = root) =>
  spawnSync(program, words, { encoding: 'utf8', cwd, env: { ...process.env, MANDATE_PORT: '', MANDATE_DATA: '' } });

describe('the launcher', () => {
  it('says what it can do, from any folder and by a link', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mandate-link-'));
    const link = path.join(folder, 'm');
    symlinkSync(path.join(root, 'mandate'), link);
    const { status, stdout } = mandate([], link, folder);
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name} `);
  });

  test.each([
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['start', '--colour', 'red'], "Unknown option '--colour'"],
    [['start', '--port', 'eighty'], '"eighty" is not a port'],
    [['start', '--port', '70000'], '"70000" is not a port'],
    [['start', 'now'], '"now" is not understood'],
    [['backup'], 'A word is missing'],
    [['restore', 'a.tar.gz'], 'Name the folder to make'],
    [['test', 'nothing'], 'There is no step "nothing"'],
    [['help', 'frobnicate'], 'There is no command "frobnicate"'],
  ])('%j is not understood: the usage, and exit code 2', (words, sentence) => {
    const { status, stderr } = mandate(words);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Usage: ./mandate');
    expect(status).toBe(2);
  });

  test.each(Object.keys(commands))('%s tells its flags', (name) => {
    const { status, stdout } = mandate([name, '--help']);
    expect(stdout).toContain(`Usage: ./mandate ${name}`);
    expect(status).toBe(0);
  });

  it('says that there is no data to back up', () => {
    const { status, stderr } = mandate(['backup', '/tmp/none.tar.gz', '--data', '/nowhere/at/all']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'There is no data in /nowhere/at/all.\n' });
  });
});
