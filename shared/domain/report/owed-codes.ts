/** What one unit owes in a period: its own list where it is asked another than the rest. domain.md §5. */
import type { ReportPeriod } from './model';

export function owedCodes(
  period: Pick<ReportPeriod, 'asks' | 'indicators'>,
  unitId: string,
): readonly string[] {
  return period.asks.find(({ unitIds }) => unitIds.includes(unitId))?.indicators ?? period.indicators;
}
