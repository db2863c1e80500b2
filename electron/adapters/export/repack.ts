/**
 * Makes the bytes of an Office file the same every time: its zip entries carry fixed dates.
 *
 * jszip compresses in plain JavaScript, so the bytes are also the same in Electron and in Node, whose native zlib
 * differ.
 */
import JSZip from 'jszip';

const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));

/** `change` may rewrite a part's text by its name; parts keep their order. */
export async function repack(
  bytes: Uint8Array,
  change: (name: string, part: JSZip.JSZipObject) => Promise<string | null> = async () => null,
): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  for (const [name, part] of Object.entries(source.files)) {
    if (part.dir) continue;
    const content = (await change(name, part)) ?? (await part.async('uint8array'));
    target.file(name, content, { date: FIXED_DATE, createFolders: false });
  }
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}
