import { formatDate } from '../../../shared/date/plain-date';
import type { Outcome, Verb } from '../verb';

const DOSSIER = {
  type: 'string',
  value: 'ID',
  help: 'Chỉ một hồ sơ (mặc định: mọi hồ sơ đang mở).',
} as const;
const STATES = { 'not-due': 'chưa đến hạn', overdue: 'quá hạn', done: 'đã xong' } as const;

export const obligationVerbs: readonly Verb[] = [
  {
    name: 'owed list',
    usage: '',
    help: 'Phải báo cáo: đơn vị phải nộp gì, cơ quan phải gửi cấp trên gì, theo hạn.',
    positionals: [],
    options: { dossier: DOSSIER },
    run: async (session, args): Promise<Outcome> => {
      const rows = await session.query('obligation.list', { dossierId: args.text('dossier') ?? null });
      return {
        json: rows,
        text: rows
          .map((row) =>
            [
              [formatDate(row.lastDay), row.time].filter(Boolean).join(' ').padEnd(17),
              STATES[row.state].padEnd(13),
              row.direction === 'in' ? `${row.received}/${row.expected} đơn vị` : `gửi ${row.party}`,
              `${row.title} (${row.plan})`,
            ].join('  '),
          )
          .join('\n'),
      };
    },
  },
  {
    name: 'difficulty export',
    usage: '',
    help: 'Sổ khó khăn, vướng mắc thành tệp Excel.',
    positionals: [],
    options: {
      dossier: DOSSIER,
      open: { type: 'boolean', help: 'Chỉ các nội dung chưa trả lời.' },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.query('difficulty.export', {
        dossierId: args.text('dossier') ?? null,
        only: args.flag('open') ? 'open' : 'all',
      });
      const { file } = await session.deliverFile(reply, args.required('out'));
      return { json: { file, rows: reply.rows }, text: `Đã ghi ${reply.rows} nội dung vào ${file}.` };
    },
  },
];
