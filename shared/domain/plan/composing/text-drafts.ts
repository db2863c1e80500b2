/** What is typed into a part of the text and not saved yet: kept through a crash, never lost, never merged unasked. */
import type { Instant } from '../../../date/plain-date';
import type { Draft, View } from '../../../records';
import type { DossierTables } from '../../../schema/aggregates';
import { outlineOf, partText } from './outline';
import { applyEdits, tidyText } from './text-edits';
import type { TextDraft, TextDraftEdit } from './text-records';

export interface TypedPart {
  readonly key: string;
  readonly title: string;
  readonly textHash: string;
  readonly base: string;
  /** null: saved into the text, or given up. */
  readonly text: string | null;
}

/** Writes the typed words beside what the part was; the base is written once, each pause only what differs from it. */
export function keepDraft(draft: Draft<DossierTables>, typed: TypedPart, now: Instant, by: string): void {
  const { key, title, textHash, base, text } = typed;
  if (text === null || text === base) {
    draft.remove('textDrafts', key);
    draft.remove('textDraftEdits', key);
    return;
  }
  draft.put('textDrafts', { id: key, title, textHash, base });
  draft.put('textDraftEdits', { id: key, ...difference(base, text), at: now, by });
}

function difference(base: string, text: string): { start: number; end: number; text: string } {
  const shorter = Math.min(base.length, text.length);
  let head = 0;
  while (head < shorter && base[head] === text[head]) head++;
  let tail = 0;
  while (tail < shorter - head && base[base.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return { start: head, end: base.length - tail, text: text.slice(head, text.length - tail) };
}

export interface KeptDraft extends Omit<TextDraft, 'id' | 'textHash'> {
  readonly key: string;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
  /** The part is no longer as it was when the typing began. */
  readonly stale: boolean;
}

/**
 * Drafts that wait, each with the part that it belongs to now: the one whose words are still its base, wherever that
 * stands after other changes. What was typed and stands in the text already is no draft any more.
 */
export function keptDrafts(view: View<DossierTables>, text: string): readonly KeptDraft[] {
  const parts = outlineOf(text).map((node) => ({ key: node.key, words: partText(text, node) }));
  const edits = new Map(view.list('textDraftEdits').map((edit) => [edit.id, edit]));
  return view.list('textDrafts').flatMap((draft): readonly KeptDraft[] => {
    const edit = edits.get(draft.id);
    if (!edit) return [];
    const typed = typedText(draft, edit);
    const at = parts.find(({ key }) => key === draft.id);
    if (at && at.words === tidyText(typed)) return [];
    const home = at?.words === draft.base ? at : parts.find(({ words }) => words === draft.base);
    const { title, base } = draft;
    return [
      {
        key: home?.key ?? draft.id,
        title,
        base,
        text: typed,
        at: edit.at,
        by: edit.by,
        stale: home === undefined,
      },
    ];
  });
}

export function typedText(draft: TextDraft, edit: TextDraftEdit): string {
  return applyEdits(draft.base, [edit]);
}
