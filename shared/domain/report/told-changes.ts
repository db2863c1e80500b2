/** Differences of two reports as they may be told in an answer, a list or a history. */
import type { Indicator } from '../office/model';
import type { FigureChange } from './report-commands';

/** What stands in place of a restricted text. */
const NOT_SHOWN = '(nội dung chỉ mở trong báo cáo của đơn vị)';

/** That a text on tư tưởng, dư luận changed may be told; what it said, only in the unit's own report. */
export function toldChanges(
  changes: readonly FigureChange[],
  catalogue: readonly Indicator[],
): FigureChange[] {
  const restricted = new Set(catalogue.filter((indicator) => indicator.restricted).map(({ id }) => id));
  const hide = (value: FigureChange['before']): FigureChange['before'] => (value === null ? null : NOT_SHOWN);
  return changes.map((change) =>
    restricted.has(change.indicator)
      ? { ...change, before: hide(change.before), after: hide(change.after) }
      : { ...change },
  );
}
