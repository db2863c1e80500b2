/** Nơi nhận and Lưu. */
import type { ParsedRecipient } from '../parsed';
import { labelOf } from './labels';
import { keyOf, type Line } from './lines';

interface RecipientsRead {
  readonly recipients: ParsedRecipient[];
  readonly archive: string[];
  /** Indexes (in the given lines) that belong to the list. */
  readonly used: ReadonlySet<number>;
}

interface Entry {
  text: string;
  start: number;
  end: number;
}

const HEAD = /^[*\s]*n[ơo]i\s*nh[ậa]n\s*[:.;]?\s*/u;
const ARCHIVE = /^(?:[-–—+*•]\s*)?l[ưu]u(?:\s*:|[\s.]|$)\s*/u;

/**
 * Reads the lines after "Nơi nhận:". `isOther` marks the lines of the signature beside or below the list.
 * Wrapped lines are joined; where all stands on one line, the parts between ";" are the recipients.
 */
export function readRecipients(
  lines: readonly Line[],
  from: number,
  isOther: (index: number) => boolean,
): RecipientsRead {
  const used = new Set<number>([from]);
  const entries: Entry[] = [];
  const first = lines[from];
  if (!first) return { recipients: [], archive: [], used };
  const head = HEAD.exec(first.key)?.[0].length ?? 0;
  if (head < first.text.length) entries.push(...onOneLine(first.text.slice(head), first.start + head));
  const dashed = lines
    .slice(from + 1, from + 12)
    .some((line, index) => !isOther(from + 1 + index) && labelOf(line.text)?.kind === 'dash');
  const semicolons =
    lines.slice(from + 1, from + 12).filter((line) => /;\s*$/.test(line.text) && !line.cells).length >= 3;
  let archived = entries.some((entry) => ARCHIVE.test(keyOf(entry.text)));
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.cells) break;
    if (isOther(index)) {
      if (archived) break;
      continue;
    }
    if (
      archived &&
      (line.gapBefore || labelOf(line.text)?.kind !== 'dash') &&
      !continuesArchive(entries.at(-1), line)
    )
      break;
    const last = entries.at(-1);
    const isDash = labelOf(line.text)?.kind === 'dash';
    // Where items end with ";", a comma ends none.
    const ended = last === undefined || (semicolons ? /[;.]\s*$/ : /[;,.]\s*$/).test(last.text);
    const small = /^[\p{Ll}(“"]/u.test(line.text) && !ARCHIVE.test(line.key);
    const joins =
      last !== undefined &&
      !isDash &&
      !ARCHIVE.test(line.key) &&
      (small || (dashed && !(ended && line.gapBefore)) || (!dashed && !ended && line.text.length < 25));
    used.add(index);
    if (joins) {
      last.text = `${last.text} ${line.text}`;
      last.end = line.end;
      // The whole list stands on one line that was wrapped: its parts are told anew.
      if (/;\s+[-–]\s/.test(last.text)) entries.splice(-1, 1, ...onOneLine(last.text, last.start));
    } else
      entries.push(
        ...(isDash && entries.length > 0 ? [entry(line.text, line.start)] : onOneLine(line.text, line.start)),
      );
    archived = entries.some((one) => ARCHIVE.test(keyOf(one.text)));
  }
  const recipients: ParsedRecipient[] = [];
  const archive: string[] = [];
  for (const one of entries) {
    const kept = ARCHIVE.exec(keyOf(one.text));
    if (kept) {
      archive.push(
        ...one.text
          .slice(kept[0].length)
          .split(/[,;]/)
          .map((part) => part.replace(/^[\s:]+|[\s./]+$/g, ''))
          .filter((part) => part !== ''),
      );
      continue;
    }
    const read = recipient(one);
    if (read) recipients.push(read);
  }
  return { recipients, archive, used };
}

function continuesArchive(last: Entry | undefined, line: Line): boolean {
  return last !== undefined && /[,;]\s*$/.test(last.text) && line.text.length < 40;
}

function entry(text: string, start: number): Entry {
  return { text, start, end: start + text.length };
}

/** A line with several recipients: parted by ";", by " - " where every part begins with a dash, by "," up to "Lưu". */
function onOneLine(text: string, start: number): Entry[] {
  const out: Entry[] = [];
  const parts = text.includes(';')
    ? text.split(/(?<=;)\s*/)
    : / - .* - /.test(text)
      ? text.split(/\s+(?=[-–]\s)/)
      : /,\s+Lưu(?!\p{L})/u.test(text)
        ? text.split(/(?<=,)\s+(?=\p{Lu})/u)
        : [text];
  let offset = start;
  for (const part of parts) {
    const at = text.indexOf(part, offset - start);
    if (part.trim() !== '') out.push(entry(part, start + Math.max(at, 0)));
    offset = start + Math.max(at, 0) + part.length;
  }
  return out;
}

function recipient(one: Entry): ParsedRecipient | null {
  const label = labelOf(one.text);
  const skip = label?.kind === 'dash' || label?.kind === 'plus' ? label.length : 0;
  let name = one.text.slice(skip).replace(/[\s,;.:/]+$/u, '');
  let purpose: string | null = null;
  const bracket = /\s*(?:\(\s*([^()]*?)\s*\)?|[“"]\s*([^“”"]*?)\s*[”"])$/u.exec(name);
  if (bracket && bracket.index > 0 && /[(“"]/.test(bracket[0])) {
    purpose = (bracket[1] ?? bracket[2] ?? '').trim();
    name = name.slice(0, bracket.index);
  }
  name = name.replace(/[\s,;.:]+$/u, '').trim();
  const open =
    /\s*[:,–-]\s*(để (?:b\/c|báo cáo|t\/h|thực hiện|biết|phối hợp|chỉ đạo|theo dõi)[^,;:]{0,30})$/iu.exec(
      name,
    );
  if (purpose === null && open?.[1] !== undefined) {
    purpose = open[1];
    name = name.slice(0, open.index);
  }
  if (!/\p{L}/u.test(name)) return null;
  return {
    name,
    // A lost space ("đểb/c") is put back: the purpose is looked up by its words.
    purpose: purpose === '' ? null : (purpose?.replace(/^(để)(?=[^\s])/iu, '$1 ') ?? null),
    source: { start: one.start + skip, end: one.start + skip + name.length },
  };
}
