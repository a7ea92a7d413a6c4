import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Modules by rank: one may import the contracts of lower ranks only. `modules/order.json` gives the order of boot. */
const ranks: Readonly<Record<string, number>> = {
  organization: 2,
  mandates: 3,
  clients: 4,
  catalog: 4,
  activities: 5,
  orders: 6,
  settlements: 7,
  plans: 9,
};

/** What each folder of a module may import of its own module. Files at the module's root are named by themselves. */
const inside: Readonly<Record<string, readonly string[]>> = {
  rules: ['rules'],
  data: ['data', 'rules', 'refusals'],
  actions: [
    'actions',
    'data',
    'rules',
    'refusals',
    'permits',
    'slots',
    'documents',
    'settings',
    'templates',
    'metrics',
    'pay-rules',
  ],
  ui: ['ui', 'rules', 'endpoints', 'texts', 'shapes'],
};

export type File = { readonly path: string; readonly text: string };
export type Violation = { readonly file: string; readonly imports: string; readonly because: string };

/** Every import of a file that the borders forbid. Tests may import what they test with. */
export function violations(files: readonly File[]): Violation[] {
  return files
    .filter(({ path: file }) => !isTest(file))
    .flatMap((file) =>
      importsOf(file.text).flatMap(({ name, typeOnly }) => {
        const because = forbidden(file.path, resolve(file.path, name), typeOnly);
        return because ? [{ file: file.path, imports: name, because }] : [];
      }),
    );
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/test\/|testing\.ts$|^e2e\/|test-server\.ts$|^tools\/|sample-/.test(file);
}

function importsOf(text: string): { name: string; typeOnly: boolean }[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map((match) => ({ name: match[2] ?? match[3] ?? '', typeOnly: Boolean(match[1]) }));
}

/** The path from the root of what is imported, or the package's name after `npm:`. */
function resolve(from: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1);
  if (name.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), name));
  return `npm:${name}`;
}

function forbidden(from: string, to: string, typeOnly: boolean): string | null {
  const [root, module, place] = from.split('/');
  if (root === 'kernel')
    return to.startsWith('kernel/') || (typeOnly && to === 'npm:typebox') ? null : 'kernel knows only itself';
  if (root === 'platform')
    return /^(kernel|platform)\/|^npm:/.test(to) ? borderOfWeb(from, to) : 'platform knows no module';
  if (root === 'modules' && module && place) return ofModule(module, place, to, typeOnly);
  return null;
}

function borderOfWeb(from: string, to: string): string | null {
  if (!from.startsWith('platform/web/'))
    return to.startsWith('platform/web/') ? 'the server does not import the browser' : null;
  return to.startsWith('npm:node:') ||
    /^platform\/(?!web\/|(?:http|imports|documents|files|notifications|security)\/endpoints|lists\/(define|bulk|endpoints)\.ts)/.test(
      to,
    )
    ? 'the browser does not import the server'
    : null;
}

function ofModule(module: string, place: string, to: string, typeOnly: boolean): string | null {
  const folder = place.replace(/\.tsx?$/, '');
  if (to.startsWith('app/')) return 'a module does not know the app';
  if (folder === 'rules' && !to.startsWith('kernel/') && !to.startsWith(`modules/${module}/rules/`))
    return 'rules import only kernel';
  if (
    folder === 'ui' &&
    /^platform\/(?!web\/|(?:http|imports|documents|files|notifications|security)\/endpoints|lists\/(define|bulk|endpoints)\.ts)|^npm:node:/.test(
      to,
    )
  )
    return 'the browser does not import the server';
  if (folder !== 'ui' && folder !== 'contract.ui' && to.startsWith('platform/web/'))
    return 'the server does not import the browser';
  if (!to.startsWith('modules/')) return null;
  const [, other = '', target = ''] = to.split('/');
  const part = target.replace(/\.tsx?$/, '');
  if (other === module) {
    // What a reply looks like is a type that everyone may speak of.
    if (typeOnly && /^(endpoints|shapes)/.test(part)) return null;
    const allowed = inside[folder];
    return allowed && !allowed.includes(part.replace(/-.*$/, '')) && !allowed.includes(part)
      ? `${folder} may not import ${part}`
      : null;
  }
  if (part !== 'contract' && part !== 'contract.ui') return 'another module is imported through its contract';
  return (ranks[other] ?? 99) < (ranks[module] ?? 0) ? null : `${other} is not below ${module}`;
}

/** All sources of the project, as the checker reads them. */
export function sources(root: string): File[] {
  return ['kernel', 'platform', 'modules', 'app'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(path.join(root, folder, name), 'utf8') })),
  );
}

if (import.meta.main) {
  const found = violations(sources(path.resolve(import.meta.dirname, '..')));
  for (const { file, imports, because } of found) console.log(`${file} imports ${imports}: ${because}`);
  console.log(
    found.length === 0 ? 'Every import stays within the borders.' : `${found.length} imports cross a border.`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}
