/**
 * Which faults of the tray are still open. A fault closes when a corrected file (or figures typed in its place) stands
 * as the report of the same unit and period, or when a person dismisses it with a reason.
 */
import { fold, toNfc } from '../../text/normalize';
import { reportId } from './lateness';
import type { IntakeItem } from './intake-model';
import type { Report } from './model';

/** The report that stands for a dossier, period and unit; undefined where there is none. */
export type ReportLookup = (dossierId: string, reportId: string) => Report | undefined;

interface Owner {
  readonly dossierId: string;
  readonly unitId: string;
  readonly period: string;
}

function ownerOf(item: IntakeItem): Owner | null {
  const { dossierId, unitId, period } = item;
  return dossierId === null || unitId === null || period === null ? null : { dossierId, unitId, period };
}

const sameOwner = (a: Owner, b: Owner): boolean =>
  a.dossierId === b.dossierId && a.unitId === b.unitId && a.period === b.period;

/** "Biểu/TDP 1 (2).XLS" → "tdp 1": a corrected file often has the old one's name with another ending. */
function stemOf(name: string): string {
  return fold(toNfc(name))
    .replace(/\.[^.]+$/u, '')
    .replace(/\s*\(\d+\)$/u, '')
    .trim();
}

/** Files that were kept back and that this one, taken in (or found to stand already), puts right. */
export function closedByFile(items: readonly IntakeItem[], taken: IntakeItem): readonly IntakeItem[] {
  const owner = ownerOf(taken);
  if (!owner) return [];
  return items.filter((item) => {
    if (item.outcome !== 'quarantined' || item.closedBy || item.dismissed || item.id === taken.id)
      return false;
    const theirs = ownerOf(item);
    return theirs ? sameOwner(theirs, owner) : stemOf(item.name) === stemOf(taken.name);
  });
}

/**
 * The files whose faults are open, newest first; of several that are the same unit's for the same period (or the same
 * unidentified file) only the newest. Undoing the import that closed a fault opens it again.
 */
export function openItems(items: readonly IntakeItem[], reports: ReportLookup): readonly IntakeItem[] {
  const seen = new Set<string>();
  const open: IntakeItem[] = [];
  for (const item of [...items].reverse()) {
    if (item.outcome !== 'quarantined') continue;
    const owner = ownerOf(item);
    const key = owner ? `${owner.dossierId}|${owner.period}|${owner.unitId}` : (item.sha256 ?? item.place);
    if (seen.has(key)) continue;
    seen.add(key);
    if (item.dismissed || isPutRight(item, owner, reports)) continue;
    open.push(item);
  }
  return open;
}

function isPutRight(item: IntakeItem, owner: Owner | null, reports: ReportLookup): boolean {
  if (!owner) return item.closedBy !== null;
  const report = reports(owner.dossierId, reportId(owner.period, owner.unitId));
  if (report?.state !== 'received') return false;
  if (item.closedBy !== null) return true;
  // Figures typed after the file came; a form that came says itself what it closes.
  return report.source.kind === 'typed' && report.enteredAt >= item.at;
}
