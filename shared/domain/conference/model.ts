/**
 * What the office keeps of a conference beside the plan's own item. The item stays the truth of its name, day, hour,
 * convening body and form; the record here (same id) holds the rest. People are counted by body, never listed by name.
 */
import { z } from 'zod';
import { keptHour } from '../../date/hour';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

const count = z
  .number()
  .int('Ghi số nguyên.')
  .nonnegative('Số không được âm.')
  .max(100_000, 'Số lớn quá 100.000; hãy xem lại.');

/** Điểm cầu thành phần. */
export const onlinePointSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1, 'Ghi tên điểm cầu.'),
  place: z.string().default(''),
  /** Đơn vị phụ trách điểm cầu. */
  host: z.string().default(''),
  seats: count.nullable().default(null),
});

export type OnlinePoint = z.infer<typeof onlinePointSchema>;

/** One line of the programme; `by` is a position or body. */
export const programmeLineSchema = z.object({
  id: z.string().min(1),
  time: keptHour.nullable().default(null),
  content: z.string().trim().min(1, 'Ghi nội dung chương trình.'),
  by: z.string().default(''),
});

export const materialSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1, 'Ghi tên tài liệu.'),
  preparedBy: z.string().default(''),
  dueDay: plainDateSchema.nullable().default(null),
  done: z.boolean().default(false),
  /** sha256 of the kept file. */
  file: z.string().nullable().default(null),
});

/** Thành phần: an entry of the directory (a group is expanded as of the day), or a line of its own words. */
export const participantSchema = z.object({
  id: z.string().min(1),
  entryId: z.string().nullable().default(null),
  /** The entry's name as of saving: what the catalogue and the weekly schedule print. */
  name: z.string().default(''),
  /** "Đại diện lãnh đạo", "Đại diện lãnh đạo các phòng"; beside an entry: who of it comes. */
  words: z.string().default(''),
  /** Of each body that the line comes to; null: not said. */
  seats: count.nullable().default(null),
});
export type ParticipantLine = z.infer<typeof participantSchema>;

/** Việc chuẩn bị. */
export const checklistItemSchema = z.object({
  id: z.string().min(1),
  text: z.string().trim().min(1, 'Ghi việc phải chuẩn bị.'),
  /** Unit or position. */
  who: z.string().default(''),
  /** Done by so many days before the conference. */
  daysBefore: z.number().int().min(0, 'Số ngày không được âm.').max(365),
  done: z.boolean().default(false),
});

/** One body's attendance as counts; `present` null: it has not been told. Names and seats as of the entry. */
export const attendanceRowSchema = z.object({
  key: z.string().min(1),
  name: z.string(),
  invited: count.nullable(),
  present: count.nullable(),
  excused: count.nullable(),
  unexcused: count.nullable(),
  /** Id of the point where the body sat; absent: the main one. */
  point: z.string().optional(),
});
export type AttendanceRow = z.infer<typeof attendanceRowSchema>;

/** An invitation that was made here and became a document of the dossier. */
export const invitationSchema = z.object({
  documentId: z.string().min(1),
  type: z.enum(['GM', 'CV']),
  issuer: z.enum(['body', 'office']),
  layout: z.enum(['together', 'each']),
  madeAt: instantSchema,
  /** The moment that it names: what was numbered for one day never comes to name another. */
  madeFor: z.string().nullable().default(null),
  /** Who signs it, as it was printed; absent in invitations that were made before it was kept. */
  signer: z
    .object({
      authority: z.string().nullable(),
      onBehalf: z.string().nullable(),
      position: z.string().nullable(),
      name: z.string().nullable(),
    })
    .optional(),
});
export type Invitation = z.infer<typeof invitationSchema>;

export const conferenceSchema = z.object({
  id: z.string().min(1),
  endTime: keptHour.nullable().default(null),
  /** Hall, or the main point of an online conference. */
  place: z.string().default(''),
  points: z.array(onlinePointSchema).default([]),
  /** Chủ trì: position. */
  chair: z.string().default(''),
  /** Whom to ask: body or position with a telephone of the office. */
  contact: z.string().default(''),
  /** What those invited bring along. */
  bring: z.string().default(''),
  programme: z.array(programmeLineSchema).default([]),
  materials: z.array(materialSchema).default([]),
  participants: z.array(participantSchema).default([]),
  /** null: the office's own list stands, nothing of it done. */
  checklist: z.array(checklistItemSchema).nullable().default(null),
  invitations: z.array(invitationSchema).default([]),
  /** Invited in another way than by a document made here. */
  invitedBy: z
    .object({ on: plainDateSchema, how: z.string().trim().min(1) })
    .nullable()
    .default(null),
  attendance: z
    .object({
      rows: z.array(attendanceRowSchema),
      note: z.string().default(''),
      /** A person said that bodies without counts are not followed up any more. */
      restUntracked: z.boolean().default(false),
      /** Lines of the participants that stood then: a line that came since is awaited. Absent in older entries. */
      lines: z.array(z.string()).optional(),
      enteredAt: instantSchema,
    })
    .nullable()
    .default(null),
  minutes: z
    .object({
      file: z.string().nullable(),
      numberText: z.string(),
      date: plainDateSchema.nullable(),
      addedAt: instantSchema,
    })
    .nullable()
    .default(null),
  halted: z
    .object({ kind: z.enum(['postponed', 'cancelled']), reason: z.string().trim().min(1), at: instantSchema })
    .nullable()
    .default(null),
  /** A person said that what lacks of it (attendance, minutes) is not followed up any more. */
  untracked: z.boolean().default(false),
  /** How its day went: null → day is "được định ngày". */
  moves: z
    .array(
      z.object({
        from: z.string().nullable(),
        to: z.string(),
        reason: z.string(),
        at: instantSchema,
        by: z.string(),
      }),
    )
    .default([]),
  /** Counts what other calendars must hear of (RFC 5545 SEQUENCE). */
  sequence: z.number().int().nonnegative().default(0),
});
export type ConferenceRecord = z.infer<typeof conferenceSchema>;

/** A conference of which nothing but the plan's words is known. */
export function blankConference(id: string): ConferenceRecord {
  return conferenceSchema.parse({ id });
}

/** Mặc định của hội nghị: office data, one record, id `conference`. */
export const conferenceDefaultsSchema = z.object({
  id: z.literal('conference'),
  checklist: z.array(checklistItemSchema.omit({ done: true })),
  /** An invitation should have gone so many days before. */
  invitationDays: z.number().int().min(0).max(60),
});
export type ConferenceDefaults = z.infer<typeof conferenceDefaultsSchema>;

/** Before the office says otherwise: what plans name as conditions of a conference. [S] for the list, [D] for the days. */
export const USUAL_DEFAULTS: ConferenceDefaults = {
  id: 'conference',
  invitationDays: 3,
  checklist: [
    { id: 'hall', text: 'Hội trường, trang trí, sơ đồ chỗ ngồi', who: 'Văn phòng', daysBefore: 1 },
    { id: 'line', text: 'Đường truyền, âm thanh, chạy thử các điểm cầu', who: 'Văn phòng', daysBefore: 1 },
    { id: 'papers', text: 'In, gửi tài liệu', who: 'Ban Xây dựng Đảng', daysBefore: 2 },
    { id: 'money', text: 'Dự toán, kinh phí tổ chức', who: 'Văn phòng', daysBefore: 5 },
    { id: 'minutes', text: 'Phân công điểm danh, ghi biên bản', who: 'Văn phòng', daysBefore: 1 },
  ],
};
