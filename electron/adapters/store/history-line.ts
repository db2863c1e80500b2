/**
 * One line of `history.ndjson`: the commit point.
 *
 * Plain line:  {revision, at, by, command, requestId, schema, reply?, diff, prevHash, hash}; `hash` is the sha256 of
 * the line's text up to it, and `prevHash` the hash of the line before, so that a damaged, lost or edited line shows.
 * Sealed line: {…, prevHash, seal, hash}: stands in for a line whose content was purged (or lost), keeps that line's
 * `hash` so that the chain still verifies, and protects itself by `seal`.
 * The chain detects accidents and careless edits, not a determined person.
 */
import type { Change } from '../../../shared/records';
import type { Hash } from '../../../shared/ports/system';

export const GENESIS = '0'.repeat(64);
export const NEWLINE = 0x0a;

export interface Purged {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

export interface LineEntry {
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly requestId: string;
  /** Version of the records' shape after this line. */
  readonly schema: number;
  readonly reply?: unknown;
  readonly diff: readonly Change[];
  readonly purged?: Purged;
  /** On the line of a purge itself: what it removed, so that an interrupted one is completed. */
  readonly removes?: { readonly files: readonly string[] };
}

export interface ParsedLine {
  readonly entry: LineEntry;
  readonly prevHash: string;
  readonly hash: string;
  readonly sealed: boolean;
}

/** The line's text without line break, and its hash. */
export function encodeLine(entry: LineEntry, prevHash: string, hash: Hash): { text: string; hash: string } {
  const body = JSON.stringify({ ...entry, prevHash }).slice(0, -1);
  const own = hash.sha256(body);
  return { text: `${body},"hash":"${own}"}`, hash: own };
}

/** A line that stands in for the one with the hash `oldHash`. */
export function encodeSealedLine(entry: LineEntry, prevHash: string, oldHash: string, hash: Hash): string {
  const body = JSON.stringify({ ...entry, prevHash }).slice(0, -1);
  return `${body},"seal":"${hash.sha256(`${body}|${oldHash}`)}","hash":"${oldHash}"}`;
}

const PLAIN_END = /,"hash":"([0-9a-f]{64})"\}$/;
const SEALED_END = /,"seal":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;
const SEALED_LENGTH = 156;
const PLAIN_LENGTH = 75;
/** Bytes at the end of a line (with its line break) that hold its hash. */
export const SEAM_LENGTH = 67;

/** The hash that a line's last bytes name (`…<hash>"}\n`), or null. */
export function hashAtEnd(seam: string): string | null {
  return /([0-9a-f]{64})"\}\n$/.exec(seam)?.[1] ?? null;
}

/** The line when its own hash or seal is right, else null. Whether it follows the line before is the reader's to check. */
export function parseLine(text: string, hash: Hash): ParsedLine | null {
  const sealed = SEALED_END.exec(text.slice(-SEALED_LENGTH));
  const plain = sealed ? null : PLAIN_END.exec(text.slice(-PLAIN_LENGTH));
  const own = sealed?.[2] ?? plain?.[1];
  if (own === undefined) return null;
  const body = text.slice(0, -(sealed?.[0] ?? plain?.[0] ?? '').length);
  if (sealed ? hash.sha256(`${body}|${own}`) !== sealed[1] : hash.sha256(body) !== own) return null;
  try {
    const { prevHash, ...entry } = JSON.parse(`${body}}`) as LineEntry & { prevHash: string };
    return { entry, prevHash, hash: own, sealed: sealed !== null };
  } catch {
    return null;
  }
}

export interface RawLine {
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** With the line break. */
  readonly length: number;
  readonly text: string;
}

const decoder = new TextDecoder('utf-8');

/** Complete lines of `bytes`, which begin at `base` in the file; `rest` is the length of a last line without its end. */
export function splitLines(bytes: Uint8Array, base: number): { lines: RawLine[]; rest: number } {
  const lines: RawLine[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) break;
    const text = decoder.decode(bytes.subarray(start, end));
    lines.push({ offset: base + start, length: end + 1 - start, text });
    start = end + 1;
  }
  return { lines, rest: bytes.length - start };
}
