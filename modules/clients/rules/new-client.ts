/** Text as it is kept: without blanks around, blanks inside single. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** A tax or registration number as it is compared: capitals and digits only. */
export function tidyNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

export type LikeAnother = { readonly score: number; readonly sameTaxNumber: boolean };

/** Whether a new client must be confirmed: one with the same tax number, or with nearly the same name, is there. */
export function mustConfirm(similar: readonly LikeAnother[]): boolean {
  return similar.some((each) => each.sameTaxNumber || each.score >= 0.8);
}
