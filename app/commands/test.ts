import { root } from '#platform/db/migrate.ts';
import { findChromium } from '../check/chromium.ts';
import { type Outcome, runProgram, runVitest } from '../check/steps.ts';
import { type Command, Misused } from '../command.ts';
import { buildWeb } from '../web-build.ts';

const say = (line: string) => console.log(line);

/** Everything that must hold, cheapest first. A name may be given to run that step alone. */
const steps: Record<string, () => Promise<Outcome>> = {
  style: () => runProgram('@biomejs/biome/bin/biome', ['check', '.']),
  'types-rules': () => runProgram('typescript/bin/tsc', ['-p', 'tsconfig.rules.json']),
  'types-server': () => runProgram('typescript/bin/tsc', ['-p', 'tsconfig.server.json']),
  'types-web': () => runProgram('typescript/bin/tsc', ['-p', 'tsconfig.web.json']),
  boundaries: () => runProgram(`${root}/tools/boundaries.ts`, []),
  unit: () => runVitest(['--project', 'unit']),
  database: () => runVitest(['--project', 'database']),
  e2e: async () => {
    const { program, advice } = await findChromium(say);
    if (!program) return { passed: 0, failed: 1, words: advice };
    await buildWeb({ report: say });
    return runVitest(['--config', 'e2e/vitest.config.ts'], { MANDATE_CHROMIUM: program });
  },
};

export const test: Command = {
  usage: `Usage: ./mandate test [STEP…]

Runs every check and test, or the steps named: ${Object.keys(steps).join(', ')}.
The exit code is 1 when anything fails. The end-to-end step needs Chromium (it is installed when run as root).`,
  options: {},
  words: [0, 20],
  run: async ({ rest }) => {
    const unknown = rest.find((name) => !steps[name]);
    if (unknown) throw new Misused(`There is no step "${unknown}".`);
    const results: { name: string; passed: number; failed: number; seconds: number }[] = [];
    for (const [name, step] of Object.entries(steps)) {
      if (rest.length > 0 && !rest.includes(name)) continue;
      say(`— ${name}`);
      const began = performance.now();
      const { passed, failed, words } = await step().catch((error: Error) => ({
        passed: 0,
        failed: 1,
        words: error.message,
      }));
      if (words) say(words);
      results.push({ name, passed, failed, seconds: (performance.now() - began) / 1000 });
    }
    say('');
    for (const { name, passed, failed, seconds } of results) {
      const mark = failed === 0 ? 'ok    ' : 'FAILED';
      say(`${mark} ${name.padEnd(13)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`);
    }
    const total = (of: 'passed' | 'failed') => results.reduce((sum, result) => sum + result[of], 0);
    say(`${total('passed')} passed, ${total('failed')} failed`);
    return total('failed') === 0 ? 0 : 1;
  },
};
