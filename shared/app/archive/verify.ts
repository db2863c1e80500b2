import { BAG_INFO, BAGIT, MANIFEST, TAG_MANIFEST, type BagFile } from '../../documents/bag';
import { verifyBag } from '../../documents/verify-bag';
import { fail, ok, type Result } from '../../result';
import { decodeUtf8 } from '../../text/utf8';
import type { App } from '../application';
import type { Handler } from '../handlers';

interface Entry {
  readonly path: string;
  bytes(): Promise<Uint8Array>;
}

/** The bag's files with paths from its root: a zip's or a folder's, wherever bagit.txt lies in it. */
async function entriesOf(app: App, ticket: string): Promise<Result<readonly Entry[]>> {
  const opened = await app.ports.inputs.open(ticket);
  if (!opened.ok) return opened;
  const [first] = opened.value;
  let entries: readonly Entry[] = opened.value.map((file) => ({
    path: file.place.replaceAll('\\', '/'),
    bytes: () => file.bytes(),
  }));
  if (first && opened.value.length === 1 && /\.zip$/iu.test(first.name)) {
    const unpacked = await app.ports.zipReader.unzip(await first.bytes(), first.name);
    if (!unpacked.ok) return unpacked;
    entries = unpacked.value.map((file) => ({ path: file.name, bytes: async () => file.bytes }));
  }
  const declaration = entries
    .map(({ path }) => path)
    .filter((path) => path === BAGIT || path.endsWith(`/${BAGIT}`))
    .sort((a, b) => a.length - b.length)[0];
  if (declaration === undefined) return ok(entries);
  const root = declaration.slice(0, declaration.length - BAGIT.length);
  return ok(
    entries
      .filter(({ path }) => path.startsWith(root))
      .map((entry) => ({ ...entry, path: entry.path.slice(root.length) })),
  );
}

const TAGS: readonly string[] = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST];

export function verifyArchive(app: App): Handler<'archive.verify'> {
  return async ({ ticket }, { progress }) => {
    const entries = await entriesOf(app, ticket);
    if (!entries.ok) return entries;
    const files: BagFile[] = [];
    const texts: Record<string, string> = {};
    const errors: string[] = [];
    for (const [index, entry] of entries.value.entries()) {
      if (progress.cancelled()) return fail('UNAVAILABLE', 'Đã dừng kiểm tra theo yêu cầu.');
      progress.report(index, entries.value.length, entry.path);
      const bytes = await entry.bytes();
      files.push({ path: entry.path, sha256: app.ports.hash.sha256(bytes), length: bytes.length });
      if (!TAGS.includes(entry.path)) continue;
      const text = decodeUtf8(bytes);
      if (text === null) errors.push(`Tệp ${entry.path} không phải là văn bản UTF-8.`);
      else texts[entry.path] = text;
    }
    errors.push(...verifyBag(files, texts));
    return ok({ valid: errors.length === 0, errors });
  };
}
