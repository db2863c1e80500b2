/** Streams that unpack into far more than a document needs, found before anything reads them. */
import { inflateSync } from 'node:zlib';

const MEGABYTE = 1024 * 1024;
/** Of one stream and of all: drawings of two hundred pages have a tenth. Pictures are not counted, nobody unpacks them. */
const MAX_STREAM = 64 * MEGABYTE;
const MAX_ALL = 200 * MEGABYTE;
/** Behind the dictionary that describes a stream nothing longer stands before its bytes. */
const DICTIONARY = 2000;

export function unpacksTooLarge(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let all = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), before.lastIndexOf('endobj')));
    if (!/\/Fl(?:ateDecode)?\b/u.test(dictionary) || /\/Subtype\s*\/Image/u.test(dictionary)) continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    const end = file.indexOf('endstream', start);
    if (end < 0) continue;
    // Only what is packed tightly can be a bomb; deflate packs a thousand times at most.
    if ((end - start) * 1100 < MEGABYTE) continue;
    try {
      all += inflateSync(file.subarray(start, end), { maxOutputLength: MAX_STREAM }).length;
    } catch (error) {
      // A stream that does not unpack is for the reader to judge.
      if (error instanceof RangeError) return true;
    }
    if (all > MAX_ALL) return true;
  }
  return false;
}
