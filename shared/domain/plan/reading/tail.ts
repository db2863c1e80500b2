/** What stands below the text: Nơi nhận, signature, a late place and date, annexes. */
import type { ParsedPlan } from '../parsed';
import { isCapitals, labelOf } from './labels';
import { readPlaceAndDate } from './letterhead';
import { isRule, type Line } from './lines';
import { readRecipients } from './recipients';
import { isNameLine, isSignatureLine, readSignature } from './signature';
import { isApprovalLine, isPlaceAndDateLine, isRecipientsLine } from './zones';

interface Tail {
  readonly recipients: ParsedPlan['recipients'];
  readonly archive: string[];
  readonly signer: ParsedPlan['signer'];
  readonly dated: ReturnType<typeof readPlaceAndDate>;
  readonly leftOver: readonly string[];
  readonly annexes: readonly string[];
}

/** Nơi nhận, signature, a place and date at the end, and what stands after them (annexes, stamps). */
export function readTail(all: readonly Line[], from: number, wantsDate: boolean): Tail {
  const lines = all.slice(from).flatMap(withoutNeighbour);
  const head = lines.findIndex(isRecipientsLine);
  const other = lines.map(isSignatureLine);
  // Lines of another cell than the list's are never recipients.
  const headCell = lines[head]?.cellId ?? null;
  const listCells = new Set([headCell, ...cellsOfList(lines, other)]);
  const isOther = (index: number) =>
    other[index] === true ||
    (headCell !== null && !listCells.has(lines[index]?.cellId ?? null) && !isLooseItem(lines[index])) ||
    isDateLine(lines[index]);
  const list =
    head < 0
      ? null
      : readRecipients(lines, head, (index) => isOther(index) || isNameAfterPosition(lines, other, index));
  const used = new Set<number>(list?.used ?? []);
  const signature = readSignature(lines, 0, new Set([...used, ...approvedBy(lines, other)]));
  for (const index of signature.used) used.add(index);
  const signer = { ...signature.signer };
  // A name flush with the recipients, below their last line, is the signer's whose position stands beside them.
  const below = lines[Math.max(-1, ...(list?.used ?? [])) + 1];
  if (signer.name === null && signer.position !== null && list && below && isNameLine(below)) {
    signer.name = below.text;
    used.add(lines.indexOf(below));
  }
  const lastUsed = Math.max(-1, ...used);
  let dated: ReturnType<typeof readPlaceAndDate> = null;
  const leftOver: string[] = [...signature.leftOver];
  const annexes: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (used.has(index) || isRule(line.text)) continue;
    if (wantsDate && dated === null && index <= lastUsed + 3) {
      const read = readPlaceAndDate(line.text);
      if (read && read.index === 0 && read.rest === '' && isPlaceAndDateLine(line)) {
        dated = read;
        continue;
      }
    }
    if (index > lastUsed && /^(?:phụ lục|biểu mẫu|mẫu số|biểu số)/.test(line.key) && line.text.length < 120)
      annexes.push(line.text);
    leftOver.push(line.text);
  }
  return {
    recipients: list?.recipients ?? [],
    archive: list?.archive ?? [],
    signer,
    dated,
    leftOver,
    annexes,
  };
}

/** The lines of another body's approval beside the signature; none where nobody else signs. */
function approvedBy(lines: readonly Line[], other: readonly boolean[]): number[] {
  const head = lines.findIndex(isApprovalLine);
  const cell = lines[head]?.cellId ?? null;
  if (cell === null) return [];
  const end = lines.findIndex((line, index) => index > head && (line.cellId !== cell || isNameLine(line)));
  const block = lines.flatMap((line, index) =>
    index >= head && index <= (end < 0 ? head : end) && line.cellId === cell ? [index] : [],
  );
  const signs = lines.some((line, index) => line.cellId !== cell && other[index] === true);
  return signs ? block : [];
}

/** A dashed line that stands in no cell, between two-column lines of the list. */
function isLooseItem(line: Line | undefined): boolean {
  return line !== undefined && line.cellId === null && labelOf(line.text)?.kind === 'dash';
}

/** Cells beside "Nơi nhận" that go on with its list: dashed lines and nothing of a signature. */
function cellsOfList(lines: readonly Line[], other: readonly boolean[]): number[] {
  const cells = new Map<number, boolean>();
  for (const [index, line] of lines.entries()) {
    if (line.cellId === null) continue;
    const dashed = labelOf(line.text)?.kind === 'dash' && other[index] !== true;
    cells.set(line.cellId, (cells.get(line.cellId) ?? true) && (dashed || /^\p{Ll}/u.test(line.text)));
  }
  return [...cells].flatMap(([cell, isList]) => (isList ? [cell] : []));
}

/** An end of a recipients' line that belongs to the column beside it: authority, position or, after Lưu, the name. */
const NEIGHBOUR =
  /^(?:\*?\s*n[ơo]i nh[ậa]n\s*[:.;]?)(?=\s+(?:t\s?\/\s?m|tm\.|kt\.|k\/t|tl\.|t\/l)\s)|^[-–•+*].{6,}?[,;.)](?=\s+(?:(?:quyền |phó )?(?:bí thư|chủ tịch|chủ nhiệm|trưởng ban)|kt\.|k\/t)(?!\p{L})[^,;]*$)|^[-–•+*]\s*lưu[^.]{1,60}\.(?=\s+\p{L}+(?:\s\p{L}+){1,4}$)/u;

/** Two columns that a PDF gave on one line: "- Thường trực Thành ủy (để b/c), | BÍ THƯ". */
function withoutNeighbour(line: Line): Line[] {
  const cut = line.cells ? null : NEIGHBOUR.exec(line.key);
  if (!cut) return [line];
  const at = cut[0].length;
  const rest = line.text.slice(at).trimStart();
  // What stands beside is printed in capitals, or is a person's name.
  if (!isCapitals(rest) && !/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$/u.test(rest)) return [line];
  const start = line.end - rest.length;
  return [
    { ...line, text: line.text.slice(0, at), key: line.key.slice(0, at), end: line.start + at },
    { ...line, text: rest, key: line.key.slice(line.text.length - rest.length), start, gapBefore: false },
  ];
}

function isDateLine(line: Line | undefined): boolean {
  return line !== undefined && isPlaceAndDateLine(line);
}

/** A person's name right below a position, between the recipients' lines of a flattened two-column block. */
function isNameAfterPosition(lines: readonly Line[], other: readonly boolean[], index: number): boolean {
  const line = lines[index];
  if (!line || labelOf(line.text)) return false;
  return other[index - 1] === true && /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$/u.test(line.text);
}
