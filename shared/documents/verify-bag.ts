/** Whether a bag is whole: what its own lists say against what lies there. RFC 8493 §3. */
import {
  BAG_INFO,
  BAGIT,
  decodeManifestPath,
  MANIFEST,
  PAYLOAD_FOLDER,
  payloadOxum,
  TAG_MANIFEST,
  type BagFile,
} from './bag';

/** Tag file name → its text; a file that is not there is absent. */
export type TagTexts = Readonly<Record<string, string>>;

/**
 * Vietnamese sentences, one a fault, in a fixed order; empty: the bag is complete and valid.
 * `files`: every file of the bag, tag files too, with paths from its root.
 */
export function verifyBag(files: readonly BagFile[], texts: TagTexts): readonly string[] {
  const errors: string[] = [];
  const present = new Map(files.map((file) => [normal(file.path), file]));
  const declaration = texts[BAGIT];
  if (declaration === undefined) errors.push(`Thiếu tệp ${BAGIT}: đây không phải một gói hồ sơ BagIt.`);
  else if (!/^\ufeff?BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\s*$/i.test(declaration))
    errors.push(
      `Tệp ${BAGIT} không đúng mẫu (cần “BagIt-Version: 1.0” và “Tag-File-Character-Encoding: UTF-8”).`,
    );

  const manifest = texts[MANIFEST];
  if (manifest === undefined) errors.push(`Thiếu tệp ${MANIFEST}: không có danh sách để đối chiếu hồ sơ.`);
  const payload = files.filter((file) => normal(file.path).startsWith(`${PAYLOAD_FOLDER}/`));
  if (manifest !== undefined) {
    const listed = readManifest(manifest, MANIFEST, errors);
    compare(listed, present, MANIFEST, errors);
    for (const file of payload)
      if (!listed.has(normal(file.path)))
        errors.push(`Tệp ${file.path} có trong gói nhưng không có trong ${MANIFEST}.`);
  }
  const tagManifest = texts[TAG_MANIFEST];
  if (tagManifest !== undefined)
    compare(readManifest(tagManifest, TAG_MANIFEST, errors), present, TAG_MANIFEST, errors);

  const oxum = /^Payload-Oxum:\s*(\S+)\s*$/im.exec(texts[BAG_INFO] ?? '')?.[1];
  const found = payloadOxum(payload);
  if (oxum !== undefined && oxum !== found)
    errors.push(
      `Tổng dung lượng và số tệp không khớp: ${BAG_INFO} ghi ${oxum}, trong gói là ${found} (số byte.số tệp).`,
    );
  return errors;
}

/** macOS and some zip programs write names decomposed: compared as NFC. */
function normal(path: string): string {
  return path.normalize('NFC').replace(/^\.\//, '');
}

function readManifest(text: string, name: string, errors: string[]): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const match = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line);
    const [, hash, written] = match ?? [];
    if (hash === undefined || written === undefined) {
      errors.push(`Dòng ${index + 1} của ${name} không đúng mẫu “mã sha256, hai dấu cách, tên tệp”.`);
      return;
    }
    const path = normal(decodeManifestPath(written));
    if (path.startsWith('/') || /(^|\/)\.\.(\/|$)/.test(path) || /^[a-z]:/i.test(path)) {
      errors.push(`Dòng ${index + 1} của ${name} chỉ ra ngoài gói: ${path}.`);
      return;
    }
    if (listed.has(path)) errors.push(`Tệp ${path} được ghi hai lần trong ${name}.`);
    listed.set(path, hash.toLowerCase());
  });
  return listed;
}

function compare(
  listed: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, BagFile>,
  name: string,
  errors: string[],
): void {
  for (const [path, hash] of listed) {
    const file = present.get(path);
    if (!file) errors.push(`Thiếu tệp ${path} (có trong ${name}).`);
    else if (file.sha256.toLowerCase() !== hash)
      errors.push(`Tệp ${path} đã bị thay đổi: mã sha256 không khớp ${name}.`);
  }
}
