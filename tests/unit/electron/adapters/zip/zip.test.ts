import { Buffer } from 'node:buffer';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { safeEntryName } from '../../../../../electron/adapters/zip/entry-name';
import { createZipReader } from '../../../../../electron/adapters/zip/zip-reader';
import { createZipWriter } from '../../../../../electron/adapters/zip/zip-writer';
import { unwrap } from '../../../../../shared/result';
import { bomb } from '../fixtures/workbook';

const text = (content: string) => new TextEncoder().encode(content);
const files = [
  { name: 'data/Kế hoạch số 12.txt', bytes: text('Nội dung '.repeat(500)) },
  { name: 'bagit.txt', bytes: text('BagIt-Version: 1.0\n') },
  { name: 'data/biểu.xlsx', bytes: new Uint8Array([1, 2, 3]) },
  { name: 'rỗng.txt', bytes: new Uint8Array() },
];

describe('zip', () => {
  it('gives back what was packed, in the same order', async () => {
    const bytes = await createZipWriter().zip(files);
    const read = unwrap(await createZipReader().unzip(bytes, 'túi.zip'));
    expect(read.map(({ name, bytes: content }) => [name, Buffer.from(content).toString('hex')])).toEqual(
      files.map(({ name, bytes: content }) => [name, Buffer.from(content).toString('hex')]),
    );
  });

  it('packs the same files into the same bytes, whatever the time zone', async () => {
    const before = process.env['TZ'];
    try {
      const packed: string[] = [];
      for (const zone of ['Asia/Ho_Chi_Minh', 'America/New_York', 'UTC']) {
        process.env['TZ'] = zone;
        packed.push(Buffer.from(await createZipWriter().zip(files)).toString('hex'));
      }
      expect(new Set(packed).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('is opened by another program', async () => {
    const zip = await JSZip.loadAsync(await createZipWriter().zip(files));
    expect(Object.keys(zip.files)).toEqual(files.map(({ name }) => name));
    expect(await zip.file('bagit.txt')?.async('string')).toBe('BagIt-Version: 1.0\n');
  });

  it('does not pack a name that leaves the folder, nor one twice', async () => {
    await expect(createZipWriter().zip([{ name: '../a', bytes: text('a') }])).rejects.toThrow('unsafe');
    const twice = ['a', 'A'].map((name) => ({ name, bytes: text('a') }));
    await expect(createZipWriter().zip(twice)).rejects.toThrow('twice');
  });
});

async function zipNamed(
  names: readonly string[],
  options: Partial<JSZip.JSZipFileOptions> = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const name of names) zip.file(name, 'x', { createFolders: false, ...options });
  return zip.generateAsync({ type: 'uint8array', platform: 'UNIX' });
}

/** jszip cleans names itself: a harmless name is exchanged for an evil one of the same length. */
async function zipWithName(name: string): Promise<Uint8Array> {
  const stand = 'z'.repeat(Buffer.byteLength(name));
  const bytes = Buffer.from(await zipNamed([stand]));
  for (let at = bytes.indexOf(stand); at >= 0; at = bytes.indexOf(stand)) bytes.write(name, at);
  return bytes;
}

describe('safeEntryName', () => {
  it('takes relative names with forward slashes and composes them', () => {
    expect(safeEntryName('data/Kế hoạch.txt'.normalize('NFD'))).toBe('data/Kế hoạch.txt');
    expect(safeEntryName('a..b/c.d')).toBe('a..b/c.d');
    expect(safeEntryName('a\u0001')).toBeNull();
    expect(safeEntryName('')).toBeNull();
  });
});

describe('createZipReader refuses', () => {
  it.each(['../x.txt', 'a/../../x', '/etc/x', 'C:x', 'c:/x', 'a\\..\\x', 'a//b', './a', 'a/.', 'a. ', 'a|b'])(
    'the name %j',
    async (name) => {
      expect(safeEntryName(name)).toBeNull();
      const result = await createZipReader().unzip(await zipWithName(name), 'gửi.zip');
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'BAD_REQUEST', details: { file: 'gửi.zip', entry: name } },
      });
    },
  );

  it.each([
    ['a bomb', () => bomb(8_000_000), /giải nén/],
    ['no zip', async () => text('abc'), /không phải tệp nén/],
    ['half a zip', async () => (await createZipWriter().zip(files)).slice(0, 200), /hỏng/],
    ['two names that Windows takes for one', () => zipNamed(['A.txt', 'a.txt']), /trùng tên/],
    ['a symbolic link', () => zipNamed(['link'], { unixPermissions: 0o120777 }), /không an toàn/],
  ])('%s', async (_what, bytes, says) => {
    const result = await createZipReader().unzip(await bytes(), 'gửi.zip');
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.message).toMatch(says);
    expect(result.error.message).toContain('“gửi.zip”');
  });

  it('more entries, or more content, than the limits', async () => {
    const limits = { archiveBytes: 10_000, unpackedBytes: 3, entries: 5, ratio: 100, ratioFloor: 1000 };
    const reader = createZipReader(limits);
    const refused = async (names: readonly string[]) => {
      const result = await reader.unzip(await zipNamed(names), 'gửi.zip');
      return result.ok ? null : result.error.details?.['fault'];
    };
    expect(await refused(['a', 'b', 'c'])).toBeNull();
    expect(await refused(['a', 'b', 'c', 'd'])).toBe('bomb');
    expect(await refused(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('too-many-entries');
  });
});
