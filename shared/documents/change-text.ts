/** A figure against the period before, in words. Only where both stand: nothing is compared with nothing. */
import { sumExact } from '../domain/report/decimals';
import { formatNumber } from '../text/numbers';

/** "tăng 22%", "giảm 1,25 điểm %", "bằng kỳ trước"; from 0 there is no percentage: "tăng 12". */
export function changeText(now: number, before: number, percentage: boolean): string {
  const difference = sumExact([now, -before]);
  if (difference === 0) return 'bằng kỳ trước';
  const direction = difference > 0 ? 'tăng' : 'giảm';
  const size = Math.abs(difference);
  if (percentage) return `${direction} ${formatNumber(size, 2)} điểm %`;
  const share = before === 0 ? '0' : formatNumber((size / Math.abs(before)) * 100);
  // From nothing there is no percentage, and one that rounds to 0 would say that nothing changed.
  return share === '0' ? `${direction} ${formatNumber(size)}` : `${direction} ${share}%`;
}
