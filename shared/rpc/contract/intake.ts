/** Khay tiếp nhận: batches of returned files, what was kept back, the list of what is to be put right. */
import { z } from 'zod';
import { intakeFaultSchema, intakeOutcomeSchema } from '../../domain/report/intake-model';
import { command, query } from '../method';
import { committed, empty, offeredFiles, reasonText } from './common';

/** Whose form it may be, read from what is printed on it; a person confirms. */
export const identityProposal = z.object({
  dossierId: z.string(),
  plan: z.string(),
  unit: z.string(),
  unitName: z.string(),
  period: z.string(),
  /** Vietnamese: what it was read from. */
  why: z.string(),
});
export type IdentityProposal = z.infer<typeof identityProposal>;

const counts = z.record(intakeOutcomeSchema, z.number().int());

export const batchRow = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  receivedOn: z.string().nullable(),
  names: z.array(z.string()),
  total: z.number().int(),
  /** `interrupted`: the program ended in the middle of it. */
  state: z.enum(['running', 'done', 'cancelled', 'interrupted']),
  endedAt: z.string().nullable(),
  counts,
  /** Files of it whose faults are still open. */
  open: z.number().int(),
});
export type BatchRow = z.infer<typeof batchRow>;

export const intakeItemRow = z.object({
  id: z.string(),
  batchId: z.string(),
  at: z.string(),
  place: z.string(),
  name: z.string(),
  size: z.number().int(),
  /** Null for a file of which nothing may be kept. */
  sha256: z.string().nullable(),
  outcome: intakeOutcomeSchema,
  dossierId: z.string().nullable(),
  plan: z.string().nullable(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  period: z.string().nullable(),
  reportVersion: z.number().int().nullable(),
  faults: z.array(intakeFaultSchema),
  kept: z.boolean(),
  sameAs: z.string().nullable(),
  /** Vietnamese: what became of a file that was kept back; null while its faults are open, and for all others. */
  closed: z.string().nullable(),
  dismissed: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type IntakeItemRow = z.infer<typeof intakeItemRow>;

export const intakeMethods = {
  /** Files kept back whose faults are open, newest first, and every batch, newest first. */
  'intake.tray': query(empty, z.object({ open: z.array(intakeItemRow), batches: z.array(batchRow) })),
  /** One batch with its files, in the order in which they came. */
  'intake.batch': query(
    z.object({ batchId: z.string() }),
    z.object({ batch: batchRow, items: z.array(intakeItemRow) }),
  ),
  /** The original that was kept back, byte for byte. */
  'intake.file': query(z.object({ itemId: z.string() }), offeredFiles),
  /** Takes a file out of the tray without a corrected one, with the reason. */
  'intake.dismiss': command(
    z.object({ itemId: z.string(), reason: reasonText.min(1, 'Ghi lý do bỏ qua.') }),
    committed,
  ),
  /** Danh sách cần sửa: one workbook of all faults and one a unit. Null: all that is open in the tray. */
  'report.fixList': query(z.object({ batchId: z.string().nullable().default(null) }), offeredFiles),
} as const;
