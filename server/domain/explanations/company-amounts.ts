import type { Amount } from '../amount.ts';
import { CompanyAmount } from '../company-amount.ts';
import { NetAmount } from '../net-amount.ts';

/** The amounts of single lines of single companies that an amount is made from. */
export function companyAmountsOf(amount: Amount): CompanyAmount[] {
  if (amount instanceof CompanyAmount) return [amount];
  const parts =
    amount instanceof NetAmount
      ? [amount.amount, amount.less]
      : amount.parts.map((part) => part.amount);
  return parts.flatMap(companyAmountsOf);
}
