import { type Command, Misused } from '../command.ts';
import { commands, summary } from './list.ts';

export const help: Command = {
  usage: 'Usage: ./mandate help [COMMAND]',
  options: {},
  words: [0, 1],
  run: async ({ rest: [name] }) => {
    if (name === undefined) console.log(summary());
    else if (!commands[name]) throw new Misused(`There is no command "${name}".`);
    else console.log((await commands[name].load()).usage);
    return 0;
  },
};
