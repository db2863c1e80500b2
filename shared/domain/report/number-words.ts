/** Numbers written in Vietnamese words, so that a refusal can say what to write instead ("ba mươi" → 30). */
import { toNfc } from '../../text/normalize';

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALES: Readonly<Record<string, number>> = { nghìn: 1000, ngàn: 1000, triệu: 1_000_000 };

/** The number that the words say, up to hundreds of millions; null when a word is none of a number. */
export function readNumberWords(text: string): number | null {
  const words = toNfc(text).toLowerCase().trim().split(/\s+/);
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const word of words) {
    const value = DIGITS[word];
    const scale = SCALES[word];
    if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
    } else if (word === 'trăm') {
      group += (digit ?? 1) * 100;
      digit = null;
    } else if (word === 'mười' || word === 'mươi') {
      group += (digit ?? 1) * 10;
      digit = null;
    } else if (scale !== undefined) {
      total += (group + (digit ?? 0) || 1) * scale;
      group = 0;
      digit = null;
    } else if (word !== 'linh' && word !== 'lẻ') {
      return null;
    }
  }
  return total + group + (digit ?? 0);
}
