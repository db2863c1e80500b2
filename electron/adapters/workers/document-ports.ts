/** The document ports over a worker pool, and the same in place for tests. */
import type {
  DocumentReader,
  FormReader,
  PdfWriter,
  SheetReader,
  SpreadsheetWriter,
  TableReader,
  TextReader,
  WordWriter,
} from '../../../shared/ports/documents';
import type { ZipReader, ZipWriter } from '../../../shared/ports/files';
import type { Result } from '../../../shared/result';
import { unwrap } from '../../../shared/result';
import type { DocumentJob, DocumentJobKind, DocumentJobs } from './document-job';
import { describeJob, runDocumentJob } from './document-job';
import type { WorkerPool } from './worker-pool';

export interface DocumentPorts {
  readonly spreadsheetWriter: SpreadsheetWriter;
  readonly pdfWriter: PdfWriter;
  readonly wordWriter: WordWriter;
  readonly documentReader: DocumentReader;
  readonly formReader: FormReader;
  readonly sheetReader: SheetReader;
  readonly tableReader: TableReader;
  readonly textReader: TextReader;
  readonly zipWriter: ZipWriter;
  readonly zipReader: ZipReader;
}

type RunJob = <K extends DocumentJobKind>(
  kind: K,
  input: DocumentJobs[K]['in'],
  /** A person waits for it at most so long, queue and all. */
  withinMs?: number,
) => Promise<Result<DocumentJobs[K]['out']>>;

/** A form is read in milliseconds: one that takes this long means harm, and a thousand others wait behind it. */
const FORM_DEADLINE_MS = 10_000;
/** A file whose words take this long to read is left unsearched. */
const TEXT_DEADLINE_MS = 20_000;
/** A file that is to be kept is looked into no longer than this. */
const LOOK_MS = 4_000;

/**
 * What the application uses: every job in a worker with a deadline. Words for searching are read in a pool of their own:
 * nobody who prints or takes forms in waits behind it.
 */
export function createDocumentPorts(pool: WorkerPool, textPool: WorkerPool = pool): DocumentPorts {
  return portsOver((kind, input, withinMs) => {
    const job = jobOf(kind, input);
    const label = describeJob(job);
    if (withinMs !== undefined) return pool.run({ job, label, signal: AbortSignal.timeout(withinMs) });
    if (kind === 'read-text') return textPool.run({ job, label, deadlineMs: TEXT_DEADLINE_MS });
    return pool.run(kind === 'read-form' ? { job, label, deadlineMs: FORM_DEADLINE_MS } : { job, label });
  });
}

/** The same functions in the calling thread: for unit tests and tools. */
export function createInlineDocumentPorts(): DocumentPorts {
  return portsOver(<K extends DocumentJobKind>(kind: K, input: DocumentJobs[K]['in']) =>
    runDocumentJob(jobOf(kind, input)),
  );
}

/** The table of jobs ties each kind to its input; the compiler does not follow that through a spread. */
function jobOf<K extends DocumentJobKind>(kind: K, input: DocumentJobs[K]['in']): DocumentJob {
  return { kind, ...input } as DocumentJob;
}

function portsOver(run: RunJob): DocumentPorts {
  return {
    spreadsheetWriter: { write: (model) => run('write-xlsx', { model }) },
    pdfWriter: { write: (model) => run('write-pdf', { model }) },
    wordWriter: { write: (model) => run('write-docx', { model }) },
    documentReader: { read: (bytes, fileName) => run('read-document', { bytes, fileName }) },
    formReader: { read: (bytes, fileName) => run('read-form', { bytes, fileName }) },
    sheetReader: { read: (bytes, fileName, request) => run('read-sheet', { bytes, fileName, request }) },
    tableReader: { read: (bytes, fileName) => run('read-table', { bytes, fileName }) },
    textReader: {
      read: (bytes, fileName) => run('read-text', { bytes, fileName }),
      look: (bytes, fileName) => run('read-text', { bytes, fileName }, LOOK_MS),
    },
    zipWriter: { zip: async (files) => unwrap(await run('zip', { files })) },
    zipReader: { unzip: (bytes, name) => run('unzip', { bytes, fileName: name }) },
  };
}
