/** Words about indicators and their targets. */
import { formatNumber } from '../text/numbers';

const OPERATOR_WORDS: Readonly<Record<string, string>> = {
  '>': 'trên',
  '>=': 'từ',
  '=': 'đạt',
  '<': 'dưới',
  '<=': 'không quá',
};

/** "trên 95%", "từ 2 tin, bài/tuần trở lên", "đạt 100%". */
export function targetText(operator: string, value: number, unit: string): string {
  const figure = unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`.trim();
  const words = `${OPERATOR_WORDS[operator] ?? operator} ${figure}`;
  return operator === '>=' ? `${words} trở lên` : words;
}
