/** The books of outgoing documents: their lines, numbers that are kept or void, gaps, what waits, printing. */
import { z } from 'zod';
import { plainDateSchema } from '../../date/plain-date';
import { paperBookSchema, registerEntrySchema, seriesSchema } from '../../domain/dispatch/model';
import { MOST_RESERVED } from '../../domain/dispatch/register-commands';
import { lineFieldsSchema } from '../../domain/dispatch/register-words';
import { command, query } from '../method';
import { offeredFiles, reasonText, revision } from './common';

const HIGHEST_NUMBER = 999_999;
const number = z
  .number()
  .int('Số văn bản là số nguyên.')
  .positive('Số văn bản từ 1 trở lên.')
  .max(HIGHEST_NUMBER, 'Số văn bản không quá 999999.');
const reason = reasonText.min(1, 'Ghi lý do.');
/** A person saw which numbers a skipping number leaves blank; CONFLICT names them otherwise. */
const gapSeen = z.boolean().default(false);
const lineOf = z.object({ seriesId: z.string(), number });

/** A book that stands, or the one that documents of this type and body are numbered in. */
const bookShape = {
  seriesId: z.string().nullable().default(null),
  /** Ký hiệu loại văn bản; needed where the book numbers all types together, and for a book not begun. */
  type: z.string().default(''),
  /** Null: the office's own. */
  issuerSymbol: z.string().trim().max(30).nullable().default(null),
};

export const REGISTER_FILTERS = ['all', 'issued', 'reserved', 'void'] as const;
export type RegisterFilter = (typeof REGISTER_FILTERS)[number];

/** `replacement`: of a document that took another's place or lost its own, read from its dossier. */
const shownEntry = registerEntrySchema.extend({ replacement: z.string() });
export const registerRow = shownEntry.omit({ trace: true });
export type RegisterRow = z.infer<typeof registerRow>;

const gapRow = z.object({
  number: z.number().int(),
  reason: z.string().nullable(),
});

const bookRow = z.object({
  seriesId: z.string(),
  title: z.string(),
  series: seriesSchema,
  last: z.number().int(),
  next: z.number().int(),
  entries: z.number().int(),
  reserved: z.number().int(),
  /** Gaps without a reason. */
  unexplained: z.number().int(),
});
export type RegisterBookRow = z.infer<typeof bookRow>;

const day = plainDateSchema.nullable().default(null);
const changed = z.object({ revision, seriesId: z.string() });

/** One passing of one document to one receiver. */
export const transferRow = z.object({
  id: z.string(),
  date: z.string(),
  numberText: z.string(),
  subject: z.string(),
  receiver: z.string(),
  /** "Đã nhận 12/03/2026"; empty where it is to be signed by hand. */
  receipt: z.string(),
  note: z.string(),
  direction: z.enum(['out', 'in']),
  dossierId: z.string().nullable(),
  incomingId: z.string().nullable(),
});
export type TransferRow = z.infer<typeof transferRow>;

export const registerMethods = {
  'register.list': query(z.object({}), z.array(bookRow)),
  /** A page of one book, highest number first. `year` null: all. */
  'register.get': query(
    z.object({
      seriesId: z.string(),
      year: z.number().int().nullable().default(null),
      query: z.string().default(''),
      filter: z.enum(REGISTER_FILTERS).default('all'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      revision,
      seriesId: z.string(),
      series: seriesSchema,
      years: z.array(z.number().int()),
      entries: z.array(registerRow),
      /** Lines that the year, the search and the filter leave. */
      total: z.number().int(),
      /** Of the chosen year. */
      counts: z.object({
        all: z.number().int(),
        issued: z.number().int(),
        reserved: z.number().int(),
        void: z.number().int(),
      }),
      next: z.number().int(),
      gaps: z.array(gapRow),
      paper: paperBookSchema.nullable(),
    }),
  ),
  /** One line with all that was done to it. */
  'register.line': query(
    lineOf,
    z.object({
      revision,
      seriesId: z.string(),
      series: seriesSchema,
      entry: shownEntry,
      /** Where the document lies; null for a line without one. */
      dossier: z.object({ dossierId: z.string(), title: z.string() }).nullable(),
    }),
  ),
  /** Chờ số: documents without a number, numbers that are kept, gaps without a reason; of all books. */
  'register.waiting': query(
    z.object({}),
    z.object({
      documents: z.array(
        z.object({
          dossierId: z.string(),
          documentId: z.string(),
          plan: z.string(),
          title: z.string(),
          kindName: z.string(),
          /** Day the document was made. */
          since: z.string().nullable(),
          signed: z.boolean(),
          /** What the text prints in the number's place, as printed. */
          printed: z.string().nullable(),
        }),
      ),
      reserved: z.array(
        z.object({
          seriesId: z.string(),
          book: z.string(),
          number: z.number().int(),
          numberText: z.string(),
          holder: z.string(),
          reason: z.string(),
          date: z.string(),
          until: z.string().nullable(),
          late: z.boolean(),
        }),
      ),
      /** Runs of numbers that follow each other, `number` to `to`. */
      gaps: z.array(
        z.object({ seriesId: z.string(), book: z.string(), number: z.number().int(), to: z.number().int() }),
      ),
    }),
  ),
  /** What a line of this book would be: its number and what looks wrong, before anything is written. */
  'register.next': query(
    z.object({ ...bookShape, date: day, number: number.nullable().default(null) }),
    z.object({
      /** The book that the choice comes to. */
      title: z.string(),
      number: z.number().int(),
      numberText: z.string(),
      warnings: z.array(z.string()),
      /** What a skipping number would leave blank, as a question; it is given only with `gapSeen`. */
      leaves: z.string().nullable(),
      /** Why the wished number can't be given. */
      taken: z.string().nullable(),
    }),
  ),
  /** Keeps numbers for a unit or position: a run from the next one or from the given one, all or none. */
  'register.reserve': command(
    z.object({
      ...bookShape,
      number: number.nullable().default(null),
      count: z
        .number()
        .int('Số lượng số giữ chỗ là số nguyên.')
        .min(1, 'Giữ ít nhất một số.')
        .max(MOST_RESERVED, `Mỗi lần giữ nhiều nhất ${MOST_RESERVED} số.`)
        .default(1),
      /** Null: today. */
      date: day,
      holder: z.string().trim().min(1, 'Ghi đơn vị hoặc chức danh giữ số.').max(300),
      reason,
      /** To be used by this day; null: no day. */
      until: day,
      gapSeen,
    }),
    changed.extend({ numbers: z.array(z.object({ number: z.number().int(), numberText: z.string() })) }),
  ),
  /** Trả số giữ chỗ: its line stays, void. */
  'register.release': command(lineOf.extend({ reason }), changed),
  /** Hủy số; a document that has it is without a number again. One that was sent is refused. */
  'register.void': command(
    z.object({ ...bookShape, number, reason }),
    changed.extend({ numberText: z.string(), dossierId: z.string().nullable() }),
  ),
  'register.correct': command(lineOf.extend({ fields: lineFieldsSchema.partial() }), changed),
  /** A line for a document that was made outside the application. */
  'register.enter': command(
    z.object({
      ...bookShape,
      number: number.nullable().default(null),
      date: plainDateSchema,
      subject: lineFieldsSchema.shape.subject,
      signer: lineFieldsSchema.shape.signer.default(''),
      recipients: lineFieldsSchema.shape.recipients.default(''),
      keeper: lineFieldsSchema.shape.keeper.default(''),
      copies: lineFieldsSchema.shape.copies.default(null),
      sentOn: lineFieldsSchema.shape.sentOn.default(null),
      note: lineFieldsSchema.shape.note.default(''),
      gapSeen,
      /** A person saw that the subject names another kind than the book's; CONFLICT says so otherwise. */
      kindSeen: z.boolean().default(false),
    }),
    changed.extend({ number: z.number().int(), numberText: z.string(), warnings: z.array(z.string()) }),
  ),
  /** Why a number, or every number of a run up to `to`, holds no line; null takes the reason back. */
  'register.explainGap': command(
    lineOf.extend({ to: number.nullable().default(null), reason: reason.nullable() }),
    changed,
  ),
  /** Sổ giấy đã đến số …: the book goes on after it. */
  'register.startFrom': command(z.object({ ...bookShape, last: number, reason }), changed),
  /** Sổ chuyển giao: who was passed what, out and in, over a range of days. */
  'register.transfers': query(z.object({ from: plainDateSchema, to: plainDateSchema }), z.array(transferRow)),
  /**
   * A book as a file. `di`: one series or all, of a year or (`year` null) of the whole term; `den`, `theo-doi`: of a
   * year; `chuyen-giao`: of a year, or of the given days.
   */
  'register.export': query(
    z.object({
      book: z.enum(['di', 'den', 'theo-doi', 'chuyen-giao']),
      year: z.number().int().nullable(),
      format: z.enum(['xlsx', 'pdf']),
      seriesId: z.string().nullable().default(null),
      from: day,
      to: day,
    }),
    offeredFiles.extend({ rows: z.number().int() }),
  ),
} as const;
