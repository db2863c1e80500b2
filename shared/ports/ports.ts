/** Everything the application needs from outside; `compose` builds it once a host. */
import type { DataChoice } from './data-choice';
import type {
  DocumentReader,
  FormReader,
  PdfWriter,
  SheetReader,
  SpreadsheetWriter,
  TableReader,
  TextReader,
  WordWriter,
} from './documents';
import type { Inputs, Outputs, ZipReader, ZipWriter } from './files';
import type { Resources } from './resources';
import type { Backups, Store, TextCache } from './store';
import type { Clock, Hash, Ids, Log, Turns } from './system';

export interface Ports {
  readonly store: Store;
  readonly backups: Backups;
  readonly dataChoice: DataChoice;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly turns: Turns;
  readonly log: Log;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  readonly zipWriter: ZipWriter;
  readonly zipReader: ZipReader;
  readonly spreadsheetWriter: SpreadsheetWriter;
  readonly pdfWriter: PdfWriter;
  readonly wordWriter: WordWriter;
  readonly documentReader: DocumentReader;
  readonly formReader: FormReader;
  readonly sheetReader: SheetReader;
  readonly tableReader: TableReader;
  readonly textReader: TextReader;
  readonly textCache: TextCache;
  readonly resources: Resources;
  readonly host: 'electron' | 'web' | 'cli' | 'test';
  readonly version: string;
}
