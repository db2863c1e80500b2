import { formatDate } from '../../../shared/date/plain-date';
import { ENTRY_KIND_WORDS, lineNote } from '../../../shared/domain/dispatch/register-words';
import { paperText, runsOf, runText } from '../../../shared/domain/number-runs';
import { UsageError } from '../errors';
import type { Session } from '../session';
import type { Arguments, OptionSpec, Outcome, Verb } from '../verb';
import { LEAVE_BLANK } from './number-options';

const PAGE = 1000;
const BOOKS = ['di', 'den', 'theo-doi', 'chuyen-giao'] as const;

const SERIES: OptionSpec = {
  type: 'string',
  value: 'SO',
  help: 'Mã sổ (xem “register list”); thay cho --type.',
};
const TYPE: OptionSpec = {
  type: 'string',
  value: 'KH|CV|BC|…',
  help: 'Ký hiệu loại văn bản; sổ chung mọi loại cần có để ghi số.',
};
const NUMBER: OptionSpec = { type: 'string', value: 'N', help: 'Số.', required: true };
const REASON: OptionSpec = { type: 'string', value: 'TEXT', help: 'Lý do.', required: true };

/** The book that the options name. */
function bookOf(args: Arguments): { seriesId: string | null; type: string } {
  const [seriesId, type] = [args.text('series') ?? null, args.text('type') ?? ''];
  if (seriesId === null && type === '') throw new UsageError('Cho biết sổ: --series SO, hoặc --type KH|CV|…');
  return { seriesId, type };
}

async function listBook(session: Session, args: Arguments): Promise<Outcome> {
  const seriesId = args.text('series');
  if (seriesId === undefined) {
    const books = await session.query('register.list', {});
    return {
      json: books,
      text: books
        .map(
          (book) =>
            `${book.seriesId.padEnd(24)} ${book.title}: ${book.entries} dòng, số tiếp theo ${book.next}, giữ chỗ ${book.reserved}, bỏ trống chưa ghi lý do ${book.unexplained}`,
        )
        .join('\n'),
    };
  }
  const ask = { seriesId, year: args.integer('year') ?? null, query: args.text('find') ?? '', limit: PAGE };
  const first = await session.query('register.get', ask);
  const entries = [...first.entries];
  while (entries.length < first.total) {
    const more = await session.query('register.get', { ...ask, offset: entries.length });
    if (more.entries.length === 0) break;
    entries.push(...more.entries);
  }
  return {
    json: { ...first, entries },
    text: [
      `${first.series.title}: ${first.total} dòng, số tiếp theo ${first.next}.`,
      ...entries.map((entry) =>
        [
          entry.numberText.padEnd(14),
          formatDate(entry.date),
          ENTRY_KIND_WORDS[entry.kind].padEnd(8),
          entry.subject,
          lineNote(entry),
        ]
          .filter((part) => part !== '')
          .join('  '),
      ),
      ...(first.paper === null
        ? []
        : [`${paperText({ first: 1, last: first.paper.last })} (${first.paper.reason})`]),
      ...runsOf(first.gaps).map((run) => `Số bỏ trống ${runText(run)}: ${run.reason ?? 'chưa ghi lý do'}`),
    ].join('\n'),
  };
}

async function exportBook(session: Session, args: Arguments): Promise<Outcome> {
  const book = session.choice(args, 'book', BOOKS);
  const year = args.integer('year') ?? null;
  const ranged = book === 'chuyen-giao' && args.text('from') !== undefined && args.text('to') !== undefined;
  if (year === null && !ranged && !(book === 'di' && args.flag('term')))
    throw new UsageError('Thiếu --year Y (sổ đi của cả nhiệm kỳ: --term; sổ chuyển giao: --from và --to).');
  const offered = await session.query('register.export', {
    book,
    year: book === 'di' && args.flag('term') ? null : year,
    format: session.choice(args, 'format', ['xlsx', 'pdf']),
    seriesId: args.text('series') ?? null,
    from: args.text('from') ?? null,
    to: args.text('to') ?? null,
  });
  const written = await session.deliverFile(offered, args.required('out'));
  return {
    json: { ...written, rows: offered.rows },
    text: `Đã ghi ${offered.rows} dòng vào ${written.file}.`,
  };
}

export const registerVerbs: readonly Verb[] = [
  {
    name: 'register list',
    usage: '',
    help: 'Các sổ văn bản đi; với --series: các dòng của một sổ, số lớn trước.',
    positionals: [],
    options: {
      series: { type: 'string', value: 'SO', help: 'Mã sổ.' },
      year: { type: 'string', value: 'Y', help: 'Chỉ văn bản của năm.' },
      find: { type: 'string', value: 'TEXT', help: 'Tìm theo số, trích yếu, nơi nhận.' },
    },
    run: listBook,
  },
  {
    name: 'register reserve',
    usage: '',
    help: 'Giữ chỗ một hoặc một dãy số; số đã giữ chỉ dùng cho văn bản được chỉ rõ hoặc được trả.',
    positionals: [],
    options: {
      series: SERIES,
      type: TYPE,
      holder: { type: 'string', value: 'TEXT', help: 'Đơn vị hoặc chức danh giữ số.', required: true },
      reason: REASON,
      number: { type: 'string', value: 'N', help: 'Số đầu (mặc định: số tiếp theo).' },
      'leave-blank': LEAVE_BLANK,
      count: { type: 'string', value: 'N', help: 'Bao nhiêu số (mặc định 1).' },
      date: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày giữ (mặc định: hôm nay).' },
      until: { type: 'string', value: 'YYYY-MM-DD', help: 'Dùng trước hết ngày.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('register.reserve', {
        ...bookOf(args),
        holder: args.required('holder'),
        reason: args.required('reason'),
        number: args.integer('number') ?? null,
        count: args.integer('count') ?? 1,
        gapSeen: args.flag('leave-blank'),
        date: args.text('date') ?? null,
        until: args.text('until') ?? null,
      });
      return {
        json: reply,
        text: `Đã giữ số ${reply.numbers.map(({ numberText }) => numberText).join(', ')}.`,
      };
    },
  },
  {
    name: 'register void',
    usage: '',
    help: 'Hủy một số: dòng ở lại sổ với lý do, số không cấp lại; văn bản đã phát hành thì bị từ chối.',
    positionals: [],
    options: { series: SERIES, type: TYPE, number: NUMBER, reason: REASON },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('register.void', {
        ...bookOf(args),
        number: args.integer('number') ?? 0,
        reason: args.required('reason'),
      });
      return { json: reply, text: `Đã hủy số ${reply.numberText}.` };
    },
  },
  {
    name: 'register explain',
    usage: '',
    help: 'Ghi lý do một số, hoặc một dãy số (--number 14 --to 27), bị bỏ trống; các số ấy không cấp nữa.',
    positionals: [],
    options: {
      series: { ...SERIES, help: 'Mã sổ.', required: true },
      number: NUMBER,
      to: { type: 'string', value: 'N', help: 'Số cuối của dãy (mặc định: chỉ một số).' },
      reason: REASON,
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('register.explainGap', {
        seriesId: args.required('series'),
        number: args.integer('number') ?? 0,
        to: args.integer('to') ?? null,
        reason: args.required('reason'),
      });
      return { json: reply, text: 'Đã ghi lý do.' };
    },
  },
  {
    name: 'register start',
    usage: '',
    help: 'Sổ giấy đã đến số nào: sổ ở đây cấp tiếp từ số sau.',
    positionals: [],
    options: {
      series: SERIES,
      type: TYPE,
      last: { type: 'string', value: 'N', help: 'Số cuối của sổ giấy.', required: true },
      reason: REASON,
    },
    run: async (session, args): Promise<Outcome> => {
      const last = args.integer('last') ?? 0;
      const reply = await session.command('register.startFrom', {
        ...bookOf(args),
        last,
        reason: args.required('reason'),
      });
      return { json: reply, text: `Sổ cấp tiếp từ số ${last + 1}.` };
    },
  },
  {
    name: 'register export',
    usage: '',
    help: 'In một sổ, có trang bìa.',
    positionals: [],
    options: {
      book: {
        type: 'string',
        value: BOOKS.join('|'),
        help: 'Sổ: di (văn bản đi), den (văn bản đến), theo-doi (theo dõi giải quyết văn bản đến), chuyen-giao (chuyển giao văn bản).',
        required: true,
      },
      year: { type: 'string', value: 'Y', help: 'Năm.' },
      term: { type: 'boolean', help: 'Sổ đi: cả nhiệm kỳ (cả sổ, khi có --series), thay cho --year.' },
      series: { type: 'string', value: 'SO', help: 'Sổ đi: chỉ một dãy số (mặc định: mọi dãy).' },
      from: { type: 'string', value: 'YYYY-MM-DD', help: 'Sổ chuyển giao: từ ngày (thay cho --year).' },
      to: { type: 'string', value: 'YYYY-MM-DD', help: 'Sổ chuyển giao: đến ngày.' },
      format: { type: 'string', value: 'xlsx|pdf', help: 'Định dạng.', required: true },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: exportBook,
  },
];
