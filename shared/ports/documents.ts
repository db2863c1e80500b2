/** Reading and writing documents. Adapters run in a killable worker with size and time limits. */
import type { PageModel } from '../documents/page-model';
import type { WorkbookModel } from '../documents/sheet-model';
import type { SourceDocument } from '../domain/plan/reading/source';
import type { Result } from '../result';

export interface SpreadsheetWriter {
  /** Bytes are the same for the same model. Cells from users never become formulas. */
  write(model: WorkbookModel): Promise<Result<Uint8Array>>;
}

export interface PdfWriter {
  /** PDF/A-3b, fonts embedded, the same bytes for the same model. */
  write(model: PageModel): Promise<Result<Uint8Array>>;
}

export interface WordWriter {
  write(model: PageModel): Promise<Result<Uint8Array>>;
}

/** .docx, .txt, .md → blocks; hostile files are refused with the reason. */
export interface DocumentReader {
  read(bytes: Uint8Array, fileName: string): Promise<Result<SourceDocument>>;
}

/** A cell as it stands: its typed value and its text. */
export interface RawCell {
  readonly sheet: string;
  /** "D7" */
  readonly cell: string;
  readonly type: 'empty' | 'number' | 'text' | 'date' | 'boolean' | 'formula' | 'error';
  readonly number: number | null;
  readonly text: string;
}

/** A returned form, read by its hidden sheet and defined names; nothing judged yet. */
export interface RawForm {
  /** Hidden sheet `_vpdu`: key → value; null when the sheet is gone. */
  readonly identity: Readonly<Record<string, string>> | null;
  /** Defined name without the `ct_` prefix (HN01, NX01, NIL) → cell. */
  readonly cells: Readonly<Record<string, RawCell>>;
  /** The same keys → the indicator's code printed in the cell's own row; a row without one has no key here. */
  readonly rowCodes: Readonly<Record<string, string>>;
  readonly sheets: readonly string[];
}

export interface FormReader {
  read(bytes: Uint8Array, fileName: string): Promise<Result<RawForm>>;
}

/** Plain rows of every visible sheet (directory import). Row numbers are the workbook's own, from 1. */
export interface RawTable {
  readonly sheet: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface TableReader {
  read(bytes: Uint8Array, fileName: string): Promise<Result<readonly RawTable[]>>;
}
