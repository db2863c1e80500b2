/** What is done to a conference: transitions over the draft of a dossier. */
import { momentParts } from '../../date/moment';
import { formatDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { saveItem } from '../plan/items';
import { attendanceFaults, lineMark } from './coverage';
import {
  conferenceSchema,
  type AttendanceRow,
  type ConferenceDefaults,
  type ConferenceRecord,
  type Invitation,
} from './model';
import { periodDays, recordOf, type ConferenceItem } from './state';

type ConferenceDraft = Draft<DossierTables>;

const GONE = 'Không tìm thấy hội nghị này trong kế hoạch; có thể mục đó đã bị bỏ ở phần Rà soát.';

/** The plan's item; NOT_FOUND where it is none, or was dropped. */
export function conferenceItem(
  view: { get(table: 'items', id: string): unknown },
  id: string,
): Result<ConferenceItem> {
  const item = view.get('items', id) as ConferenceItem | undefined;
  return item?.kind === 'conference' && !item.dropped ? ok(item) : fail('NOT_FOUND', GONE);
}

export interface SaveConference {
  readonly id: string;
  /** Fields of the plan's item; absent: as they stand. */
  readonly item: Partial<Pick<ConferenceItem, 'name' | 'organizer' | 'mode'>>;
  /** Parts of the record; a list replaces the list that stands. */
  readonly parts: Partial<
    Pick<
      ConferenceRecord,
      | 'endTime'
      | 'place'
      | 'points'
      | 'chair'
      | 'contact'
      | 'bring'
      | 'programme'
      | 'materials'
      | 'participants'
      | 'checklist'
    >
  >;
}

const END_BEFORE_START = 'Giờ kết thúc phải sau giờ bắt đầu.';

/** Saves what was written; field errors for an end before the start and for lines without words. */
export function saveConference(draft: ConferenceDraft, command: SaveConference): Result<ConferenceRecord> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  const { time } = momentParts(item.value.start);
  const next = { ...standing, ...command.parts };
  const errors: Record<string, string> = {};
  if (next.endTime !== null && time === null)
    errors['endTime'] = 'Ghi giờ bắt đầu trước, rồi ghi giờ kết thúc.';
  else if (next.endTime !== null && time !== null && next.endTime <= time)
    errors['endTime'] = END_BEFORE_START;
  for (const [index, line] of next.participants.entries())
    if (line.entryId === null && line.words.trim() === '')
      errors[`participants.${index}`] = `Dòng ${index + 1}: chọn đơn vị trong danh mục hoặc ghi thành phần.`;
  if (Object.keys(errors).length > 0)
    return fail('BAD_REQUEST', Object.values(errors).join(' '), { fieldErrors: errors });
  if (Object.keys(command.item).length > 0) {
    const saved = saveItem(draft, command.id, command.item);
    if (!saved.ok) return saved;
  }
  const told = toldOthers(standing, next, command.item, item.value);
  // A file that the form does not know of stays with its material.
  const files = new Map(standing.materials.map(({ id, file }) => [id, file]));
  const record = conferenceSchema.parse({
    ...next,
    materials: next.materials.map((one) => ({ ...one, file: one.file ?? files.get(one.id) ?? null })),
    sequence: standing.sequence + (told ? 1 : 0),
  });
  draft.put('conferences', record);
  return ok(record);
}

/** Whether calendars elsewhere show something that is not so any more. */
function toldOthers(
  before: ConferenceRecord,
  after: ConferenceRecord,
  item: SaveConference['item'],
  standing: ConferenceItem,
): boolean {
  return (
    before.endTime !== after.endTime ||
    before.place !== after.place ||
    (item.name !== undefined && item.name !== standing.name)
  );
}

export interface ScheduleConference {
  readonly id: string;
  readonly day: PlainDate;
  readonly time: string | null;
  readonly endTime: string | null;
  /** Why it is moved; needed where it had a day and somebody was invited. */
  readonly reason: string;
  /** A person said that the day is meant, though it has passed. */
  readonly evenPast: boolean;
}

/**
 * Gives a conference its day ("trong quý I" → 18/03) or moves it; the way that its day went is kept. A day that has
 * passed is asked back; a postponed one is no longer so.
 */
export function scheduleConference(
  draft: ConferenceDraft,
  command: ScheduleConference,
  at: { readonly now: Instant; readonly today: PlainDate; readonly by: string },
): Result<ConferenceRecord> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  const errors: Record<string, string> = {};
  if (standing.attendance !== null && command.day > at.today)
    errors['day'] = 'Hội nghị đã có điểm danh nên không dời sang ngày chưa tới.';
  else if (command.day < at.today && !command.evenPast)
    errors['day'] =
      `Ngày ${formatDate(command.day)} đã qua. Nếu hội nghị đã họp ngày đó, đánh dấu “Ngày này đã qua, vẫn ghi”.`;
  if (command.endTime !== null && command.time === null) errors['endTime'] = 'Ghi giờ bắt đầu trước.';
  else if (command.endTime !== null && command.time !== null && command.endTime <= command.time)
    errors['endTime'] = END_BEFORE_START;
  const from = item.value.start;
  const to = command.time === null ? command.day : `${command.day}T${command.time}`;
  const invited = standing.invitations.length > 0 || standing.invitedBy !== null;
  if (from !== null && from !== to && invited && command.reason.trim() === '')
    errors['reason'] = 'Đã mời theo lịch cũ: ghi lý do dời để báo lại nơi được mời.';
  if (Object.keys(errors).length > 0)
    return fail('BAD_REQUEST', Object.values(errors).join(' '), { fieldErrors: errors });
  if (from !== to) {
    const saved = saveItem(draft, command.id, { start: to });
    if (!saved.ok) return saved;
  }
  const changed = from !== to || standing.endTime !== command.endTime || standing.halted !== null;
  const record: ConferenceRecord = {
    ...standing,
    endTime: command.endTime,
    halted: null,
    moves:
      from === to
        ? standing.moves
        : [...standing.moves, { from, to, reason: command.reason.trim(), at: at.now, by: at.by }],
    sequence: standing.sequence + (changed ? 1 : 0),
  };
  draft.put('conferences', record);
  return ok(record);
}

/** Hoãn or hủy, with its reason; refused once it was held. */
export function haltConference(
  draft: ConferenceDraft,
  command: {
    readonly id: string;
    readonly kind: 'postponed' | 'cancelled';
    readonly reason: string;
  },
  now: Instant,
): Result<ConferenceRecord> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  if (standing.attendance !== null || standing.minutes !== null)
    return fail('CONFLICT', 'Hội nghị đã họp (có điểm danh hoặc biên bản) nên không hoãn, hủy được.');
  if (command.reason.trim() === '')
    return fail('BAD_REQUEST', 'Ghi lý do hoãn, hủy.', {
      fieldErrors: { reason: 'Ghi lý do để báo lại nơi được mời.' },
    });
  const record: ConferenceRecord = {
    ...standing,
    halted: { kind: command.kind, reason: command.reason.trim(), at: now },
    sequence: standing.sequence + 1,
  };
  draft.put('conferences', record);
  return ok(record);
}

/** A conference that was cancelled by mistake stands again on its day. */
export function resumeConference(draft: ConferenceDraft, id: string): Result<ConferenceRecord> {
  const item = conferenceItem(draft, id);
  if (!item.ok) return item;
  const standing = recordOf(draft, id);
  if (standing.halted === null) return fail('CONFLICT', 'Hội nghị này không hoãn, không hủy.');
  const record = { ...standing, halted: null, sequence: standing.sequence + 1 };
  draft.put('conferences', record);
  return ok(record);
}

/** Keeps the list as it stands in the office for this conference, so that its lines can be ticked. */
export function ownChecklist(
  record: ConferenceRecord,
  defaults: ConferenceDefaults,
): NonNullable<ConferenceRecord['checklist']> {
  return record.checklist ?? defaults.checklist.map((line) => ({ ...line, done: false }));
}

export function noteInvitation(draft: ConferenceDraft, id: string, invitation: Invitation): Result<null> {
  const item = conferenceItem(draft, id);
  if (!item.ok) return item;
  const standing = recordOf(draft, id);
  draft.put('conferences', { ...standing, invitations: [...standing.invitations, invitation] });
  return ok(null);
}

/** Invited by another paper or by telephone. */
export function markInvited(
  draft: ConferenceDraft,
  command: { readonly id: string; readonly on: PlainDate; readonly how: string },
  today: PlainDate,
): Result<null> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const errors: Record<string, string> = {};
  if (command.on > today) errors['on'] = 'Ngày mời không được sau hôm nay.';
  if (command.how.trim() === '') errors['how'] = 'Ghi mời bằng cách nào: công văn số …, Zalo, điện thoại.';
  if (Object.keys(errors).length > 0)
    return fail('BAD_REQUEST', Object.values(errors).join(' '), { fieldErrors: errors });
  draft.put('conferences', {
    ...recordOf(draft, command.id),
    invitedBy: { on: command.on, how: command.how.trim() },
  });
  return ok(null);
}

/** Điểm danh, whole: rows of all invited bodies. Refused before the day, without a day, and where counts contradict. */
export function recordAttendance(
  draft: ConferenceDraft,
  command: {
    readonly id: string;
    readonly rows: readonly AttendanceRow[];
    readonly note: string;
    readonly restUntracked: boolean;
  },
  at: { readonly now: Instant; readonly today: PlainDate },
): Result<ConferenceRecord> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  if (standing.halted)
    return fail('CONFLICT', 'Hội nghị đang ghi là hoãn hoặc hủy; định lại ngày trước khi điểm danh.');
  const { day } = momentParts(item.value.start);
  if (day === null) return fail('CONFLICT', 'Hội nghị chưa có ngày; định ngày trước khi điểm danh.');
  if (day > at.today)
    return fail(
      'CONFLICT',
      `Hội nghị họp ngày ${formatDate(day)}, chưa tới nên chưa điểm danh được. Nếu đã họp sớm hơn, sửa lại ngày.`,
    );
  if (command.rows.length === 0)
    return fail('BAD_REQUEST', 'Chưa có thành phần nào để điểm danh; ghi ở phần Thành phần.');
  const keys = new Set(command.rows.map(({ key }) => key));
  if (keys.size !== command.rows.length) return fail('BAD_REQUEST', 'Một thành phần được điểm danh hai lần.');
  const faults = attendanceFaults(command.rows);
  if (Object.keys(faults).length > 0)
    return fail('BAD_REQUEST', Object.values(faults).join(' '), { fieldErrors: { ...faults } });
  const points = new Set(standing.points.map(({ id }) => id));
  const strange = command.rows.find(({ point }) => point !== undefined && !points.has(point));
  if (strange)
    return fail('BAD_REQUEST', `“${strange.name}”: điểm cầu này không còn trong hội nghị; chọn lại.`, {
      fieldErrors: { [strange.key]: 'Điểm cầu không còn trong hội nghị.' },
    });
  const told = command.rows.some(({ present }) => present !== null);
  if (command.restUntracked && !told)
    return fail(
      'BAD_REQUEST',
      'Chưa ghi thành phần nào; ghi ít nhất một thành phần rồi mới bỏ theo dõi phần còn lại.',
    );
  const record: ConferenceRecord = {
    ...standing,
    attendance: told
      ? {
          rows: [...command.rows],
          note: command.note.trim(),
          restUntracked: command.restUntracked,
          lines: standing.participants.map(lineMark),
          enteredAt: at.now,
        }
      : null,
  };
  draft.put('conferences', record);
  return ok(record);
}

/**
 * Không theo dõi nữa: what lacks of a conference that is over is not asked for any more, or is again. Refused before its
 * day has passed: what is ahead is postponed or cancelled, with a reason.
 */
export function trackConference(
  draft: ConferenceDraft,
  command: { readonly id: string; readonly tracked: boolean },
  today: PlainDate,
): Result<null> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  const { day } = momentParts(item.value.start);
  const last = day ?? periodDays(item.value.period)?.to ?? null;
  if (!command.tracked && (last === null || last >= today))
    return fail('CONFLICT', 'Hội nghị chưa qua ngày họp nên còn theo dõi; nếu không họp, ghi hoãn hoặc hủy.');
  if (standing.untracked === !command.tracked)
    return fail(
      'CONFLICT',
      command.tracked ? 'Hội nghị này đang được theo dõi.' : 'Đã thôi theo dõi hội nghị này.',
    );
  draft.put('conferences', { ...standing, untracked: !command.tracked });
  return ok(null);
}

export function recordMinutes(
  draft: ConferenceDraft,
  command: {
    readonly id: string;
    readonly file: string | null;
    readonly numberText: string;
    readonly date: PlainDate | null;
  },
  at: { readonly now: Instant; readonly today: PlainDate },
): Result<null> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  const { day } = momentParts(item.value.start);
  const file = command.file ?? standing.minutes?.file ?? null;
  const errors: Record<string, string> = {};
  if (day === null || day > at.today) errors['_'] = 'Hội nghị chưa họp nên chưa có biên bản.';
  if (file === null && command.numberText.trim() === '')
    errors['numberText'] = 'Gắn tệp biên bản hoặc ghi số của biên bản.';
  if (command.date !== null && day !== null && command.date < day)
    errors['date'] = `Biên bản không thể có trước ngày họp ${formatDate(day)}.`;
  if (command.date !== null && command.date > at.today) errors['date'] = 'Ngày biên bản sau hôm nay.';
  if (Object.keys(errors).length > 0)
    return fail('BAD_REQUEST', Object.values(errors).join(' '), { fieldErrors: errors });
  draft.put('conferences', {
    ...standing,
    minutes: { file, numberText: command.numberText.trim(), date: command.date, addedAt: at.now },
  });
  return ok(null);
}

/** A material's file came: it is there, so it is done. */
export function attachMaterial(
  draft: ConferenceDraft,
  command: { readonly id: string; readonly materialId: string; readonly file: string },
): Result<null> {
  const item = conferenceItem(draft, command.id);
  if (!item.ok) return item;
  const standing = recordOf(draft, command.id);
  if (!standing.materials.some(({ id }) => id === command.materialId))
    return fail('NOT_FOUND', 'Không tìm thấy tài liệu này trong hội nghị.');
  draft.put('conferences', {
    ...standing,
    materials: standing.materials.map((one) =>
      one.id === command.materialId ? { ...one, file: command.file, done: true } : one,
    ),
  });
  return ok(null);
}
