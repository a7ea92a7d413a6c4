/**
 * Is a line of an invoice a service (postage, fees, a voucher, an adjustment) and not goods? `serviceCodes` are codes
 * separated by commas; one that ends in `*` stands for all that begin so.
 */
export function isServiceLine(code: string, serviceCodes: string): boolean {
  const upper = code.toUpperCase();
  return serviceCodes
    .split(',')
    .map((each) => each.trim().toUpperCase())
    .filter((each) => each !== '')
    .some((each) => (each.endsWith('*') ? upper.startsWith(each.slice(0, -1)) : upper === each));
}
