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

/** .docx, .txt, .md, a .pdf with a text layer → blocks; hostile files are refused with the reason. */
export interface DocumentReader {
  read(bytes: Uint8Array, fileName: string): Promise<Result<SourceDocument>>;
}

/** No office document with words in it is larger; what is, is a scan or a film. */
export const MAX_TEXT_FILE_BYTES = 20 * 1024 * 1024;

/** The words of a file, for searching and for seeing a mark of secrecy: .docx, .xlsx, .pdf with a text layer, .txt. */
export interface TextReader {
  /** Cut to what is worth searching. BAD_REQUEST: a kind without words (scans, pictures), damaged or protected. */
  read(bytes: Uint8Array, fileName: string): Promise<Result<string>>;
  /** The same for somebody who waits: not behind those that are read for searching; UNAVAILABLE after a few seconds. */
  look(bytes: Uint8Array, fileName: string): Promise<Result<string>>;
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
  /** The same keys → what is printed beside the cell: the texts left of it in its row, or else the nearest above. */
  readonly rowLabels: Readonly<Record<string, readonly string[]>>;
  /** Code printed in a row that has no named cell → the cell of that row in the column of the inputs. */
  readonly computed: Readonly<Record<string, RawCell>>;
  /** Texts printed above the inputs, in order: office, form code, period, plan, unit. */
  readonly heads: readonly string[];
  /** Rows of mô hình hay by their names (`mh_1_ten` …), in order; empty in forms that have no such names. */
  readonly models?: readonly RawModel[];
  /** When the workbook was last saved, by its own word; null or absent: it does not say. */
  readonly savedAt?: string | null;
  readonly sheets: readonly string[];
}

/** One titled entry of a form. */
export interface RawModel {
  readonly title: RawCell;
  readonly result: RawCell;
}

export interface FormReader {
  read(bytes: Uint8Array, fileName: string): Promise<Result<RawForm>>;
}

/** Which part of a kept workbook is looked at. */
export interface SheetRequest {
  readonly sheet: string;
  /** The cell that is looked for ("D7"); null: the sheet from its top. */
  readonly cell: string | null;
  /** First row of the window; null: so that the cell stands in it. */
  readonly top: number | null;
  /** Defined names whose cells' content is not told (texts that are opened from the unit's report only). */
  readonly hiddenNames: readonly string[];
}

/** A cell of a workbook as its bytes hold it. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly type: RawCell['type'] | 'hidden';
  /** As a reader sees it: 12,5; dd/MM/yyyy; the stored result of a formula. */
  readonly text: string;
  /** What stands in the file's bytes: "35599". */
  readonly written: string;
}

/** A piece of a sheet, as a spreadsheet program would show it. */
export interface SheetWindow {
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** First and last row and column of the window, 1-based. */
  readonly rows: { readonly first: number; readonly last: number };
  readonly columns: { readonly first: number; readonly last: number };
  /** Last filled row and column of the whole sheet; 0 when it is empty. */
  readonly filled: { readonly rows: number; readonly columns: number };
  /** Widths in characters of the window's columns; null: the program's default. */
  readonly widths: readonly (number | null)[];
  /** Merged ranges that touch the window. */
  readonly merges: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  /** Filled cells of the window, by row and column. */
  readonly cells: readonly SheetCell[];
  /** The cell that was looked for; type `empty` where nothing stands. */
  readonly found: SheetCell | null;
}

export interface SheetReader {
  /** NOT_FOUND when the workbook has no such sheet; hostile and damaged files are refused as forms are. */
  read(bytes: Uint8Array, fileName: string, request: SheetRequest): Promise<Result<SheetWindow>>;
}

/** Plain rows of every visible sheet (directory import). Row numbers are the workbook's own, from 1. */
export interface RawTable {
  readonly sheet: string;
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    /** Places in `cells` that are kept as numbers: a leading 0 is gone from them. */
    readonly numbers?: readonly number[];
  }[];
}

export interface TableReader {
  read(bytes: Uint8Array, fileName: string): Promise<Result<readonly RawTable[]>>;
}
