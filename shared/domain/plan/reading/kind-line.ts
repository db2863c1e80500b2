/** The line that prints a document's kind: "KẾ HOẠCH". */
import { isCapitals, labelOf } from './labels';
import { isRule, type Line } from './lines';
import { DOCUMENT_KINDS, KIND_LINES, LETTERHEAD_BODY } from './vocabulary';

interface FoundKind {
  readonly index: number;
  readonly kind: string;
  /** A title that stands on the kind's own line, and its place in it. */
  readonly rest: { readonly text: string; readonly offset: number } | null;
  /** Where the letterhead begins: below the name that a web page gives the document, where it prints one. */
  readonly letterheadStart: number;
}

const MOTTO = /cộng h[òo]a xã hội|đảng cộng sản việt nam|^số\s*[:.]?\s*\d*\s*[-/]/;

/** The first line that prints a kind of document; it stands before the first section. */
export function findKind(lines: readonly Line[]): FoundKind | null {
  const limit = Math.min(lines.length, 60);
  let fallback: FoundKind | null = null;
  let letterheadStart = 0;
  for (let index = 0; index < limit; index++) {
    const line = lines[index];
    if (!line) break;
    const label = labelOf(line.text);
    if (label?.kind === 'roman' && isCapitals(line.text)) break;
    if (line.cells) continue;
    const exact = exactKind(lines, index);
    if (exact !== null) {
      const below = letterheadBelow(lines, index, limit);
      if (below === null) return { index, kind: exact, rest: null, letterheadStart };
      letterheadStart = below;
      index = below - 1;
      continue;
    }
    const key = bareKey(line.key);
    const inline = DOCUMENT_KINDS.find((kind) => key.startsWith(`${kind} `));
    if (inline && fallback === null) {
      const at = line.key.indexOf(inline);
      const printed = line.text.slice(at, at + inline.length);
      const restText = line.text.slice(at + inline.length).trim();
      const offset = line.text.length - restText.length;
      // "KẾ HOẠCH tuyên truyền …"; "Chương trình hành động số …" is a sentence, not a title.
      if (isCapitals(printed))
        fallback = { index, kind: printed, rest: { text: restText, offset }, letterheadStart: 0 };
    }
  }
  return fallback;
}

const bareKey = (key: string) => key.replace(/^["“'#*\s]+|["”'*:.\s]+$/g, '');

/** The kind, when the line is nothing else. */
function exactKind(lines: readonly Line[], index: number): string | null {
  const line = lines[index];
  if (!line || line.text.length >= 60) return null;
  const key = bareKey(line.key);
  const exact = [...DOCUMENT_KINDS, ...(headsTitle(lines, index) ? KIND_LINES : [])].find(
    (kind) => key === kind || key.replaceAll(' ', '') === kind.replaceAll(' ', ''),
  );
  if (exact === undefined) return null;
  // "K Ế HOẠCH": spaces inside the words are no part of them.
  return key === exact ? line.text.replace(/^["“'#*\s]+|["”'*:.\s]+$/g, '') : exact.toUpperCase();
}

/**
 * A web page prints a document's name above the document: the letterhead's first line below it, when the same kind is
 * printed again under that letterhead.
 */
function letterheadBelow(lines: readonly Line[], index: number, limit: number): number | null {
  const kind = bareKey(lines[index]?.key ?? '');
  let start: number | null = null;
  let motto = false;
  for (let next = index + 1; next < limit; next++) {
    const line = lines[next];
    if (!line || (labelOf(line.text)?.kind === 'roman' && isCapitals(line.text))) return null;
    if (MOTTO.test(line.key)) motto = true;
    if (start === null && (motto || (isCapitals(line.text) && LETTERHEAD_BODY.test(line.key)))) start = next;
    if (motto && bareKey(line.key) === kind) return start;
  }
  return null;
}

/** Whether a line in capitals stands above a title, not above the opening or a section. */
function headsTitle(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1).find((line) => !isRule(line.text));
  return (
    isCapitals(lines[index]?.text ?? '') &&
    next !== undefined &&
    labelOf(next.text) === null &&
    !/[.;:]$/.test(next.text)
  );
}
