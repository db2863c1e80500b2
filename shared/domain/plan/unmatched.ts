/** Names of a heading or recipient that the directory does not know, to be offered as new entries. */
import { createMatcher } from '../office/match';
import type { DirectoryEntry, EntryKind } from '../office/model';
import { fold } from '../../text/normalize';
import { bodiesOf } from './reading/units';

/** The bodies in `text` that no entry matches (by name, alias or abbreviation, with or without marks), as printed. */
export function unmatchedNames(text: string, entries: readonly DirectoryEntry[]): string[] {
  const matcher = createMatcher(entries);
  if (matcher.one(text).entryIds.length > 0) return [];
  const names = bodiesOf(text).map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const missing = names.filter((name) => matcher.one(name).entryIds.length === 0);
  // Where no part is known, the line may be one body's name ("Sở Văn hóa, Thể thao và Du lịch").
  return missing.length === names.length ? [text] : missing;
}

/** What a new entry most likely is, by its first words; a person chooses. */
export function likelyKind(name: string): EntryKind {
  const key = fold(name);
  if (/^(?:cac|toan the|nhung)\s/u.test(key)) return 'group';
  if (/(?:thanh uy|tinh uy|trung uong|thanh pho|\btinh\b)/u.test(key) || /^so\s/u.test(key))
    return 'superior';
  if (
    /^(?:dong chi|d\/c|bi thu|chu tich|chu nhiem|truong|pho)(?!ng)\b/u.test(key) &&
    !/^truong (?:mam|tieu|thcs|thpt|trung|pho)/u.test(key)
  )
    return 'position';
  return 'unit';
}
