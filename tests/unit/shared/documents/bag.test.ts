import { describe, expect, it } from 'vitest';
import {
  bagTagFiles,
  decodeManifestPath,
  distinctPaths,
  encodeManifestPath,
  payloadPath,
  tagManifestText,
  type BagFile,
} from '../../../../shared/documents/bag';
import { verifyBag } from '../../../../shared/documents/verify-bag';

const hash = (letter: string): string => letter.repeat(64);
const payload: readonly BagFile[] = [
  { path: 'data/van-ban/02.pdf', sha256: hash('b'), length: 20 },
  { path: 'data/van-ban/01 Kế hoạch.pdf', sha256: hash('a'), length: 10 },
];
const tags = bagTagFiles(payload, {
  sourceOrganization: 'Đảng ủy phường An Bình',
  externalDescription: 'Hồ sơ\nthử',
  externalIdentifier: 'd-1',
  baggingDate: '2026-03-25',
  extra: [['Thoi-han-bao-quan', 'Vĩnh viễn']],
});
const texts = Object.fromEntries(tags.map((tag) => [tag.path, tag.text]));
const tagFiles: readonly BagFile[] = tags.map((tag, index) => ({
  path: tag.path,
  sha256: hash(String(index)),
  length: tag.text.length,
}));
const all = [...payload, ...tagFiles];
const complete = { ...texts, 'tagmanifest-sha256.txt': tagManifestText(tagFiles) };

describe('a bag', () => {
  it('declares BagIt 1.0 in UTF-8', () => {
    expect(texts['bagit.txt']).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });
  it('lists the payload sorted, with two spaces', () => {
    expect(texts['manifest-sha256.txt']).toBe(
      `${hash('a')}  data/van-ban/01 Kế hoạch.pdf\n${hash('b')}  data/van-ban/02.pdf\n`,
    );
  });
  it('counts octets and streams, one line a value', () => {
    expect(texts['bag-info.txt']).toBe(
      'Source-Organization: Đảng ủy phường An Bình\nExternal-Description: Hồ sơ thử\nExternal-Identifier: d-1\nBagging-Date: 2026-03-25\nPayload-Oxum: 30.2\nBag-Software-Agent: VPĐU Desk\nThoi-han-bao-quan: Vĩnh viễn\n',
    );
  });
  it('refuses payload outside data/', () => {
    expect(() =>
      bagTagFiles([{ path: 'x.pdf', sha256: hash('a'), length: 1 }], {
        sourceOrganization: '',
        externalDescription: '',
        externalIdentifier: '',
        baggingDate: '2026-03-25',
      }),
    ).toThrow(RangeError);
  });
  it('encodes only %, CR and LF of a path', () => {
    expect(encodeManifestPath('data/50% a\r\nb é.txt')).toBe('data/50%25 a%0D%0Ab é.txt');
    expect(decodeManifestPath('data/50%25 a%0d%0Ab%20.txt')).toBe('data/50% a\r\nb%20.txt');
  });
  it('gives payload names that are NFC and such as Windows accepts', () => {
    expect(payloadPath('văn bản'.normalize('NFD'), 'a:b?.pdf')).toBe('data/văn bản/a-b-.pdf');
    expect(distinctPaths(['data/A.pdf', 'data/a.pdf', 'data/b'])).toEqual([
      'data/A.pdf',
      'data/a (2).pdf',
      'data/b',
    ]);
  });
});

describe('verifyBag', () => {
  it('finds nothing wrong with a whole bag, in NFD too', () => {
    expect(verifyBag(all, complete)).toEqual([]);
    expect(
      verifyBag(
        all.map((file) => ({ ...file, path: file.path.normalize('NFD') })),
        complete,
      ),
    ).toEqual([]);
  });
  it('names what is missing, extra, changed and miscounted', () => {
    const damaged = [
      { ...payload[0]!, sha256: hash('c') },
      { path: 'data/la.txt', sha256: hash('d'), length: 5 },
      ...tagFiles,
    ];
    expect(verifyBag(damaged, complete)).toEqual([
      'Thiếu tệp data/van-ban/01 Kế hoạch.pdf (có trong manifest-sha256.txt).',
      'Tệp data/van-ban/02.pdf đã bị thay đổi: mã sha256 không khớp manifest-sha256.txt.',
      'Tệp data/la.txt có trong gói nhưng không có trong manifest-sha256.txt.',
      'Tổng dung lượng và số tệp không khớp: bag-info.txt ghi 30.2, trong gói là 25.2 (số byte.số tệp).',
    ]);
  });
  it('notices a changed tag file', () => {
    const changed = all.map((file) => (file.path === 'bag-info.txt' ? { ...file, sha256: hash('e') } : file));
    expect(verifyBag(changed, complete)).toEqual([
      'Tệp bag-info.txt đã bị thay đổi: mã sha256 không khớp tagmanifest-sha256.txt.',
    ]);
  });
  it('refuses what is no bag, lines that are none, and paths that lead outside', () => {
    expect(verifyBag([], {})).toEqual([
      'Thiếu tệp bagit.txt: đây không phải một gói hồ sơ BagIt.',
      'Thiếu tệp manifest-sha256.txt: không có danh sách để đối chiếu hồ sơ.',
    ]);
    const errors = verifyBag(tagFiles, {
      'bagit.txt': 'hello',
      'manifest-sha256.txt': `abc data/x\n${hash('a')}  ../x.txt\n`,
    });
    expect(errors[0]).toContain('không đúng mẫu');
    expect(errors[1]).toContain('Dòng 1');
    expect(errors[2]).toContain('chỉ ra ngoài gói: ../x.txt');
  });
});
