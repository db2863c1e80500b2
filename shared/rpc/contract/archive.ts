import { z } from 'zod';
import { ACT_AREAS } from '../../domain/history/act-area';
import { command, query } from '../method';
import { committed, empty, offeredFiles, reasonText, revision, ticket } from './common';

export const storeFault = z.object({
  severity: z.enum(['error', 'warning']),
  place: z.string(),
  message: z.string(),
  repaired: z.boolean(),
});

export const backupInfo = z.object({
  file: z.string(),
  createdAt: z.string(),
  bytes: z.number().int(),
  aggregates: z.number().int(),
  files: z.number().int(),
});

export const archiveMethods = {
  /** What the dossier still lacks before it can be ended, as sentences. */
  'archive.check': query(
    z.object({ dossierId: z.string() }),
    z.object({
      lacking: z.array(z.string()),
      /** Conferences that are still to take place. */
      ahead: z.array(z.object({ title: z.string(), day: z.string() })),
      retention: z.string(),
      retentionSource: z.string(),
    }),
  ),
  /** Refused while something is lacking unless `despite` is true; what was lacking is recorded. */
  'archive.close': command(
    z.object({
      dossierId: z.string(),
      retention: z.string().nullable().default(null),
      despite: z.boolean().default(false),
    }),
    committed,
  ),
  'archive.reopen': command(
    z.object({ dossierId: z.string(), reason: reasonText.min(1, 'Ghi lý do mở lại hồ sơ.') }),
    committed,
  ),
  /** A BagIt bag (RFC 8493): as a folder of files or one zip. */
  'archive.export': command(
    z.object({
      dossierId: z.string(),
      format: z.enum(['folder', 'zip']).default('zip'),
      /** With the texts on tư tưởng, dư luận and the files that hold them. */
      restricted: z.boolean().default(false),
      /** With the drafts of documents, which are no record of their own. */
      drafts: z.boolean().default(true),
    }),
    offeredFiles,
  ),
  'archive.verify': query(
    z.object({ ticket }),
    z.object({ valid: z.boolean(), errors: z.array(z.string()) }),
  ),

  'backup.create': command(z.object({ reason: reasonText.default('Theo yêu cầu') }), backupInfo),
  'backup.list': query(empty, z.array(backupInfo)),
  'backup.verify': query(
    z.object({ file: z.string() }),
    z.object({ valid: z.boolean(), errors: z.array(z.string()), info: backupInfo.nullable() }),
  ),
  /** Into a new folder (a plain name: beside the data); `store.useFolder` opens it. The folder in use is untouched. */
  'backup.restore': command(
    z.object({ file: z.string(), newFolder: z.string().min(1, 'Đặt tên cho thư mục mới.') }),
    z.object({ folder: z.string(), aggregates: z.number().int(), files: z.number().int() }),
  ),

  'store.state': query(
    empty,
    z.object({
      folder: z.string(),
      readOnlyBecause: z.string().nullable(),
      notices: z.array(storeFault),
      lastBackup: z.string().nullable(),
      /** Open before this one; `store.useFolder` goes back to it. */
      previousFolder: z.string().nullable(),
      /** Chosen for the next start, where that is another than the open one. */
      nextFolder: z.string().nullable(),
      /** Why no other folder can be chosen in this run (a sentence), or null. */
      folderFixedBecause: z.string().nullable(),
      host: z.enum(['electron', 'web', 'cli', 'test']),
      version: z.string(),
    }),
  ),
  /**
   * Opens another data folder (a restored one, or the previous) from the next start on; the open folder stays open until
   * then. Choosing the open folder takes the choice back.
   */
  'store.useFolder': command(
    z.object({ folder: z.string().min(1, 'Chọn thư mục dữ liệu.') }),
    z.object({ folder: z.string(), previous: z.string().nullable() }),
  ),
  'store.check': command(empty, z.array(storeFault)),
  'store.history': query(
    z.object({
      kind: z.enum(['office', 'register', 'dossier', 'intake', 'incoming']),
      id: z.string(),
      limit: z.number().int().max(500).default(50),
      before: z.number().int().nullable().default(null),
      /** Only acts of this kind; null: all. `limit` counts those that are told. */
      acts: z.enum(ACT_AREAS).nullable().default(null),
    }),
    z.array(
      z.object({
        revision,
        at: z.string(),
        by: z.string(),
        command: z.string(),
        /** What was done, in Vietnamese. */
        label: z.string(),
        /** What was done to what: "Đăng ký số 12-KH/ĐU ngày 03/02/2026". */
        line: z.string(),
        /** One sentence a record: what was corrected, before → after, in the words of the screen. */
        details: z.array(z.string()),
        changes: z.array(
          z.object({ table: z.string(), id: z.string(), before: z.unknown(), after: z.unknown() }),
        ),
        purged: z.boolean(),
        /** Why: what stays of what was purged. */
        purgedBecause: z.string().nullable(),
      }),
    ),
  ),
  /** Takes a revision back as a new one; CONFLICT when later changes touched the same records. Null: the newest. */
  'store.undo': command(
    z.object({
      kind: z.enum(['office', 'register', 'dossier', 'intake', 'incoming']),
      id: z.string(),
      revision: z.number().int().nullable(),
    }),
    z.object({
      revision,
      label: z.string(),
      /** Numbers that are void by it and never given again, as printed: "07-KH/ĐU", "số đến 12/2026". */
      voided: z.array(z.string()).default([]),
      /** Numbers that may be given again: nothing bore them yet. */
      freed: z.array(z.string()).default([]),
    }),
  ),
  /** Of a dossier; null: of the incoming book, whose records are its lines (`entries`). */
  'store.purge': command(
    z.object({
      dossierId: z.string().nullable(),
      files: z.array(z.string()).default([]),
      records: z.array(z.object({ table: z.string(), id: z.string() })).default([]),
      reason: reasonText.min(1, 'Ghi lý do xóa hẳn.'),
    }),
    z.object({
      removedFrom: z.array(z.string()),
      /** What lies outside the program and a person has to find: sentences. */
      outside: z.array(z.string()),
    }),
  ),
  'sample.create': command(
    z.object({
      units: z.number().int().min(3).max(200).default(60),
      plans: z.number().int().min(0).max(50).default(3),
      years: z.number().int().min(1).max(5).default(1),
      seed: z.number().int().default(1),
    }),
    z.object({
      units: z.number().int(),
      plans: z.number().int(),
      reports: z.number().int(),
      dossierIds: z.array(z.string()),
    }),
  ),
  /** Stops the running command with this requestId; what was committed stays. */
  'job.cancel': query(z.object({ requestId: z.string() }), z.object({ found: z.boolean() })),
} as const;
