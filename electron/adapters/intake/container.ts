/**
 * What a file is by its first bytes, whatever its name says.
 *
 * Office 97–2003 files and password-protected new ones share one container (Compound File Binary, [MS-CFB]): its
 * directory entries are 128 bytes each on 128-byte boundaries and begin with the stream's name in UTF-16LE, so the
 * names can be found without trusting the (possibly damaged) sector tables.
 */

export type Container = 'zip' | 'ole-encrypted' | 'ole-xls' | 'ole-doc' | 'ole' | 'pdf' | 'empty' | 'unknown';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Local file header, empty archive, spanned archive. */
const ZIP_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];
const PDF_SIGNATURE = [0x25, 0x50, 0x44, 0x46, 0x2d];
const DIRECTORY_ENTRY = 128;

/** Recognises the container of `bytes`; never throws. A file of NULs or of no bytes is `empty`. */
export function recogniseContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  if (ZIP_SIGNATURES.some((signature) => startsWith(bytes, signature))) return 'zip';
  if (startsWith(bytes, OLE_SIGNATURE)) return recogniseOle(bytes);
  if (startsWith(bytes, PDF_SIGNATURE)) return 'pdf';
  return bytes.every((byte) => byte === 0) ? 'empty' : 'unknown';
}

function recogniseOle(bytes: Uint8Array): Container {
  let found: Container = 'ole';
  for (let offset = 512; offset + DIRECTORY_ENTRY <= bytes.length; offset += DIRECTORY_ENTRY) {
    if (isEntry(bytes, offset, 'EncryptedPackage')) return 'ole-encrypted';
    if (found !== 'ole') continue;
    if (isEntry(bytes, offset, 'Workbook') || isEntry(bytes, offset, 'Book')) found = 'ole-xls';
    else if (isEntry(bytes, offset, 'WordDocument')) found = 'ole-doc';
  }
  return found;
}

/** Whether the 128 bytes at `offset` are a directory entry of that name: UTF-16LE, its length in bytes at +64. */
function isEntry(bytes: Uint8Array, offset: number, name: string): boolean {
  const length = (name.length + 1) * 2;
  if (bytes[offset + 64] !== length || bytes[offset + 65] !== 0) return false;
  for (let index = 0; index < name.length; index += 1) {
    if (bytes[offset + index * 2] !== name.charCodeAt(index)) return false;
    if (bytes[offset + index * 2 + 1] !== 0) return false;
  }
  return true;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
