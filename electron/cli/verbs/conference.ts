/** Conferences at the command line: the list, the day, those invited, the invitation, the attendance. */
import { formatDate } from '../../../shared/date/plain-date';
import { coverageWords } from '../../../shared/documents/attendance-sheet';
import { conferenceSchema } from '../../../shared/domain/conference/model';
import { CONFERENCE_STATE } from '../../../shared/i18n/vi';
import type { ConferenceRow } from '../../../shared/rpc/contract/conference';
import { fold } from '../../../shared/text/normalize';
import { UsageError } from '../errors';
import type { Session } from '../session';
import type { Arguments, OptionSpec, Outcome, Verb } from '../verb';

const CONFERENCE: OptionSpec = {
  type: 'string',
  value: 'C',
  help: 'Hội nghị: mã, số thứ tự trong “conference list”, hoặc một phần tên.',
  required: true,
};
const OUT: OptionSpec = { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true };

/** The conference that is meant; refused where none or several fit. */
async function conferenceOf(session: Session, args: Arguments): Promise<ConferenceRow> {
  const rows = await session.query('conference.list', { dossierId: args.positional(0) });
  const wanted = args.required('conference');
  const byPlace = /^\d{1,3}$/u.test(wanted) ? rows[Number(wanted) - 1] : undefined;
  const exact = rows.find(({ id }) => id === wanted) ?? byPlace;
  if (exact) return exact;
  const named = rows.filter(({ name }) => fold(name).includes(fold(wanted)));
  const [only, second] = named;
  if (only && !second) return only;
  throw new UsageError(
    second
      ? `Có ${named.length} hội nghị có tên chứa “${wanted}”; hãy dùng số thứ tự trong “conference list”.`
      : `Kế hoạch không có hội nghị “${wanted}”; xem “conference list”.`,
  );
}

function when({ day, time, endTime, period }: ConferenceRow): string {
  if (day === null) return period === null ? 'chưa có ngày' : `chưa có ngày (${period})`;
  return [[time, endTime].filter(Boolean).join('–'), formatDate(day)].filter(Boolean).join(' ');
}

async function invite(session: Session, args: Arguments): Promise<Outcome> {
  const { dossierId, id } = await conferenceOf(session, args);
  const choice = {
    dossierId,
    id,
    format: session.choice(args, 'format', ['docx', 'pdf']),
    type: args.text('type') === undefined ? 'GM' : session.choice(args, 'type', ['GM', 'CV']),
    issuer: args.text('issuer') === undefined ? 'body' : session.choice(args, 'issuer', ['body', 'office']),
    layout:
      args.text('layout') === undefined ? 'together' : session.choice(args, 'layout', ['together', 'each']),
  } as const;
  const kept = args.flag('record') ? await session.command('conference.invite', choice) : null;
  const offered = kept ?? (await session.query('conference.invitation', choice));
  const written = await session.deliverFile(offered, args.required('out'));
  return {
    json: { ...written, documentId: kept?.documentId ?? null },
    text: `Đã ghi ${written.file}.${kept ? ' Giấy mời đã thành văn bản của hồ sơ, chờ lấy số.' : ''}`,
  };
}

const PARTS = conferenceSchema
  .pick({
    place: true,
    chair: true,
    contact: true,
    bring: true,
    points: true,
    programme: true,
    materials: true,
    participants: true,
  })
  .partial()
  .strict();

/** A person writes no ids, and names a unit by its name: `{"unit": "Chi bộ …", "seats": 3}`. */
async function linesWithIds(session: Session, value: unknown): Promise<unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const parts: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(part)) {
      parts[name] = part;
      continue;
    }
    const lines: unknown[] = [];
    for (const [index, line] of (part as Record<string, unknown>[]).entries()) {
      const { unit, ...rest } = line;
      const entryId = typeof unit === 'string' ? (await session.entryIds([unit]))[0] : undefined;
      lines.push({ id: `${name}-${index + 1}`, ...rest, ...(entryId === undefined ? {} : { entryId }) });
    }
    parts[name] = lines;
  }
  return parts;
}

type Counts = Readonly<Record<string, unknown>>;

/** `{"Chi bộ …": {"present": 3, "excused": 1}}`, or a bare number of those present. */
function countsIn(value: unknown): ReadonlyMap<string, Counts> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new UsageError('Tệp điểm danh phải là một đối tượng JSON: tên thành phần → số có mặt, vắng.');
  return new Map(
    Object.entries(value).map(([name, counts]) => [
      fold(name),
      typeof counts === 'number' ? { present: counts } : ((counts ?? {}) as Counts),
    ]),
  );
}

async function attend(session: Session, args: Arguments): Promise<Outcome> {
  const { dossierId, id } = await conferenceOf(session, args);
  const counts = countsIn(await session.readJson(args.required('values')));
  const { attendanceRows } = await session.query('conference.get', { dossierId, id });
  const known = new Set(attendanceRows.flatMap(({ key, name }) => [key, fold(name)]));
  const strange = [...counts.keys()].filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new UsageError(`Không có thành phần: ${strange.join(', ')}. Xem tên trong danh sách điểm danh.`);
  const number = (value: unknown, before: number | null): number | null =>
    value === undefined ? before : (value as number | null);
  const reply = await session.command('conference.attend', {
    dossierId,
    id,
    rows: attendanceRows.map((row) => {
      const told = counts.get(fold(row.name)) ?? counts.get(row.key);
      return told
        ? {
            ...row,
            invited: number(told['invited'], row.invited),
            present: number(told['present'], row.present),
            excused: number(told['excused'], row.excused),
            unexcused: number(told['unexcused'], row.unexcused),
          }
        : row;
    }),
    note: args.text('note') ?? '',
    restUntracked: args.flag('untracked'),
  });
  const { attendance, coverage } = reply;
  return { json: reply, text: coverageWords(attendance.toldBodies, attendance.bodies, coverage) };
}

export const conferenceVerbs: readonly Verb[] = [
  {
    name: 'conference list',
    usage: 'ID',
    help: 'Các hội nghị của một kế hoạch: ngày giờ, trạng thái, số mời, số có mặt.',
    positionals: ['ID'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const rows = await session.query('conference.list', { dossierId: args.positional(0) });
      const lines = rows.map((row, index) =>
        [
          String(index + 1).padStart(2),
          when(row).padEnd(22),
          CONFERENCE_STATE[row.state].word.padEnd(9),
          `mời ${row.bodies} thành phần, ${row.seats} đại biểu${row.attendance ? `, có mặt ${row.attendance.present}` : ''}`,
          row.name,
        ].join('  '),
      );
      return { json: rows, text: lines.length === 0 ? 'Kế hoạch không nêu hội nghị nào.' : lines.join('\n') };
    },
  },
  {
    name: 'conference schedule',
    usage: 'ID',
    help: 'Định ngày cho hội nghị chỉ ghi “trong quý”, hoặc dời sang ngày khác.',
    positionals: ['ID'],
    options: {
      conference: CONFERENCE,
      day: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày họp.', required: true },
      time: { type: 'string', value: '14:00', help: 'Giờ bắt đầu.' },
      end: { type: 'string', value: '17:00', help: 'Giờ kết thúc.' },
      reason: { type: 'string', value: 'TEXT', help: 'Lý do dời; cần khi đã mời.' },
      past: { type: 'boolean', help: 'Ngày này đã qua, vẫn ghi.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const { dossierId, id, name } = await conferenceOf(session, args);
      const reply = await session.command('conference.schedule', {
        dossierId,
        id,
        day: args.required('day'),
        time: args.text('time') ?? null,
        endTime: args.text('end') ?? null,
        reason: args.text('reason') ?? '',
        evenPast: args.flag('past'),
      });
      return { json: reply, text: `Đã định ngày cho “${name}”.` };
    },
  },
  {
    name: 'conference save',
    usage: 'ID',
    help: 'Ghi địa điểm, điểm cầu, chủ trì, chương trình, tài liệu, thành phần từ một tệp JSON.',
    positionals: ['ID'],
    options: {
      conference: CONFERENCE,
      values: {
        type: 'string',
        value: 'FILE',
        help: 'Tệp JSON: place, chair, points, participants, …',
        required: true,
      },
    },
    run: async (session, args): Promise<Outcome> => {
      const { dossierId, id, name } = await conferenceOf(session, args);
      const parts = PARTS.safeParse(
        await linesWithIds(session, await session.readJson(args.required('values'))),
      );
      if (!parts.success) {
        const places = parts.error.issues.map(({ path }) => path.join('.'));
        throw new UsageError(`Tệp ghi chưa đúng ở: ${places.join(', ')}.`);
      }
      const reply = await session.command('conference.save', { dossierId, id, parts: parts.data });
      return { json: reply, text: `Đã ghi “${name}”.` };
    },
  },
  {
    name: 'conference invite',
    usage: 'ID',
    help: 'Giấy mời hoặc công văn mời (Word, PDF); --record: thành văn bản của hồ sơ.',
    positionals: ['ID'],
    options: {
      conference: CONFERENCE,
      format: { type: 'string', value: 'docx|pdf', help: 'Định dạng.', required: true },
      type: { type: 'string', value: 'GM|CV', help: 'Giấy mời (mặc định) hoặc công văn.' },
      issuer: { type: 'string', value: 'body|office', help: 'Cấp ủy (mặc định) hoặc Văn phòng ban hành.' },
      layout: {
        type: 'string',
        value: 'together|each',
        help: 'Một bản chung (mặc định) hoặc mỗi nơi một bản.',
      },
      record: { type: 'boolean', help: 'Giữ giấy mời thành văn bản của hồ sơ, chờ lấy số.' },
      out: OUT,
    },
    run: invite,
  },
  {
    name: 'conference attend',
    usage: 'ID',
    help: 'Ghi điểm danh theo thành phần từ tệp JSON: số có mặt, vắng có lý do, vắng không lý do.',
    positionals: ['ID'],
    options: {
      conference: CONFERENCE,
      values: {
        type: 'string',
        value: 'FILE',
        help: 'Tệp JSON: tên thành phần → {present, excused, unexcused}.',
        required: true,
      },
      note: { type: 'string', value: 'TEXT', help: 'Ghi chú.' },
      untracked: { type: 'boolean', help: 'Không theo dõi các thành phần chưa ghi.' },
    },
    run: attend,
  },
  {
    name: 'conference sheet',
    usage: 'ID',
    help: 'Danh sách điểm danh để in, ký (PDF) hoặc tính (Excel).',
    positionals: ['ID'],
    options: {
      conference: CONFERENCE,
      format: { type: 'string', value: 'pdf|xlsx', help: 'Định dạng.', required: true },
      out: OUT,
    },
    run: async (session, args): Promise<Outcome> => {
      const { dossierId, id } = await conferenceOf(session, args);
      const format = session.choice(args, 'format', ['pdf', 'xlsx']);
      const written = await session.deliverFile(
        await session.query('conference.attendanceSheet', { dossierId, id, format }),
        args.required('out'),
      );
      return { json: written, text: `Đã ghi ${written.file}.` };
    },
  },
  {
    name: 'budget export',
    usage: 'ID',
    help: 'Kinh phí của kế hoạch và các hội nghị thành tệp Excel.',
    positionals: ['ID'],
    options: { out: OUT },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.query('budget.export', { dossierId: args.positional(0) });
      const { file } = await session.deliverFile(reply, args.required('out'));
      return { json: { file, rows: reply.rows }, text: `Đã ghi ${reply.rows} dòng kinh phí vào ${file}.` };
    },
  },
];
