/**
 * What the plan itself says about reporting: its sentences, whom they name, by which day. Proposed with the sentence
 * beside it; a person decides.
 */
import { expandUnits } from '../office/directory';
import { createMatcher } from '../office/match';
import type { DirectoryEntry } from '../office/model';
import type { PlanItem } from '../plan/model';
import type { PlainDate } from '../../date/plain-date';
import { cyclesIn, dueRulesIn } from './due-words';
import type { DueRule } from './due-words';
import type { Cycle } from './cycles';

export interface DutySentence {
  /** As printed. */
  readonly text: string;
  /** Units that it names, groups expanded; without those who take the reports in. */
  readonly unitIds: readonly string[];
  /** Who is named but not found in the directory; null when there is no doubt. */
  readonly unknown: string | null;
  readonly cycles: readonly Exclude<Cycle, 'once'>[];
  readonly rules: readonly DueRule[];
}

export interface PlanDuty {
  readonly sentences: readonly DutySentence[];
  /** Units that the sentences name; null: they name none that can be asked (or not all can be found). */
  readonly unitIds: readonly string[] | null;
  /** Units that take in or add up: named, but not asked. */
  readonly receivers: readonly string[];
  /** "(qua …)", where the sentences agree. */
  readonly via: string | null;
}

export interface DutyContext {
  readonly entries: readonly DirectoryEntry[];
  readonly place: string;
  /** The day on which groups are expanded. */
  readonly day: PlainDate;
  /** Names of this office and of the bodies that take reports in. */
  readonly receivers: readonly string[];
}

/** A report that is due, not the speaker ("báo cáo viên"). */
const REPORT = /báo cáo(?!\s+viên)/iu;
const EVERYBODY = /^(?:các|toàn thể|tất cả)\s+(?:cơ quan|đơn vị|cấp ủy|tổ chức|địa phương|chi bộ, đảng bộ)/iu;

/** Reads the duty out of the items that a person has not dropped: reporting sentences, then deadlines of reports. */
export function planDuty(items: readonly PlanItem[], context: DutyContext): PlanDuty {
  const { entries, place, day } = context;
  const matcher = createMatcher(entries, place);
  const said = items.filter((item) => item.kind === 'reporting').filter((item) => !item.dropped);
  const assignments = items.filter((item) => item.kind === 'assignment').filter((item) => !item.dropped);
  const unitsOf = (ids: readonly string[]): readonly string[] => expandUnits(entries, ids, day);
  const named = (name: string): readonly string[] => matcher.line(name).entryIds;
  const ways = [...new Set(said.flatMap((item) => (item.via ? [item.via.trim()] : [])))];
  const receivers = new Set(
    [...context.receivers, ...ways].filter((name) => name !== '').flatMap((name) => unitsOf(named(name))),
  );
  const sentences = said.map((item): DutySentence => {
    const text = item.text.replace(/^[-–+•*\s]+/u, '').trim();
    const from = item.from?.trim() ?? '';
    // The heading was matched when the plan was read, and a person may have corrected it since.
    const heading = assignments.find((assignment) => assignment.unit === from);
    const ids = from === '' ? [] : heading && heading.entryIds.length > 0 ? heading.entryIds : named(from);
    const units = unitsOf(ids).filter((id) => !receivers.has(id));
    const everybody = EVERYBODY.test(from === '' ? text : from);
    return {
      text,
      unitIds: units,
      unknown: ids.length === 0 && (from !== '' || everybody) ? from || text : null,
      cycles: cyclesIn(text),
      rules: dueRulesIn(text),
    };
  });
  // A deadline that speaks of reports tells its day; whom it asks is said by the heading above it, if at all.
  const dated = items.flatMap((item): DutySentence[] => {
    if (item.kind !== 'deadline' || item.dropped || !REPORT.test(item.text)) return [];
    const text = item.text.replace(/^[-–+•*\s]+/u, '').trim();
    const rules = dueRulesIn(text);
    if (rules.length === 0 || sentences.some((sentence) => sentence.text.includes(text))) return [];
    return [{ text, unitIds: [], unknown: null, cycles: cyclesIn(text), rules }];
  });
  const asked = new Set(sentences.flatMap((sentence) => sentence.unitIds));
  const doubtful = sentences.some((sentence) => sentence.unknown !== null);
  const [way, ...others] = ways;
  return {
    sentences: [...sentences, ...dated],
    unitIds: asked.size === 0 || doubtful ? null : [...asked],
    receivers: [...receivers],
    via: way !== undefined && others.length === 0 ? way : null,
  };
}
