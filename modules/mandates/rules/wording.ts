export type WordingFinding = {
  readonly kind: 'vague' | 'two-duties' | 'education-unsaid' | 'experience-unsaid';
  /** The words at fault, as they stand. */
  readonly found: string;
};

/** Words that two people read in two ways, English and Russian; a duty or right that rests on them cannot be judged. */
const vague = [
  'if necessary',
  'when necessary',
  'as needed',
  'as appropriate',
  'where possible',
  'if possible',
  'timely',
  'promptly',
  'all possible',
  'regularly',
  'periodically',
  'etc',
  'and so on',
  'and other',
  'adequate',
  'sufficient',
  'reasonable',
  'as soon as possible',
  'in due course',
  'properly',
  'при необходимости',
  'по необходимости',
  'по мере необходимости',
  'по возможности',
  'своевременно',
  'все возможные',
  'всё возможное',
  'регулярно',
  'периодически',
  'и т\\.\\s?д\\.?',
  'и т\\.\\s?п\\.?',
  'и другие',
  'и прочее',
  'надлежащим образом',
  'достаточн\\S*',
  'в кратчайшие сроки',
  'как можно скорее',
  'оперативно',
  'соответствующ\\S*',
];
const vagueWords = new RegExp(`(?<![\\p{L}])(?:${vague.join('|')})(?![\\p{L}])`, 'giu');

const educationUnsaid =
  /\b(?:higher|appropriate|specialized) education(?!\s*(?:in|of|,|:))|(?:высшее|соответствующее|специальное)\s+образование(?!\s*(?:в\s|по\s|,|:|\())/iu;
const experienceUnsaid =
  /\b(?:work )?experience (?:is )?(?:required|desirable|preferred)|(?:опыт|стаж) работы (?:обязателен|желателен|требуется|приветствуется)/iu;

/**
 * What of a clause's text can be read in two ways: vague words, two duties in one clause, education or experience asked
 * for without saying which. Advice for whoever writes; nothing is refused by it.
 */
export function judgeWording(clause: { readonly section: number; readonly text: string }): WordingFinding[] {
  const { section, text } = clause;
  const findings: WordingFinding[] = [
    ...new Set([...text.matchAll(vagueWords)].map(([found]) => found.toLowerCase())),
  ].map((found) => ({ kind: 'vague', found }));
  if (section === 2) {
    const [, second] = text.split(/(?<=[.;!?])\s+(?=\p{Lu})/u);
    if (second) findings.push({ kind: 'two-duties', found: second });
  }
  if (section === 1) {
    const education = educationUnsaid.exec(text)?.[0];
    if (education) findings.push({ kind: 'education-unsaid', found: education });
    const experience = experienceUnsaid.exec(text)?.[0];
    if (experience) findings.push({ kind: 'experience-unsaid', found: experience });
  }
  return findings;
}
