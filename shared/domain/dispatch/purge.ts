/** What a document says when files of it were removed for good: that they were, and why. */
import type { Instant } from '../../date/plain-date';
import type { DocumentRecord } from './model';

const WENT_OUT: ReadonlySet<DocumentRecord['status']> = new Set(['issued', 'recalled', 'replaced']);

/**
 * The same document where it had none of the files. One that went out says in its copy's place why there is none; one
 * that did not is asked for a copy again.
 */
export function withoutPurgedCopies(
  document: DocumentRecord,
  files: ReadonlySet<string>,
  reason: string,
  act: { readonly now: Instant; readonly by: string },
): DocumentRecord {
  const others = document.files.filter((sha256) => !files.has(sha256));
  const lost = document.signedFile !== null && files.has(document.signedFile);
  if (!lost) return others.length === document.files.length ? document : { ...document, files: others };
  return {
    ...document,
    files: others,
    signedFile: null,
    ...(WENT_OUT.has(document.status) && {
      waiver: { reason: `Bản ký đã xóa hẳn: ${reason}`, at: act.now, by: act.by },
    }),
  };
}
