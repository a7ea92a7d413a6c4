import { parseSync } from '@swc/core';

export type Literal = { readonly line: number; readonly text: string };

/** Attributes whose value a person reads, or hears. */
const shown =
  /^(title|label|placeholder|alt|description|hint|message|summary|consequence|caption|error|aria-label|aria-description)$/;
const word = /\p{L}{2,}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
/** A capital, then words: what only a person would read. */
const sentence = /^\p{Lu}\p{Ll}+(?:['’]\p{Ll}+)?(?:[ ,]+\p{L}+)+/u;

/** Text for people that stands in a screen's source instead of a catalogue. Whoever reads an error's text is a developer. */
export function literalTexts(source: string): Literal[] {
  const tree = parseSync(source, { syntax: 'typescript', tsx: true });
  const start = tree.span.start;
  const found: Literal[] = [];
  const note = (node: Node, text: string) => {
    const before = Buffer.from(source)
      .subarray(0, (node.span?.start ?? start) - start)
      .toString();
    found.push({ line: before.split('\n').length, text: text.trim() });
  };
  const visit = (node: Node): void => {
    if (quiet.has(node.type)) return;
    if (node.type === 'JSXText' && word.test(String(node.value))) note(node, String(node.value));
    if (node.type === 'JSXAttribute' && shown.test(node.name?.value ?? '') && node.value?.type === 'StringLiteral') {
      const text = String(node.value.value);
      if (word.test(text)) note(node, text);
      return;
    }
    const text =
      node.type === 'StringLiteral' ? String(node.value) : node.type === 'TemplateElement' ? String(node.raw) : '';
    if (cyrillic.test(text) || sentence.test(text)) note(node, text);
    for (const value of Object.values(node)) {
      for (const each of Array.isArray(value) ? value : [value]) {
        const inner = each?.expression?.type ? each.expression : each;
        if (inner && typeof inner === 'object') visit(inner as Node);
      }
    }
  };
  for (const each of tree.body) visit(each as unknown as Node);
  return found;
}

/** What speaks to the program: imports, types, errors thrown. */
const quiet = new Set([
  'ImportDeclaration',
  'ThrowStatement',
  'TsTypeAnnotation',
  'TsTypeAliasDeclaration',
  'TsInterfaceDeclaration',
  'TsLiteralType',
]);

type Node = {
  readonly type: string;
  readonly span?: { readonly start: number };
  readonly name?: { readonly value: string };
  readonly value?: Node & { readonly value: unknown };
  readonly raw?: unknown;
};
