import type { Rhythm } from '../../../../shared/domain/task/model';
import { formatNumber } from '../../../../shared/text/numbers';

export const PER_WORDS = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
} as const satisfies Record<Rhythm['per'], string>;

/** "≥ 2 tin, bài/tuần" */
export function rhythmWords({ quota, unit, per }: Rhythm): string {
  return `≥ ${formatNumber(quota)} ${unit === '' ? 'lần' : unit}/${PER_WORDS[per]}`;
}
