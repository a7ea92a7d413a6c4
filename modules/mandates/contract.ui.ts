/** What screens of other modules may use of mandates: the field by which work is assigned from a clause. */
export { ClauseField, clauseSent, outsideDescription } from './ui/parts/clause-field.tsx';
