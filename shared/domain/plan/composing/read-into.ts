/** A corrected version of a document that a dossier holds: its text takes the place of the one that was read before. */
import type { Draft } from '../../../records';
import type { DossierTables } from '../../../schema/aggregates';
import { compareTexts, type ComparedParagraph } from '../../../text/compare-texts';
import type { ReadingOutcome } from '../apply-reading';
import type { ReadingTools } from '../items-from-parsed';
import type { Plan } from '../model';
import { planDocument, type PlanSourceInfo } from '../plan-record';
import { editableText, followReading, planAfter } from './replace-text';
import { editsBetween } from './text-edits';
import { wholeLines } from './whole-lines';

/** What the new version says otherwise. */
export interface NewVersion extends ReadingOutcome {
  readonly rows: readonly ComparedParagraph[];
}

/**
 * Reads `source` into the dossier of `standing`. Items are followed from the old words to the new ones, as if a person
 * had typed the difference: what was corrected stays where its words still stand. The text is the file's from now on,
 * whatever was composed here before.
 */
export function readInto(
  draft: Draft<DossierTables>,
  dossierId: string,
  standing: Plan,
  source: PlanSourceInfo,
  tools: ReadingTools,
): NewVersion {
  const before = editableText(standing);
  const after = wholeLines(source.text, source.parsed);
  const { sourceFile, sourceName } = source;
  const plan: Plan = { ...planAfter(standing, source), sourceFile, sourceName };
  draft.put('plan', plan);
  draft.put('documents', planDocument(plan, dossierId, draft.get('documents', dossierId), source.now));
  const outcome = followReading(draft, source.parsed, [editsBetween(before, after)], tools);
  return { ...outcome, rows: compareTexts(before, after).filter(({ kind }) => kind !== 'same') };
}
