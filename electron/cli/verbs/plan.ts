import { formatDate } from '../../../shared/date/plain-date';
import type { Outcome, Verb } from '../verb';

export const planVerbs: readonly Verb[] = [
  {
    name: 'plan parse',
    usage: 'FILE',
    help: 'Đọc một kế hoạch (.docx, .pdf có chữ, .txt, .md) và in ra những gì đọc được; không đụng đến dữ liệu.',
    positionals: ['FILE'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const { plan } = await session.parsePlan(args.positional(0));
      const text = [
        `${plan.kind ?? '(không thấy tên loại)'}: ${plan.title ?? '(không thấy trích yếu)'}`,
        `Số: ${plan.header.numberText ?? '(để trống)'} · ${plan.header.place ?? ''} · ${plan.header.dateText ?? ''}`,
        `${plan.sections.length} phần · ${plan.assignments.length} đơn vị được giao việc · ${plan.targets.length} chỉ tiêu · ${plan.deadlines.length} thời hạn · ${plan.conferences.length} hội nghị · ${plan.recipients.length} nơi nhận`,
        ...plan.assignments.map((item) => `- ${item.unit}: ${item.tasks.length} nhiệm vụ`),
        ...plan.warnings.map((item) => `! ${item.message}`),
      ].join('\n');
      return { json: plan, text };
    },
  },
  {
    name: 'plan import',
    usage: 'FILE',
    help: 'Đọc một kế hoạch và lập hồ sơ; đọc lại cùng một tệp thì giữ nguyên mọi chỗ đã sửa.',
    positionals: ['FILE'],
    options: {
      into: { type: 'string', value: 'ID', help: 'Đọc thành bản mới của văn bản trong hồ sơ này.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const ticket = await session.ticketFor(args.positional(0));
      const reply = await session.command('plan.import', { ticket, into: args.text('into') ?? null });
      const { dossierId, revision, warnings, changes, sameAs } = reply;
      return {
        json: { dossierId, revision, warnings, again: reply.again },
        text: [
          changes
            ? `Đã đọc thành bản mới của hồ sơ ${dossierId}: ${changes.rows.length} đoạn đổi, thêm ${changes.added} mục, bỏ ${changes.removed} mục, giữ ${changes.kept} mục đã sửa.`
            : reply.again
              ? `Đã đọc lại hồ sơ ${dossierId}; mọi chỗ đã sửa được giữ nguyên.`
              : `Đã lập hồ sơ ${dossierId}.`,
          ...warnings.map((warning) => `! ${warning.message}`),
          ...(sameAs
            ? [
                `  Nếu là bản sửa của văn bản ấy: bỏ hồ sơ vừa lập, rồi plan import … --into ${sameAs.dossierId}`,
              ]
            : []),
        ].join('\n'),
      };
    },
  },
  {
    name: 'plan confirm',
    usage: 'ID',
    help: 'Xác nhận kế hoạch đã được rà soát (như “Lưu kế hoạch” trong cửa sổ).',
    positionals: ['ID'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const dossierId = args.positional(0);
      const { revision } = await session.command('plan.finishReview', { dossierId });
      return { json: { dossierId, revision }, text: 'Đã lưu kế hoạch thành hồ sơ.' };
    },
  },
  {
    name: 'plan list',
    usage: '',
    help: 'Danh sách hồ sơ kế hoạch.',
    positionals: [],
    options: { query: { type: 'string', value: 'TEXT', help: 'Chỉ hồ sơ có các chữ này.' } },
    run: async (session, args): Promise<Outcome> => {
      const query = args.text('query') ?? '';
      const open = await session.query('plan.list', { query });
      const archived = await session.query('plan.list', { query, archived: true });
      const seen = new Set(open.map((row) => row.dossierId));
      const rows = [...open, ...archived.filter((row) => !seen.has(row.dossierId))];
      return {
        json: rows,
        text: rows
          .map(
            (row) =>
              `${row.dossierId}  ${row.numberText ?? '(chưa có số)'}  ${row.date ? formatDate(row.date) : ''}  ${row.title}`,
          )
          .join('\n'),
      };
    },
  },
  {
    name: 'plan export',
    usage: 'ID',
    help: 'In kế hoạch theo thể thức ra Word hoặc PDF.',
    positionals: ['ID'],
    options: {
      profile: { type: 'string', value: 'hd36|hd05|nd30', help: 'Quy định thể thức (mặc định: của hồ sơ).' },
      format: { type: 'string', value: 'docx|pdf', help: 'Định dạng.', required: true },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const offered = await session.query('plan.export', {
        dossierId: args.positional(0),
        profile: args.text('profile') ?? null,
        format: session.choice(args, 'format', ['docx', 'pdf']),
      });
      const written = await session.deliverFile(offered, args.required('out'));
      return { json: written, text: `Đã ghi ${written.file} (${written.bytes} byte).` };
    },
  },
];
