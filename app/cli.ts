import './standing.ts';
import { parseArgs } from 'node:util';
import { type Command, Misused, type Words } from './command.ts';
import { commands, summary } from './commands/list.ts';

// Whoever reads our words may leave (`| head`); that must not end the server.
process.stdout.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));
// Whatever a library left open (a watcher, a pool) must not keep a finished command alive.
process.exit();

/** Runs the command that the words name; gives the exit code: 0 well, 1 failed, 2 not understood. */
async function main(words: string[]): Promise<number> {
  const [first = 'help', ...rest] = words;
  const name = first === '--help' || first === '-h' ? 'help' : first;
  const load = commands[name]?.load;
  if (!load) {
    console.error(`There is no command "${name}".\n\n${summary()}`);
    return 2;
  }
  const command = await load();
  try {
    const parsed = parse(command, rest);
    if (parsed.flags.help) {
      console.log(command.usage);
      return 0;
    }
    return await command.run(parsed);
  } catch (error) {
    // What failed while closing matters less than why we close.
    return explain(error instanceof SuppressedError ? error.suppressed : (error as Error), command);
  }
}

function parse(command: Command, args: string[]): Words {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    const [least, most] = command.words;
    if (!values.help && positionals.length < least) throw new Misused('A word is missing.');
    if (positionals.length > most) throw new Misused(`"${positionals[most]}" is not understood.`);
    return { flags: values as Words['flags'], rest: positionals };
  } catch (error) {
    throw new Misused((error as Error).message.replace(/\. To specify.*$/s, '.'));
  }
}

/** Our own errors are sentences; a defect also shows where it is. */
function explain(error: Error & { exitCode?: number }, command: Command): number {
  const defect = error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError;
  const detailed = defect || process.env.MANDATE_LOG === 'debug';
  console.error(detailed ? error.stack : error.message);
  if (error instanceof Misused) console.error(`\n${command.usage}`);
  return error.exitCode ?? 1;
}
