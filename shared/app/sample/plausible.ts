/** How big things are in an ordinary Party cell: what sample figures and the demo's filled forms go by. */
import type { Indicator } from '../../domain/office/model';

/** A denominator of a unit with `members` Party members; the same every period, as a stock is. */
export function plausibleStock(code: string, members: number): number {
  switch (code) {
    // Cán bộ chủ chốt: the cell's committee, a handful.
    case 'DV04':
      return Math.max(2, Math.round(members / 10));
    case 'DV07':
      return members * 3;
    // A cell is one cell.
    case 'SH04':
      return 1;
    case 'MX03':
      return 1 + (members % 4);
    case 'CS01':
      return Math.max(1, Math.round(members / 8));
    default:
      return members;
  }
}

/** Least and greatest of a sum (kind S) in one period; money is in millions of đồng. */
export function plausibleSum(indicator: Indicator): { readonly least: number; readonly most: number } {
  return indicator.id === 'KP01' ? { least: 1, most: 6 } : { least: 20, most: 180 };
}
