/**
 * The layout of a BagIt bag (RFC 8493) as text: the caller hashes and writes. Payload lies under `data/`, paths are
 * NFC and such as Windows accepts.
 */
import { safeFileName } from '../text/file-name';

export interface BagFile {
  /** With "/" between folders, from the bag's root: "data/ke-hoach.pdf", "bag-info.txt". */
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
}

export interface BagMetadata {
  /** Organisation that hands the bag over. */
  readonly sourceOrganization: string;
  /** Title of the dossier. */
  readonly externalDescription: string;
  readonly externalIdentifier: string;
  /** `YYYY-MM-DD` */
  readonly baggingDate: string;
  /** Further lines, in order: ["Thoi-han-bao-quan", "Vĩnh viễn"]. */
  readonly extra?: readonly (readonly [string, string])[];
}

export interface TagFile {
  readonly path: string;
  readonly text: string;
}

export const PAYLOAD_FOLDER = 'data';
const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const BAG_INFO = 'bag-info.txt';
export const BAGIT = 'bagit.txt';

/** "data/van-ban/01 Kế hoạch.pdf" of its parts: NFC, every part a name that Windows accepts. */
export function payloadPath(...parts: readonly string[]): string {
  return [PAYLOAD_FOLDER, ...parts.map(safeFileName)].join('/');
}

/** Paths made different where Windows (which ignores case) would take two for one: "a.pdf", "a (2).pdf". */
export function distinctPaths(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    let candidate = path;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const dot = path.lastIndexOf('.');
      const stem = dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
      candidate = `${stem} (${count})${path.slice(stem.length)}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** In a manifest, CR, LF and "%" of a path are percent-encoded (RFC 8493 §2.1.3), nothing else. */
export function encodeManifestPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function decodeManifestPath(text: string): string {
  return text.replace(/%(25|0D|0A)/gi, (_, code: string) => {
    if (code === '25') return '%';
    return code.toUpperCase() === '0D' ? '\r' : '\n';
  });
}

/** Lines "<sha256>  <path>", sorted by path: the same files give the same text. */
function manifestText(files: readonly BagFile[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map((file) => `${file.sha256}  ${encodeManifestPath(file.path)}\n`)
    .join('');
}

/** Octets and streams of the payload: "1234.5". */
export function payloadOxum(payload: readonly BagFile[]): string {
  return `${payload.reduce((sum, file) => sum + file.length, 0)}.${payload.length}`;
}

function infoLine(label: string, value: string): string {
  // A value on one line: RFC 8493 folds lines with an indent, which few programs read.
  return `${label}: ${value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}\n`;
}

/** bagit.txt, bag-info.txt and the payload manifest of a bag with this payload. Paths must lie under `data/`. */
export function bagTagFiles(payload: readonly BagFile[], metadata: BagMetadata): readonly TagFile[] {
  const stray = payload.find((file) => !file.path.startsWith(`${PAYLOAD_FOLDER}/`));
  if (stray) throw new RangeError(`payload outside data/: ${stray.path}`);
  const info = [
    infoLine('Source-Organization', metadata.sourceOrganization),
    infoLine('External-Description', metadata.externalDescription),
    infoLine('External-Identifier', metadata.externalIdentifier),
    infoLine('Bagging-Date', metadata.baggingDate),
    infoLine('Payload-Oxum', payloadOxum(payload)),
    infoLine('Bag-Software-Agent', 'VPĐU Desk'),
    ...(metadata.extra ?? []).map(([label, value]) => infoLine(label, value)),
  ].join('');
  return [
    { path: BAGIT, text: BAGIT_TEXT },
    { path: BAG_INFO, text: info },
    { path: MANIFEST, text: manifestText(payload) },
  ];
}

/** The manifest of the tag files, itself left out. */
export function tagManifestText(tagFiles: readonly BagFile[]): string {
  return manifestText(tagFiles.filter((file) => file.path !== TAG_MANIFEST));
}
