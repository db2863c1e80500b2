/**
 * A format that a consolidation can leave the program in. One module each under `formats/`; the list in `registry.ts`
 * is what menus, the command line and the contract are made from.
 */
import type { PageModel } from '../../documents/page-model';
import type { WorkbookModel } from '../../documents/sheet-model';
import type { SummaryInput } from '../../documents/summary-input';
import type { Ports } from '../../ports/ports';
import type { Result } from '../../result';

/** What a format may use of the outside. */
export type WriterPorts = Pick<Ports, 'spreadsheetWriter' | 'pdfWriter' | 'wordWriter' | 'zipWriter'>;

interface Described<Id extends string> {
  /** As `--format` and the contract know it. */
  readonly id: Id;
  /** As a menu says it. */
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
}

/** Drawn from the workbook of figures; several plans stand in one. */
export interface WorkbookFormat<Id extends string = string> extends Described<Id> {
  readonly takes: 'workbook';
  readonly write: (model: WorkbookModel, ports: WriterPorts) => Promise<Result<Uint8Array>>;
}

/** Drawn from the report to superiors; one file a plan. */
export interface PageFormat<Id extends string = string> extends Described<Id> {
  readonly takes: 'page';
  readonly write: (model: PageModel, ports: WriterPorts) => Promise<Result<Uint8Array>>;
}

/** Made from the figures themselves; one file a plan. */
export interface DataFormat<Id extends string = string> extends Described<Id> {
  readonly takes: 'data';
  readonly write: (summary: SummaryInput, ports: WriterPorts) => Promise<Result<Uint8Array>>;
}

export type ExportFormat<Id extends string = string> = WorkbookFormat<Id> | PageFormat<Id> | DataFormat<Id>;
