import { spawn, spawnSync } from 'node:child_process';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The browser of the end-to-end tests: the one of `MANDATE_CHROMIUM`, or one of this machine, or Debian's, installed now
 * when we may. Otherwise advice on how to get one.
 */
export async function findChromium(report: (line: string) => void): Promise<{ program?: string; advice: string }> {
  const here = process.env.MANDATE_CHROMIUM ?? installed();
  if (here) return { program: here, advice: '' };
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    return {
      advice: 'The end-to-end tests need Chromium: sudo apt-get install chromium (or name one in MANDATE_CHROMIUM).',
    };
  }
  report('Installing Chromium for the end-to-end tests (about 90 MB)');
  const words = (await apt(['update'])) ?? (await apt(['install', '--yes', '--no-install-recommends', 'chromium']));
  const program = installed();
  if (program) return { program, advice: '' };
  return { advice: `Chromium could not be installed (apt-get install chromium): ${words ?? 'no reason given'}` };
}

function installed(): string | undefined {
  return names.map(which).find((found) => found !== undefined);
}

function which(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** The last words of apt-get when it fails. */
function apt(args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.stdout.resume();
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : said.trim().slice(-600)));
  });
}
