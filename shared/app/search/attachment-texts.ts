/**
 * Words of the office's own files: read in the background, one file at a time, kept as derived data under the file's
 * sha256, and searched from memory. A file's name is found before its words are.
 */
import { MAX_TEXT_FILE_BYTES } from '../../ports/documents';
import type { Ports } from '../../ports/ports';
import type { Ref } from '../../ports/store';
import type { Tables, View } from '../../records';
import { securityMarkOfText } from '../../domain/plan/reading/security-mark';
import { createPace, lettersOf, LETTERS_A_TURN, prepare, type Indexed } from './prepared';
import type { OwnFile } from './sources/attachments';

export interface AttachmentTexts {
  /** The files that may be read now. What is no longer among them is forgotten, on the disk too. */
  follow(files: readonly OwnFile[]): Promise<void>;
  /** Reads what is still to be read; a call that comes meanwhile joins the one that runs. */
  read(): Promise<void>;
  entries(): Iterable<Indexed>;
  /** Files whose words are still to be read. */
  reading(): number;
  /** Files that were looked at and have no words. */
  withoutText(): number;
  stop(): void;
}

interface Followed {
  readonly file: OwnFile;
  readonly indexed: Indexed;
  /** `gone`: could not be read today, e.g. its bytes are damaged. */
  readonly words: 'waiting' | 'read' | 'none' | 'gone';
}

type Needs = Pick<Ports, 'store' | 'textReader' | 'textCache' | 'turns'>;

const keyOf = ({ ref, sha256, entry }: OwnFile): string => `${ref.kind}/${ref.id}|${sha256}|${entry.id}`;

export function createAttachmentTexts(ports: Needs): AttachmentTexts {
  const followed = new Map<string, Followed>();
  const waiting = new Set<string>();
  const pace = createPace(ports.turns, LETTERS_A_TURN);
  let running: Promise<void> | null = null;
  let stopped = false;

  const readOne = async (key: string, file: OwnFile): Promise<void> => {
    const text = await wordsOf(ports, file, () => followed.get(key)?.file === file && !stopped);
    waiting.delete(key);
    const still = followed.get(key);
    if (still?.file !== file) return;
    if (text === null) {
      followed.set(key, { ...still, words: 'gone' });
      return;
    }
    const read = async () => (await ports.textCache.get(file.sha256)) ?? '';
    const body = { id: file.sha256, text, read };
    const entry = { ...file.entry, text: '', body };
    followed.set(key, { file, indexed: prepare(entry), words: text === '' ? 'none' : 'read' });
    await pace.spend(lettersOf(entry));
  };

  const readAll = async (): Promise<void> => {
    for (let [key] = waiting; key !== undefined && !stopped; [key] = waiting) {
      const file = followed.get(key)?.file;
      if (file) await readOne(key, file);
      else waiting.delete(key);
      await ports.turns.next();
    }
  };

  const count = (words: Followed['words']): number =>
    [...followed.values()].filter((one) => one.words === words).length;

  return {
    async follow(files) {
      const now = new Map(files.map((file) => [keyOf(file), file]));
      for (const key of [...followed.keys()])
        if (!now.has(key)) {
          followed.delete(key);
          waiting.delete(key);
        }
      for (const [key, file] of now) {
        const known = followed.get(key);
        if (known?.file.name === file.name) {
          // Where it belongs may be said anew; its name and words are as they were.
          followed.set(key, { ...known, file, indexed: { ...known.indexed, ...file.entry } });
          continue;
        }
        followed.set(key, { file, indexed: prepare({ ...file.entry, text: '' }), words: 'waiting' });
        waiting.add(key);
        await pace.spend(file.name.length);
      }
      await ports.textCache.keepOnly(new Set(files.map(({ sha256 }) => sha256)));
    },
    read() {
      running ??= readAll().finally(() => {
        running = null;
      });
      return running;
    },
    *entries() {
      for (const { indexed } of followed.values()) yield indexed;
    },
    reading: () => waiting.size,
    withoutText: () => count('none') + count('gone'),
    stop: () => {
      stopped = true;
    },
  };
}

/** Null: not today. Empty: there are none. What is read is kept only while the store still names the file. */
async function wordsOf(ports: Needs, file: OwnFile, isWanted: () => boolean): Promise<string | null> {
  const before = await ports.textCache.get(file.sha256);
  if (before !== null) return before;
  const text = await extract(ports, file);
  if (text === null || !isWanted()) return null;
  await ports.textCache.put(file.sha256, text);
  if (await isKept(ports, file.ref, file.sha256)) return text;
  // A purge or the trash took the file away while it was being read.
  await ports.textCache.remove(file.sha256);
  return null;
}

async function extract({ store, textReader }: Needs, file: OwnFile): Promise<string | null> {
  if (file.bytes > MAX_TEXT_FILE_BYTES) return '';
  const bytes = await store.getFile(file.ref, file.sha256);
  if (!bytes.ok) return null;
  const text = await textReader.read(bytes.value, file.name);
  // What came in before the doors looked into its kind is at least never copied here.
  if (text.ok) return securityMarkOfText(text.value) === null ? text.value : '';
  const reason = text.error.details?.['reason'];
  return reason === 'closed' || reason === 'cancelled' ? null : '';
}

async function isKept({ store }: Needs, ref: Ref, sha256: string): Promise<boolean> {
  const loaded = await store.load(ref);
  if (!loaded.ok || !loaded.value) return false;
  // Both kinds that keep own files have the table; the compiler cannot follow a kind that is not known yet.
  return (loaded.value.view as View<Tables>).get('files', sha256) !== undefined;
}
