/** Plans that are written here: templates, last year's plan, versions and what differs between them. */
import type { ComparedParagraph } from '../../../shared/text/compare-texts';
import { formatInstant } from '../../../shared/date/plain-date';
import type { InputOf, OutputOf } from '../../../shared/rpc/contract';
import type { Arguments, Outcome, Verb } from '../verb';
import type { Session } from '../session';
import { UsageError } from '../errors';

/** "Kế hoạch|12-KH/TU|2027-01-10|Ban Thường vụ Thành ủy|về …" → a reference; the parts after the kind may be empty. */
function basisOf(words: string): NonNullable<InputOf<'plan.create'>['basis']>[number] {
  const [documentKind = '', number = '', date = '', issuer = '', title = ''] = words
    .split('|')
    .map((part) => part.trim());
  const orNull = (part: string): string | null => (part === '' ? null : part);
  return {
    documentKind,
    number: orNull(number),
    date: orNull(date),
    issuer: orNull(issuer),
    title: orNull(title),
  };
}

async function sourceOf(session: Session, args: Arguments): Promise<InputOf<'plan.create'>['source']> {
  const [templateId, old] = [args.text('template'), args.text('from')];
  if ((templateId === undefined) === (old === undefined))
    throw new UsageError('Cần đúng một trong hai: --template MÃ hoặc --from ID.');
  if (templateId !== undefined) return { kind: 'template', templateId };
  const dossierId = old ?? '';
  const { textHash, dates } = await session.query('plan.cloneDates', {
    dossierId,
    years: args.integer('shift-years') ?? 1,
  });
  const working = args.flag('working-days');
  return {
    kind: 'clone',
    dossierId,
    textHash,
    dates: dates
      .filter(({ kind }) => kind === 'moved')
      .map(({ start, end, after, working: day }) => ({ start, end, text: working ? (day ?? after) : after })),
  };
}

async function yearOf(session: Session, args: Arguments): Promise<number> {
  const year = args.integer('year');
  if (year !== undefined) return year;
  const old = args.text('from');
  if (old === undefined) throw new UsageError('Cần --year khi soạn từ mẫu.');
  const years = args.integer('shift-years') ?? 1;
  const dates = await session.query('plan.cloneDates', { dossierId: old, years });
  if (dates.year === null) throw new UsageError('Kế hoạch cũ không ghi năm; cần --year.');
  return dates.year + years;
}

function rowText(row: ComparedParagraph): readonly string[] {
  if (row.kind === 'same') return [];
  if (row.kind === 'removed') return [`${row.moved ? '<' : '-'} ${row.before}`];
  if (row.kind === 'added') return [`${row.moved ? '>' : '+'} ${row.after}`];
  const words = row.words.map((piece) =>
    piece.kind === 'same' ? piece.text : piece.kind === 'removed' ? `[-${piece.text}-]` : `{+${piece.text}+}`,
  );
  return [`~ ${words.join('')}`];
}

const versionId = (rows: OutputOf<'plan.versions'>, words: string): string => {
  const row = rows.find(({ id, number }) => id === words || String(number) === words);
  if (!row) throw new UsageError(`Không có dự thảo lần ${words}.`);
  return row.id;
};

export const composeVerbs: readonly Verb[] = [
  {
    name: 'plan templates',
    usage: '',
    help: 'Các mẫu kế hoạch: của cơ quan và có sẵn.',
    positionals: [],
    options: {},
    run: async (session): Promise<Outcome> => {
      const rows = await session.query('plan.templates', {});
      return {
        json: rows,
        text: rows.map((row) => `${row.id}  ${row.name}${row.own ? ' (của cơ quan)' : ''}`).join('\n'),
      };
    },
  },
  {
    name: 'plan create',
    usage: '',
    help: 'Lập hồ sơ kế hoạch mới từ một mẫu, hoặc từ kế hoạch cũ với các ngày chuyển thêm n năm.',
    positionals: [],
    options: {
      template: { type: 'string', value: 'MÃ', help: 'Mẫu kế hoạch (xem plan templates).' },
      from: { type: 'string', value: 'ID', help: 'Hồ sơ kế hoạch cũ.' },
      'shift-years': { type: 'string', value: 'N', help: 'Số năm chuyển ngày (mặc định 1).' },
      'working-days': { type: 'boolean', help: 'Ngày rơi vào ngày nghỉ thì lấy ngày làm việc tiếp theo.' },
      year: { type: 'string', value: 'NĂM', help: 'Năm của kế hoạch mới.' },
      title: { type: 'string', value: 'TEXT', help: 'Trích yếu (mặc định: của mẫu, của kế hoạch cũ).' },
      basis: {
        type: 'string',
        value: 'LOẠI|SỐ|NGÀY|CƠ QUAN|VỀ',
        help: 'Văn bản làm căn cứ, ví dụ "Kế hoạch|12-KH/TU|2027-01-10|Ban Thường vụ Thành ủy|".',
      },
    },
    run: async (session, args): Promise<Outcome> => {
      const basis = args.text('basis');
      const source = await sourceOf(session, args);
      const reply = await session.command('plan.create', {
        source,
        title: args.text('title') ?? null,
        year: await yearOf(session, args),
        basis: basis === undefined ? [] : [basisOf(basis)],
      });
      const moved = source.kind === 'clone' ? source.dates.length : 0;
      return {
        json: { ...reply, moved },
        text: `Đã lập hồ sơ ${reply.dossierId}.${moved > 0 ? ` Đã chuyển ${moved} ngày; căn cứ giữ nguyên, hãy kiểm tra.` : ''}`,
      };
    },
  },
  {
    name: 'plan save-version',
    usage: 'ID',
    help: 'Lưu nội dung hiện tại thành một lần dự thảo.',
    positionals: ['ID'],
    options: { note: { type: 'string', value: 'TEXT', help: 'Ghi chú.' } },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('plan.saveVersion', {
        dossierId: args.positional(0),
        note: args.text('note') ?? '',
      });
      return { json: reply, text: `Đã lưu dự thảo lần ${reply.number}.` };
    },
  },
  {
    name: 'plan versions',
    usage: 'ID',
    help: 'Các lần dự thảo của một kế hoạch, mới nhất trước.',
    positionals: ['ID'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const rows = await session.query('plan.versions', { dossierId: args.positional(0) });
      return {
        json: rows,
        text: rows
          .map(
            (row) =>
              `Lần ${row.number}  ${formatInstant(row.at)}  ${row.by}  ${row.note}${row.isCurrent ? ' (đang dùng)' : ''}`,
          )
          .join('\n'),
      };
    },
  },
  {
    name: 'plan diff',
    usage: 'ID',
    help: 'So sánh hai lần dự thảo, hoặc một lần với nội dung hiện tại; in cả chỗ đã bỏ.',
    positionals: ['ID'],
    options: {
      from: { type: 'string', value: 'N', help: 'Lần dự thảo cũ (số thứ tự hoặc mã).', required: true },
      to: { type: 'string', value: 'N', help: 'Lần dự thảo mới; để trống: nội dung hiện tại.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const dossierId = args.positional(0);
      const rows = await session.query('plan.versions', { dossierId });
      const to = args.text('to');
      const compared = await session.query('plan.compareVersions', {
        dossierId,
        from: versionId(rows, args.required('from')),
        to: to === undefined ? null : versionId(rows, to),
      });
      const { changed, added, removed, moved } = compared.counts;
      return {
        json: compared,
        text: [
          `Sửa ${changed}, thêm ${added}, bỏ ${removed}, chuyển chỗ ${moved} đoạn.`,
          ...compared.rows.flatMap(rowText),
        ].join('\n'),
      };
    },
  },
];
