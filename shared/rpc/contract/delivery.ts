/** The ledger of deliveries over all dossiers, and what is printed from it. */
import { z } from 'zod';
import { deliveryEventSchema, deliverySchema, proofKindSchema } from '../../domain/dispatch/model';
import { command, query } from '../method';
import { committed, noteText, offeredFiles, ticket } from './common';

/** One delivery with the document that it is of. */
export const ledgerRow = deliverySchema.extend({
  dossierId: z.string(),
  documentId: z.string(),
  /** "Kế hoạch …" */
  document: z.string(),
  numberText: z.string().nullable(),
  /** What became of the whole document after it was sent; what was received stays told as received. */
  over: z.enum(['recalled', 'replaced']).nullable(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

export const DELIVERY_PRODUCTS = ['slips', 'labels', 'addresses', 'unconfirmed'] as const;

export const deliveryMethods = {
  /** Newest sending first. `unconfirmed` opens only dossiers that have some. */
  'delivery.list': query(
    z.object({ only: z.enum(['unconfirmed', 'all']), dossierId: z.string().nullable().default(null) }),
    z.object({ rows: z.array(ledgerRow) }),
  ),
  /** Everything that was noted of one delivery, oldest first. */
  'delivery.history': query(
    z.object({ dossierId: z.string(), deliveryId: z.string() }),
    z.array(deliveryEventSchema),
  ),
  /** One change on many deliveries; each gets a line in its history. `sent`: the answer was noted by mistake. */
  'delivery.record': command(
    z.object({
      dossierId: z.string(),
      deliveryIds: z.array(z.string()).min(1),
      state: z.enum(['sent', 'received', 'refused', 'recalled']),
      date: z.string(),
      proof: z
        .object({ kind: proofKindSchema, on: z.string().nullable().default(null) })
        .nullable()
        .default(null),
      /** Scan or picture of the proof. */
      ticket: ticket.nullable().default(null),
      note: noteText.default(''),
    }),
    committed,
  ),
  /** Phiếu gửi, nhãn phong bì, danh sách địa chỉ, danh sách chưa xác nhận nhận. `deliveryIds` null: all of the choice. */
  'delivery.export': query(
    z.object({
      dossierId: z.string().nullable(),
      documentId: z.string().nullable().default(null),
      deliveryIds: z.array(z.string()).nullable().default(null),
      product: z.enum(DELIVERY_PRODUCTS),
      format: z.enum(['pdf', 'docx', 'xlsx']),
    }),
    offeredFiles.extend({ rows: z.number().int() }),
  ),
} as const;
