/** Work on documents as messages: the same table of jobs runs in a worker and, for tests, in place. */
import type { PageModel } from '../../../shared/documents/page-model';
import type { WorkbookModel } from '../../../shared/documents/sheet-model';
import type { SourceDocument } from '../../../shared/domain/plan/reading/source';
import type { RawForm, RawTable, SheetRequest, SheetWindow } from '../../../shared/ports/documents';
import type { OutputFile } from '../../../shared/ports/files';
import type { Result } from '../../../shared/result';
import { fail, ok } from '../../../shared/result';

/** Kind → what goes in and what comes out. */
export interface DocumentJobs {
  'write-xlsx': { in: { model: WorkbookModel }; out: Uint8Array };
  'write-pdf': { in: { model: PageModel }; out: Uint8Array };
  'write-docx': { in: { model: PageModel }; out: Uint8Array };
  'read-form': { in: { bytes: Uint8Array; fileName: string }; out: RawForm };
  'read-sheet': { in: { bytes: Uint8Array; fileName: string; request: SheetRequest }; out: SheetWindow };
  'read-table': { in: { bytes: Uint8Array; fileName: string }; out: readonly RawTable[] };
  'read-document': { in: { bytes: Uint8Array; fileName: string }; out: SourceDocument };
  'read-text': { in: { bytes: Uint8Array; fileName: string }; out: string };
  zip: { in: { files: readonly OutputFile[] }; out: Uint8Array };
  unzip: { in: { bytes: Uint8Array; fileName: string }; out: readonly OutputFile[] };
}

export type DocumentJobKind = keyof DocumentJobs;
export type DocumentJob = {
  [Kind in DocumentJobKind]: { readonly kind: Kind } & Readonly<DocumentJobs[Kind]['in']>;
}[DocumentJobKind];

/**
 * Does one job. A model that cannot be drawn is INTERNAL: the fault is ours. Libraries load with the first job that
 * needs them: a worker that only reads forms never loads pdfmake.
 */
export async function runDocumentJob(
  job: DocumentJob,
): Promise<Result<DocumentJobs[DocumentJobKind]['out']>> {
  try {
    return await perform(job);
  } catch (error) {
    const particulars = error instanceof Error ? error.message : String(error);
    return fail(
      'INTERNAL',
      `${describeJob(job)}: gặp lỗi khi xử lý. Hãy thử lại; nếu vẫn lỗi, hãy báo người hỗ trợ.`,
      {
        details: { kind: job.kind, error: particulars },
      },
    );
  }
}

async function perform(job: DocumentJob): Promise<Result<DocumentJobs[DocumentJobKind]['out']>> {
  switch (job.kind) {
    case 'write-xlsx': {
      const { writeWorkbook } = await import('../export/xlsx/write-workbook');
      return ok(await writeWorkbook(job.model));
    }
    case 'write-pdf': {
      const [{ writePdf }, { locateFontsFolder }] = await Promise.all([
        import('../export/pdf/write-pdf'),
        import('../export/pdf/fonts'),
      ]);
      return ok(await writePdf(job.model, locateFontsFolder()));
    }
    case 'write-docx': {
      const { writeDocx } = await import('../export/docx/write-docx');
      return ok(await writeDocx(job.model));
    }
    case 'read-form': {
      const { readForm } = await import('../intake/xlsx/read-form');
      return readForm(job.bytes, job.fileName);
    }
    case 'read-sheet': {
      const { readSheet } = await import('../intake/xlsx/read-sheet');
      return readSheet(job.bytes, job.fileName, job.request);
    }
    case 'read-table': {
      const { readTables } = await import('../intake/xlsx/read-tables');
      return readTables(job.bytes, job.fileName);
    }
    case 'read-document': {
      const { readDocumentBytes } = await import('../intake/read-document');
      return readDocumentBytes(job.bytes, job.fileName);
    }
    case 'read-text': {
      const { readText } = await import('../intake/read-text');
      return readText(job.bytes, job.fileName);
    }
    case 'zip': {
      const { createZipWriter } = await import('../zip/zip-writer');
      return ok(await createZipWriter().zip(job.files));
    }
    case 'unzip': {
      const { createZipReader } = await import('../zip/zip-reader');
      return createZipReader().unzip(job.bytes, job.fileName);
    }
  }
}

/** How messages name the job: the file as the user knows it. */
export function describeJob(job: DocumentJob): string {
  switch (job.kind) {
    case 'write-xlsx':
      return `Tệp Excel “${job.model.title}”`;
    case 'write-pdf':
      return `Tệp PDF “${job.model.title}”`;
    case 'write-docx':
      return `Tệp Word “${job.model.title}”`;
    case 'zip':
      return 'Tệp nén';
    default:
      return `Tệp “${job.fileName}”`;
  }
}
