/**
 * Registers (sổ đăng ký văn bản đi), one aggregate a numbering series. domain.md §0.4, §3, §4.
 * The register's entry is the only truth of a document's number; the document points at it.
 */
import { z } from 'zod';
import { plainDateSchema, instantSchema } from '../../date/plain-date';
import { systemSchema } from '../office/model';
import { channelSchema } from './channel';

/** Dãy số: one record, id `series`. Party: (issuer, type, term); state: (issuer, year). */
export const seriesSchema = z.object({
  id: z.literal('series'),
  system: systemSchema,
  /** "ĐU", "UBND" */
  issuerSymbol: z.string().min(1),
  /** "KH", "CV", …; null for a state series, which numbers all types together. */
  type: z.string().nullable(),
  /** "2025–2030" or "2026" */
  scope: z.string().min(1),
  title: z.string(),
});
export type Series = z.infer<typeof seriesSchema>;

/** One thing that was done to a line after it was written. */
const registerActSchema = z.object({
  at: instantSchema,
  by: z.string(),
  /** A Vietnamese sentence. */
  what: z.string(),
});

/** Giữ chỗ: for which unit or position, why, and by when it is to be used. */
export const reservationSchema = z.object({
  holder: z.string().min(1),
  reason: z.string().min(1),
  until: plainDateSchema.nullable(),
  at: instantSchema,
  by: z.string(),
});

/** How a number came to be taken back: typed too high, or simply undone. */
const unusedSchema = z.enum(['mistyped', 'undone']);

/** Why a number of a book is void, going out or coming in. */
export const voidedSchema = z.object({
  reason: z.string().min(1),
  at: instantSchema,
  by: z.string(),
  /** Set where the number was taken back before anything bore it: it may be given, and counts for nothing. */
  unused: unusedSchema.optional(),
});

/** Columns of a line that otherwise follow the deliveries of its document. */
export const SENDING_FIELDS = ['recipients', 'copies', 'sentOn'] as const;
export type SendingField = (typeof SENDING_FIELDS)[number];

/**
 * One line of the book. The record's id is the number, e.g. "7"; no number has two documents. Fields that came later
 * are optional: lines written before them stand as they are.
 */
export const registerEntrySchema = z.object({
  id: z.string().regex(/^[1-9]\d*$/),
  number: z.number().int().positive(),
  numberText: z.string().min(1),
  kind: z.enum(['issued', 'reserved', 'void']),
  /** Ngày tháng văn bản. */
  date: plainDateSchema,
  documentId: z.string().nullable(),
  dossierId: z.string().nullable(),
  requestId: z.string().min(1),
  /** Tên loại và trích yếu */
  subject: z.string(),
  signer: z.string(),
  recipients: z.string().default(''),
  /** Đơn vị, người nhận bản lưu */
  keeper: z.string().default(''),
  copies: z.number().int().nonnegative().nullable().default(null),
  sentOn: plainDateSchema.nullable().default(null),
  note: z.string().default(''),
  registeredAt: instantSchema,
  registeredBy: z.string().optional(),
  /** Written into the book for a document that was made outside the application. */
  byHand: z.boolean().optional(),
  /** What a person wrote or corrected about sending: it stands, whatever is sent from here. */
  byPerson: z.array(z.enum(SENDING_FIELDS)).optional(),
  /** Set where the number was kept for somebody; stays when it is used or given back. */
  reserved: reservationSchema.optional(),
  voided: voidedSchema.optional(),
  /** It was sent once, and the sending was taken back: its number is on paper somewhere. */
  wentOut: z.boolean().optional(),
  trace: z.array(registerActSchema).optional(),
});
export type RegisterEntry = z.infer<typeof registerEntrySchema>;

/** Why a number holds no line; the id is the number. */
export const registerGapSchema = z.object({
  id: z.string().regex(/^[1-9]\d*$/),
  reason: z.string().min(1),
  at: instantSchema,
  by: z.string(),
});

/** Sổ giấy đã đến số …: numbers up to `last` were given on paper before the book was kept here. One record. */
export const paperBookSchema = z.object({
  id: z.literal('paper'),
  last: z.number().int().positive(),
  reason: z.string().min(1),
  at: instantSchema,
  by: z.string(),
  /** What stood before, where it was set again. */
  trace: z.array(registerActSchema),
});

export const registerTables = {
  series: seriesSchema,
  entries: registerEntrySchema,
  gaps: registerGapSchema,
  paper: paperBookSchema,
} as const;
export type RegisterTables = typeof registerTables;

/** Văn bản của một hồ sơ. */
export const documentStatusSchema = z.enum([
  'draft',
  'submitted',
  'signed',
  'issued',
  'recalled',
  'replaced',
]);
export const documentRecordSchema = z.object({
  id: z.string().min(1),
  /** Symbol type: KH, CV, GM, BC, TB … */
  type: z.string().min(1),
  /** "KẾ HOẠCH" */
  kindName: z.string(),
  title: z.string(),
  status: documentStatusSchema,
  /** Pointer to the register's line; the number itself is read from there. */
  registration: z
    .object({ seriesId: z.string(), number: z.number().int().positive(), requestId: z.string() })
    .nullable(),
  /** sha256 of the signed copy, kept byte for byte. */
  signedFile: z.string().nullable(),
  /** sha256 of other files that belong to it. */
  files: z.array(z.string()).default([]),
  /** Symbol of the body that issues it where it is not the office's own: "VPĐU". Its numbers are a series of their own. */
  issuerSymbol: z.string().min(1).optional(),
  /** Sent without a signed copy: why, when, by whom. */
  waiver: z.object({ reason: z.string().min(1), at: instantSchema, by: z.string() }).optional(),
  /** The document that this one takes the place of, and the one that took this one's place. */
  replaces: z.string().min(1).optional(),
  replacedBy: z.string().min(1).optional(),
  createdAt: instantSchema,
});
export type DocumentStatus = z.infer<typeof documentStatusSchema>;
export type DocumentRecord = z.infer<typeof documentRecordSchema>;

/** One act of sending a document; its recipients are frozen as of the date. */
export const dispatchSchema = z.object({
  id: z.string().min(1),
  documentId: z.string().min(1),
  date: plainDateSchema,
  channel: channelSchema,
  at: instantSchema,
});

export const deliveryStateSchema = z.enum(['sent', 'received', 'refused', 'recalled', 'replaced']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** Ký nhận, phiếu gửi có dấu, thư trả lời, tin Zalo, mạng văn bản, điện thoại. */
export const proofKindSchema = z.enum(['signature', 'stamped-slip', 'mail', 'zalo', 'network', 'phone']);
export type ProofKind = z.infer<typeof proofKindSchema>;

/** `on`: the day that the proof bears; `file`: sha256 of its scan or picture. */
export const proofSchema = z.object({
  kind: proofKindSchema,
  on: plainDateSchema,
  file: z.string().nullable(),
});

/** One recipient of one dispatch; id = `<dispatchId>|<entryId>`. */
export const deliverySchema = z.object({
  id: z.string().min(1),
  dispatchId: z.string().min(1),
  entryId: z.string().min(1),
  /** Name as of the sending. */
  name: z.string().min(1),
  /** The line of Nơi nhận or the group it came from. */
  via: z.string(),
  purpose: z.string().nullable(),
  channel: channelSchema,
  sentOn: plainDateSchema,
  state: deliveryStateSchema,
  receivedOn: plainDateSchema.nullable(),
  note: z.string().default(''),
  /** How the state is known. Absent in deliveries that were written before proofs were kept. */
  proof: proofSchema.nullable().optional(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** One change of one delivery; lines are only ever added. `from` is what stood before. */
export const deliveryEventSchema = z.object({
  /** `<deliveryId>|<n>` */
  id: z.string().min(1),
  deliveryId: z.string().min(1),
  from: deliveryStateSchema,
  to: deliveryStateSchema,
  on: plainDateSchema,
  proof: proofSchema.nullable(),
  note: z.string(),
  at: instantSchema,
  by: z.string(),
});
export type DeliveryEvent = z.infer<typeof deliveryEventSchema>;
