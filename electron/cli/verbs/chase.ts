/** Chasing at the command line: who owes, the files of each step, keeping what was done, the matrix on paper. */
import { dayWithHour } from '../../../shared/date/hour';
import { formatDate } from '../../../shared/date/plain-date';
import { lateBy } from '../../../shared/domain/report/chase';
import { RefusedError, UsageError } from '../errors';
import type { Session } from '../session';
import type { Arguments, OptionSpec, Outcome, Verb } from '../verb';

const PERIOD: OptionSpec = { type: 'string', value: '2026-Q1', help: 'Kỳ báo cáo.', required: true };
const LEVEL_WORDS = { 1: 'lần 1 nhắc', 2: 'lần 2 công văn', 3: 'lần 3 báo cáo Thường trực' } as const;

function overdue(work: Parameters<typeof lateBy>[0]): string {
  const late = lateBy(work);
  return late === null ? '' : `, quá hạn ${late}`;
}

function levelOf(session: Session, args: Arguments): 1 | 2 | 3 | null {
  if (args.text('level') === undefined) return null;
  const level = session.choice(args, 'level', ['1', '2', '3']);
  return level === '1' ? 1 : level === '2' ? 2 : 3;
}

async function chase(session: Session, args: Arguments): Promise<Outcome> {
  const named = args.list('units');
  const level = levelOf(session, args);
  const record = args.flag('record');
  if (record && level === null)
    throw new UsageError('Muốn ghi lại, hãy cho biết lần đôn đốc: --level 1, 2 hoặc 3.');
  const format =
    args.text('format') === undefined && level !== null
      ? level === 1
        ? 'text'
        : 'docx'
      : session.choice(args, 'format', ['docx', 'pdf', 'text']);
  if (level === 1 && format !== 'text') throw new UsageError('Lần 1 là tin nhắn: dùng --format text.');
  if (level !== null && level > 1 && format === 'text')
    throw new UsageError('Lần 2 và lần 3 là văn bản: dùng --format docx hoặc pdf.');
  const dossierId = args.positional(0);
  const period = args.required('period');
  const units = named ? await session.entryIds(named) : null;
  const reply = await session.query('report.chase', { dossierId, period, format, units, level });
  if (record && reply.units.length === 0)
    throw new RefusedError({
      code: 'CONFLICT',
      message: `Không có đơn vị nào phải đôn đốc kỳ ${period}: chưa ghi tệp, chưa ghi vào hồ sơ.`,
    });
  if (!record || level === null) {
    const written = await session.deliverFile(reply, args.required('out'));
    return {
      json: { ...written, units: reply.units },
      text: `Đôn đốc ${reply.units.length} đơn vị: ${written.file}.`,
    };
  }
  // First what may be refused: no file is written of a step that was not recorded.
  const kept = await session.command('report.recordChase', {
    places: [{ dossierId, period, units }],
    level,
    on: args.text('on') ?? null,
    channel: args.text('channel') ?? '',
    note: args.text('note') ?? '',
    skipReason: args.text('skip-reason') ?? '',
    format: format === 'text' ? 'docx' : format,
  });
  const written = await session.deliverFile(reply, args.required('out'));
  return {
    json: { ...written, units: reply.units, level, document: kept.document, records: kept.records },
    text: `Đôn đốc ${kept.units.length} đơn vị (${LEVEL_WORDS[level]}): ${written.file}. Đã ghi vào hồ sơ.`,
  };
}

export const chaseVerbs: readonly Verb[] = [
  {
    name: 'report chase',
    usage: 'ID',
    help: 'Đôn đốc các đơn vị còn thiếu: tin nhắn, công văn, báo cáo Thường trực (Word, PDF).',
    positionals: ['ID'],
    options: {
      period: PERIOD,
      format: {
        type: 'string',
        value: 'docx|pdf|text',
        help: 'Định dạng (không cần khi có --level: lần 1 text, lần 2 và 3 docx).',
      },
      level: {
        type: 'string',
        value: '1|2|3',
        help: 'Lần đôn đốc: 1 nhắc, 2 công văn, 3 báo cáo Thường trực.',
      },
      units: {
        type: 'string',
        value: 'A,B,…',
        help: 'Chỉ các đơn vị này, mã hoặc tên (mặc định: mọi đơn vị còn thiếu).',
      },
      record: { type: 'boolean', help: 'Ghi vào hồ sơ là đã đôn đốc, giữ tệp đã lập.' },
      on: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày đã đôn đốc (mặc định: hôm nay).' },
      channel: { type: 'string', value: 'TEXT', help: 'Cách đôn đốc: Zalo, điện thoại, công văn …' },
      note: { type: 'string', value: 'TEXT', help: 'Ghi chú.' },
      'skip-reason': {
        type: 'string',
        value: 'TEXT',
        help: 'Vì sao ghi lần này khi có đơn vị chưa được ghi lần trước.',
      },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: chase,
  },
  {
    name: 'report chases',
    usage: 'ID',
    help: 'Những lần đã đôn đốc của một hồ sơ.',
    positionals: ['ID'],
    options: { period: { ...PERIOD, required: false } },
    run: async (session, args): Promise<Outcome> => {
      const chases = await session.query('report.chases', {
        dossierId: args.positional(0),
        period: args.text('period') ?? null,
      });
      return {
        json: { chases },
        text:
          chases.length === 0
            ? 'Chưa đôn đốc lần nào.'
            : chases
                .map(
                  ({ on, level, name, units, numberText }) =>
                    `${formatDate(on)}  ${LEVEL_WORDS[level]}${numberText === '' ? '' : ` ${numberText}`}: ${name}, ${units.length} đơn vị`,
                )
                .join('\n'),
      };
    },
  },
  {
    name: 'report owing',
    usage: '',
    help: 'Đơn vị nào còn nợ gì, đã đôn đốc đến đâu, đề xuất lần tiếp theo.',
    positionals: [],
    options: { plan: { type: 'string', value: 'ID', help: 'Một hồ sơ (mặc định: mọi hồ sơ đang mở).' } },
    run: async (session, args): Promise<Outcome> => {
      const { units } = await session.query('report.owing', { dossierId: args.text('plan') ?? null });
      return {
        json: { units },
        text: units
          .flatMap(({ name, owes }) =>
            owes.map(
              (work) =>
                `${name}: ${work.name} (${work.plan}), hạn ${dayWithHour(work.lastDay, work.time)}${overdue(work)}${work.next === null ? '' : ` → ${LEVEL_WORDS[work.next]}`}`,
            ),
          )
          .join('\n'),
      };
    },
  },
  {
    name: 'report matrix',
    usage: '',
    help: 'Bảng theo dõi đơn vị × kỳ trên một trang A4 ngang (PDF) hoặc Excel.',
    positionals: [],
    options: {
      year: { type: 'string', value: '2026', help: 'Năm.', required: true },
      plan: { type: 'string', value: 'ID', help: 'Một hồ sơ (mặc định: mọi hồ sơ đang mở).' },
      period: { ...PERIOD, required: false, help: 'Chỉ kỳ này, của mọi kế hoạch.' },
      format: { type: 'string', value: 'pdf|xlsx', help: 'Định dạng.', required: true },
      signature: { type: 'boolean', help: 'Có chỗ ký.' },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const year = args.integer('year');
      if (year === undefined) throw new UsageError('Thiếu --year, ví dụ --year 2026.');
      const reply = await session.query('report.matrixFile', {
        dossierId: args.text('plan') ?? null,
        year,
        period: args.text('period') ?? null,
        format: session.choice(args, 'format', ['pdf', 'xlsx']),
        signature: args.flag('signature'),
      });
      const written = await session.deliverFile(reply, args.required('out'));
      return { json: written, text: `Đã ghi ${written.file}.` };
    },
  },
];
