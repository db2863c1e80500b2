/** Reading history files: lines, the chain they form, and the longest chain that damaged copies still give. */
import type { Hash } from '../../../shared/ports/system';
import { readPart } from './durable';
import type { FileSystem } from './file-system';
import { GENESIS, parseLine, splitLines } from './history-line';
import type { ParsedLine, RawLine } from './history-line';

export interface ChainedLine extends ParsedLine {
  readonly raw: RawLine;
}

/** The lines that follow `fromHash` one after another; stops at the first that does not. */
export function chainFrom(lines: readonly RawLine[], fromHash: string, hash: Hash): ChainedLine[] {
  const out: ChainedLine[] = [];
  let last = fromHash;
  for (const raw of lines) {
    const parsed = parseLine(raw.text, hash);
    if (parsed?.prevHash !== last) break;
    out.push({ ...parsed, raw });
    last = parsed.hash;
  }
  return out;
}

/** Lines by the hash of the line that they follow, from several damaged copies; the first copy added wins. */
export interface LinePool {
  add(lines: readonly RawLine[]): void;
  walk(fromHash?: string): ChainedLine[];
  highestRevision(): number;
}

export function createLinePool(hash: Hash): LinePool {
  const following = new Map<string, ChainedLine>();
  let highest = 0;
  return {
    add(lines) {
      for (const raw of lines) {
        const parsed = parseLine(raw.text, hash);
        if (!parsed) continue;
        highest = Math.max(highest, parsed.entry.revision);
        if (!following.has(parsed.prevHash)) following.set(parsed.prevHash, { ...parsed, raw });
      }
    },
    walk(fromHash = GENESIS) {
      const out: ChainedLine[] = [];
      const seen = new Set<string>();
      for (
        let next = following.get(fromHash);
        next && !seen.has(next.hash);
        next = following.get(next.hash)
      ) {
        seen.add(next.hash);
        out.push(next);
      }
      return out;
    },
    highestRevision: () => highest,
  };
}

const STEP = 256 * 1024;

/** Lines from the end of the file backwards, until `enough` says so. Newest first. */
export async function readBackwards(
  fs: FileSystem,
  path: string,
  size: number,
  hash: Hash,
  take: (line: ParsedLine) => 'more' | 'enough',
): Promise<void> {
  let end = size;
  let step = STEP;
  while (end > 0) {
    const start = Math.max(0, end - step);
    const bytes = await readPart(fs, path, start, end - start);
    // The first line of a slice is whole only at the start of the file or behind a line break.
    const first = start === 0 ? 0 : bytes.indexOf(0x0a) + 1;
    if (first === 0 && start > 0) {
      step *= 2;
      continue;
    }
    const { lines } = splitLines(bytes.subarray(first), start + first);
    if (lines.length === 0 && start > 0) {
      step *= 2;
      continue;
    }
    for (const raw of lines.reverse()) {
      const parsed = parseLine(raw.text, hash);
      if (parsed && take(parsed) === 'enough') return;
    }
    end = start + first;
    step = STEP;
  }
}
