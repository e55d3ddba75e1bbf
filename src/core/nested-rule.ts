/** What the rule ids of reports inside of reports begin with ("X said that Y had promised"). */
export const NESTED = 'nested-';

/** Whether a quotation is a report inside of another one, by the rule that found it. */
export function isNested({ rule }: { readonly rule: string }): boolean {
  return rule.startsWith(NESTED);
}
