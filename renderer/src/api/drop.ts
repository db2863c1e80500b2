/** Turns a drop (files, folders) into plain files with their place inside what was dropped. */
import type { DroppedFiles } from './host';

export interface PlacedFile {
  readonly file: File;
  /** Path relative to what was dropped, with `/`. */
  readonly place: string;
}

const MAX_FILES = 2_000;

/** What a drop or paste carried; must run inside the event, for entries vanish afterwards. */
export function takeDropped(transfer: DataTransfer): DroppedFiles {
  const entries: FileSystemEntry[] = [];
  for (const item of Array.from(transfer.items)) {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    if (entry) entries.push(entry);
  }
  return { files: Array.from(transfer.files), entries };
}

/** Every file of the drop, folders opened, at most 2,000. */
export async function flattenDropped(dropped: DroppedFiles): Promise<readonly PlacedFile[]> {
  if (!dropped.entries.some((entry) => entry.isDirectory)) {
    return dropped.files.map((file) => ({ file, place: file.name }));
  }
  const found: PlacedFile[] = [];
  for (const entry of dropped.entries) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: PlacedFile[]): Promise<void> {
  if (found.length >= MAX_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    found.push({ file, place: entry.fullPath.replace(/^\//, '') });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return;
    for (const child of batch) await walk(child, found);
  }
}
