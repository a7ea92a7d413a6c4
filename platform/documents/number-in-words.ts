import type { Language } from '#kernel/texts.ts';

/** Forms of a counted word: for 1, for 2 to 4, for 5 and more. English uses the first two. */
export type Forms = readonly [one: string, few: string, many: string];

/** The form of a word that goes with a number. */
export function counted(count: number, forms: Forms, language: Language): string {
  const [one, few, many] = forms;
  if (language === 'en') return count === 1 ? one : few;
  const [ten, last] = [count % 100, count % 10];
  if (ten >= 11 && ten <= 14) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

type Speech = {
  readonly zero: string;
  readonly hundreds: readonly string[];
  readonly tens: readonly string[];
  /** 1 to 19. */
  readonly ones: readonly string[];
  /** 1 and 2 before a feminine word: Russian thousands. */
  readonly feminine: readonly string[];
  /** Between tens and ones. */
  readonly joint: string;
  /** Thousands, millions, billions. */
  readonly groups: readonly Forms[];
};

const speech: Readonly<Record<Language, Speech>> = {
  en: {
    zero: 'zero',
    hundreds: list('one two three four five six seven eight nine').map((word) => `${word} hundred`),
    tens: list('ten twenty thirty forty fifty sixty seventy eighty ninety'),
    ones: list(
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    feminine: [],
    joint: '-',
    groups: ['thousand', 'million', 'billion'].map((word): Forms => [word, word, word]),
  },
  ru: {
    zero: 'ноль',
    hundreds: list('сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'),
    tens: list('десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'),
    ones: list(
      'один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    ),
    feminine: ['одна', 'две'],
    joint: ' ',
    groups: [
      ['тысяча', 'тысячи', 'тысяч'],
      ['миллион', 'миллиона', 'миллионов'],
      ['миллиард', 'миллиарда', 'миллиардов'],
    ],
  },
};

/**
 * A whole number in words; Russian in the masculine.
 * @throws RangeError on a negative or fractional number, or a trillion and more.
 */
export function numberInWords(count: number, language: Language): string {
  if (!Number.isSafeInteger(count) || count < 0 || count >= 1e12)
    throw new RangeError(`${count} cannot be written out`);
  const said = speech[language];
  if (count === 0) return said.zero;
  const words = [3, 2, 1, 0].map((group) => groupInWords(Math.floor(count / 1000 ** group) % 1000, group, language));
  return words.filter((each) => each !== '').join(' ');
}

function groupInWords(part: number, group: number, language: Language): string {
  if (part === 0) return '';
  const said = speech[language];
  const rest = part % 100;
  const one = rest < 20 ? rest : rest % 10;
  const ones = (group === 1 ? said.feminine[one - 1] : undefined) ?? said.ones[one - 1];
  const ten = rest < 20 ? undefined : said.tens[Math.floor(rest / 10) - 1];
  const below = [ten, ones].filter((each) => each !== undefined).join(said.joint);
  const forms = said.groups[group - 1];
  const name = forms ? counted(part, forms, language) : undefined;
  return [said.hundreds[Math.floor(part / 100) - 1], below, name].filter((each) => each).join(' ');
}

function list(words: string): string[] {
  return words.split(' ');
}
