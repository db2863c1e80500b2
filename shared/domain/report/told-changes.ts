/** Differences of two reports as they may be told in an answer, a list or a history. */
import type { Indicator } from '../office/model';
import type { Change } from '../../records';
import type { FigureChange } from './report-commands';

/** What stands in place of a restricted text. */
const NOT_SHOWN = '(nội dung chỉ mở trong báo cáo của đơn vị)';

/** That a text on tư tưởng, dư luận changed may be told; what it said, only in the unit's own report. */
export function toldChanges(
  changes: readonly FigureChange[],
  catalogue: readonly Indicator[],
): FigureChange[] {
  const restricted = restrictedCodes(catalogue);
  const hide = (value: FigureChange['before']): FigureChange['before'] => (value === null ? null : NOT_SHOWN);
  return changes.map((change) =>
    restricted.has(change.indicator)
      ? { ...change, before: hide(change.before), after: hide(change.after) }
      : { ...change },
  );
}

/** Codes of the texts that are opened from the unit's own report only. */
export function restrictedCodes(catalogue: readonly Indicator[]): ReadonlySet<string> {
  return new Set(catalogue.filter((indicator) => indicator.restricted).map(({ id }) => id));
}

/** A history's line without the words of restricted texts: that they changed stays, what they said does not. */
export function toldHistory(changes: readonly Change[], restricted: ReadonlySet<string>): Change[] {
  return changes.map((change) =>
    change.table === 'reports'
      ? {
          ...change,
          before: toldRecord(change.before, restricted),
          after: toldRecord(change.after, restricted),
        }
      : { ...change },
  );
}

/** A report's record as history keeps it, of whatever version; null where there was none. */
function toldRecord(record: unknown, restricted: ReadonlySet<string>): unknown {
  if (record === null || typeof record !== 'object' || !('narrative' in record)) return record;
  const { narrative } = record;
  if (narrative === null || typeof narrative !== 'object') return record;
  const told = Object.entries(narrative).map(([code, text]: [string, unknown]) => [
    code,
    restricted.has(code) ? NOT_SHOWN : text,
  ]);
  return { ...record, narrative: Object.fromEntries(told) as unknown };
}
