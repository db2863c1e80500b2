/** Names of exported files that Windows, LibreOffice and a zip accept. */
import { dateOfInstant, formatDate, timeOfInstant, type Instant, type PlainDate } from '../date/plain-date';

const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
const MAX_LENGTH = 120;

/** A safe file name (NFC, without `<>:"/\|?*` and control characters, no reserved names or trailing dots, ≤ 120). */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 8 ? cleaned.slice(dot) : '';
  const stem = (extension ? cleaned.slice(0, dot) : cleaned).slice(0, MAX_LENGTH - extension.length);
  const trimmed = `${stem.replace(/[. ]+$/, '')}${extension}`.replace(/[. ]+$/, '');
  if (trimmed === '') return 'khong-ten';
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** A day in the name of a file, as people write it: "31-12-2026". */
export function dayInFileName(day: PlainDate): string {
  return formatDate(day).replaceAll('/', '-');
}

/** What a restored data folder is called, by its backup's moment: `data-2026-03-17-0800`. */
export function restoredFolderName(backedUpAt: Instant): string {
  return `data-${dateOfInstant(backedUpAt)}-${timeOfInstant(backedUpAt).replace(':', '')}`;
}
