import { formatDate } from '../../../shared/date/plain-date';
import { incomingRequestSchema, urgencySchema } from '../../../shared/domain/incoming/model';
import { INCOMING_FILTERS } from '../../../shared/domain/incoming/standing';
import { REQUEST_WORDS, STATE_WORDS } from '../../../shared/domain/incoming/words';
import type { IncomingRow } from '../../../shared/rpc/contract/incoming';
import type { OptionSpec, Outcome, Verb } from '../verb';
import { LEAVE_BLANK } from './number-options';

const ENTRY = 'NĂM-SỐ';
const PAGE = 1000;
const YEAR: OptionSpec = { type: 'string', value: 'Y', help: 'Năm của sổ.', required: true };

function lineOf(row: IncomingRow): string {
  return [
    `${row.number}/${row.year}`.padEnd(9),
    formatDate(row.arrivedOn),
    (row.voided ? 'Đã hủy' : STATE_WORDS[row.state]).padEnd(14),
    row.numberText.padEnd(18),
    row.subject,
    row.time === '' ? '' : `(${row.time})`,
  ]
    .filter((part) => part !== '')
    .join('  ');
}

export const incomingVerbs: readonly Verb[] = [
  {
    name: 'incoming add',
    usage: '',
    help: 'Đăng ký một văn bản đến: nhận số đến kế tiếp của năm (hoặc số cho trước).',
    positionals: [],
    options: {
      issuer: { type: 'string', value: 'TEXT', help: 'Tác giả (cơ quan ban hành).', required: true },
      subject: { type: 'string', value: 'TEXT', help: 'Trích yếu.', required: true },
      kind: { type: 'string', value: 'TEXT', help: 'Tên loại, ví dụ “Kế hoạch”.' },
      number: { type: 'string', value: 'TEXT', help: 'Số, ký hiệu của văn bản.' },
      date: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày văn bản.' },
      arrived: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày đến (mặc định: hôm nay).' },
      request: {
        type: 'string',
        value: 'plan|report|information',
        help: 'Yêu cầu: phải lập kế hoạch, phải báo cáo, để biết (mặc định: information).',
      },
      deadline: { type: 'string', value: 'YYYY-MM-DD', help: 'Thời hạn giải quyết.' },
      time: { type: 'string', value: 'HH:MM', help: 'Giờ hạn: 16:30, 16h30, 16h.' },
      receiver: { type: 'string', value: 'TEXT', help: 'Đơn vị hoặc người nhận.' },
      urgency: { type: 'string', value: 'none|urgent|very-urgent|express', help: 'Độ khẩn.' },
      note: { type: 'string', value: 'TEXT', help: 'Ghi chú.' },
      arrival: { type: 'string', value: 'N', help: 'Số đến cho trước (số đã dùng thì bị từ chối).' },
      'leave-blank': LEAVE_BLANK,
      file: { type: 'string', value: 'FILE', help: 'Tệp văn bản, giữ nguyên từng byte.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const file = args.text('file');
      const reply = await session.command('incoming.register', {
        issuer: args.required('issuer'),
        subject: args.required('subject'),
        documentKind: args.text('kind') ?? '',
        numberText: args.text('number') ?? '',
        date: args.text('date') ?? null,
        arrivedOn: args.text('arrived') ?? null,
        request:
          args.text('request') === undefined
            ? 'information'
            : session.choice(args, 'request', incomingRequestSchema.options),
        deadline: args.text('deadline') ?? null,
        deadlineTime: args.text('time') ?? null,
        receiver: args.text('receiver') ?? '',
        urgency:
          args.text('urgency') === undefined
            ? 'none'
            : session.choice(args, 'urgency', urgencySchema.options),
        note: args.text('note') ?? '',
        number: args.integer('arrival') ?? null,
        gapSeen: args.flag('leave-blank'),
        ticket: file === undefined ? null : await session.ticketFor(file),
      });
      return {
        json: reply,
        text: [`Đã đăng ký số đến ${reply.number} năm ${reply.year}.`, ...reply.questions].join('\n'),
      };
    },
  },
  {
    name: 'incoming list',
    usage: '',
    help: 'Sổ văn bản đến của một năm, mới nhất trước.',
    positionals: [],
    options: {
      year: { type: 'string', value: 'Y', help: 'Năm (mặc định: năm nay).' },
      filter: {
        type: 'string',
        value: INCOMING_FILTERS.join('|'),
        help: 'all: mọi dòng; open: chưa giải quyết; overdue: quá hạn; no-plan: chưa có kế hoạch.',
      },
      find: { type: 'string', value: 'TEXT', help: 'Tìm theo số, trích yếu, tác giả, nơi nhận.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const ask = {
        year: args.integer('year') ?? null,
        filter:
          args.text('filter') === undefined
            ? ('all' as const)
            : session.choice(args, 'filter', INCOMING_FILTERS),
        query: args.text('find') ?? '',
        limit: PAGE,
      };
      const first = await session.query('incoming.list', ask);
      const rows = [...first.rows];
      while (rows.length < first.total) {
        const more = await session.query('incoming.list', { ...ask, offset: rows.length });
        if (more.rows.length === 0) break;
        rows.push(...more.rows);
      }
      return {
        json: { ...first, rows },
        text: [`Sổ văn bản đến năm ${first.year}: ${first.total} dòng.`, ...rows.map(lineOf)].join('\n'),
      };
    },
  },
  {
    name: 'incoming link',
    usage: ENTRY,
    help: 'Ghi kế hoạch (hồ sơ) thực hiện một văn bản đến, ví dụ: incoming link 2026-15 --dossier ID.',
    positionals: [ENTRY],
    options: {
      dossier: { type: 'string', value: 'ID', help: 'Hồ sơ của kế hoạch.', required: true },
      remove: { type: 'boolean', help: 'Bỏ liên kết.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const linked = !args.flag('remove');
      const reply = await session.command('incoming.link', {
        id: args.positional(0),
        dossierId: args.required('dossier'),
        linked,
      });
      return { json: reply, text: linked ? 'Đã liên kết với kế hoạch.' : 'Đã bỏ liên kết.' };
    },
  },
  {
    name: 'incoming void',
    usage: ENTRY,
    help: 'Hủy một dòng ghi nhầm; số đến được giữ và không cấp lại.',
    positionals: [ENTRY],
    options: { reason: { type: 'string', value: 'TEXT', help: 'Lý do.', required: true } },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('incoming.void', {
        id: args.positional(0),
        reason: args.required('reason'),
      });
      return { json: reply, text: 'Đã hủy dòng; số đến được giữ lại trong sổ.' };
    },
  },
  {
    name: 'incoming explain',
    usage: '',
    help: 'Ghi lý do một số đến, hoặc một dãy số (--number 14 --to 27), bị bỏ trống.',
    positionals: [],
    options: {
      year: YEAR,
      number: { type: 'string', value: 'N', help: 'Số đến.', required: true },
      to: { type: 'string', value: 'N', help: 'Số cuối của dãy (mặc định: chỉ một số).' },
      reason: { type: 'string', value: 'TEXT', help: 'Lý do.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('incoming.explainGap', {
        year: args.integer('year') ?? 0,
        number: args.integer('number') ?? 0,
        to: args.integer('to') ?? null,
        reason: args.required('reason'),
      });
      return { json: reply, text: 'Đã ghi lý do.' };
    },
  },
  {
    name: 'incoming start',
    usage: '',
    help: 'Sổ giấy của năm đã đến số nào: sổ ở đây cấp tiếp từ số sau.',
    positionals: [],
    options: {
      year: YEAR,
      last: { type: 'string', value: 'N', help: 'Số đến cuối của sổ giấy.', required: true },
      reason: { type: 'string', value: 'TEXT', help: 'Lý do.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const last = args.integer('last') ?? 0;
      const reply = await session.command('incoming.startFrom', {
        year: args.integer('year') ?? 0,
        last,
        reason: args.required('reason'),
      });
      return { json: reply, text: [`Sổ cấp tiếp từ số ${last + 1}.`, ...reply.questions].join('\n') };
    },
  },
  {
    name: 'incoming waiting',
    usage: '',
    help: 'Văn bản cấp trên chưa có kế hoạch và đơn vị chưa ban hành kế hoạch.',
    positionals: [],
    options: {},
    run: async (session): Promise<Outcome> => {
      const documents = await session.query('incoming.withoutPlan', {});
      const units = await session.query('incoming.unitsWithoutPlan', {});
      return {
        json: { documents, units },
        text: [
          `Văn bản cấp trên chưa có kế hoạch: ${documents.length}.`,
          ...documents.map((row) => `  ${lineOf(row)}  ${REQUEST_WORDS[row.request]}`),
          `Đơn vị chưa ban hành kế hoạch: ${units.reduce((sum, row) => sum + row.units.length, 0)} lượt đơn vị.`,
          ...units.map(
            (row) =>
              `  ${formatDate(row.lastDay)}  ${row.title}: ${row.units.map(({ name }) => name).join('; ')}`,
          ),
        ].join('\n'),
      };
    },
  },
];
