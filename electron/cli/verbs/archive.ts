import { formatInstant } from '../../../shared/date/plain-date';
import type { Outcome, Verb } from '../verb';

export const archiveVerbs: readonly Verb[] = [
  {
    name: 'archive close',
    usage: 'ID',
    help: 'Kết thúc hồ sơ; nếu còn thiếu thì nêu những gì thiếu (--despite để vẫn kết thúc, điều thiếu được ghi lại).',
    positionals: ['ID'],
    options: {
      retention: {
        type: 'string',
        value: '"Vĩnh viễn"',
        help: 'Thời hạn bảo quản (mặc định theo bảng của cơ quan).',
      },
      despite: { type: 'boolean', help: 'Kết thúc dù còn thiếu.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const dossierId = args.positional(0);
      const check = await session.query('archive.check', { dossierId });
      const reply = await session.command('archive.close', {
        dossierId,
        retention: args.text('retention') ?? null,
        despite: args.flag('despite'),
      });
      return {
        json: { ...reply, lacking: check.lacking, retention: args.text('retention') ?? check.retention },
        text: ['Đã kết thúc hồ sơ.', ...check.lacking.map((item) => `! ${item}`)].join('\n'),
      };
    },
  },
  {
    name: 'archive reopen',
    usage: 'ID',
    help: 'Mở lại hồ sơ đã kết thúc, có lý do.',
    positionals: ['ID'],
    options: { reason: { type: 'string', value: 'TEXT', help: 'Lý do.', required: true } },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('archive.reopen', {
        dossierId: args.positional(0),
        reason: args.required('reason'),
      });
      return { json: reply, text: 'Đã mở lại hồ sơ.' };
    },
  },
  {
    name: 'archive export',
    usage: 'ID',
    help: 'Đóng gói hồ sơ thành một gói BagIt (thư mục hoặc zip).',
    positionals: ['ID'],
    options: {
      out: { type: 'string', value: 'DIR', help: 'Thư mục mới hoặc rỗng, hay một tệp .zip.', required: true },
      zip: { type: 'boolean', help: 'Thành một tệp zip thay cho thư mục.' },
      'no-drafts': { type: 'boolean', help: 'Không kèm các lần dự thảo văn bản.' },
      restricted: {
        type: 'boolean',
        help: 'Kèm phần lời về tư tưởng, dư luận (mặc định: để lại máy này, có ghi chú trong gói).',
      },
    },
    run: async (session, args): Promise<Outcome> => {
      const out = args.required('out');
      const asFile = out.toLowerCase().endsWith('.zip');
      const zip = asFile || args.flag('zip');
      const offered = await session.command('archive.export', {
        dossierId: args.positional(0),
        format: zip ? 'zip' : 'folder',
        restricted: args.flag('restricted'),
        drafts: !args.flag('no-drafts'),
      });
      if (asFile) {
        const { file } = await session.deliverFile(offered, out);
        return { json: { bag: file, files: [file] }, text: `Đã đóng gói vào ${file}.` };
      }
      const files = zip
        ? await session.deliverFolder(offered, out)
        : await session.deliverPackage(offered, out);
      const bag = zip ? (files[0] ?? out) : (session.commonFolder(files) ?? out);
      return { json: { bag, files }, text: `Đã đóng gói vào ${bag}.` };
    },
  },
  {
    name: 'archive verify',
    usage: 'PATH',
    help: 'Kiểm tra một gói lưu trữ (thư mục hoặc zip).',
    positionals: ['PATH'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.query('archive.verify', {
        ticket: await session.ticketFor(args.positional(0)),
      });
      return {
        json: reply,
        text: reply.valid
          ? 'Gói lưu trữ nguyên vẹn.'
          : ['Gói lưu trữ không nguyên vẹn:', ...reply.errors].join('\n'),
        refused: !reply.valid,
      };
    },
  },
  {
    name: 'backup create',
    usage: '',
    help: 'Sao lưu toàn bộ dữ liệu thành một tệp.',
    positionals: [],
    options: { out: { type: 'string', value: 'DIR', help: 'Thư mục ghi ra.', required: true } },
    run: async (session, args): Promise<Outcome> => {
      const info = await session.createBackup(args.required('out'));
      return { json: info, text: `Đã sao lưu vào ${info.file}.` };
    },
  },
  {
    name: 'backup verify',
    usage: 'FILE',
    help: 'Kiểm tra một tệp sao lưu.',
    positionals: ['FILE'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.verifyBackup(args.positional(0));
      return {
        json: reply,
        text: reply.valid
          ? 'Tệp sao lưu nguyên vẹn.'
          : ['Tệp sao lưu không dùng được:', ...reply.errors].join('\n'),
        refused: !reply.valid,
      };
    },
  },
  {
    name: 'backup restore',
    usage: 'FILE',
    help: 'Phục hồi vào một thư mục mới (--data); thư mục đang dùng không bị đụng tới.',
    positionals: ['FILE'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.restoreBackup(args.positional(0));
      return {
        json: reply,
        text: `Đã phục hồi ${reply.aggregates} mục, ${reply.files} tệp vào ${reply.folder}.`,
      };
    },
  },
  {
    name: 'store check',
    usage: '',
    help: 'Kiểm tra toàn bộ dữ liệu.',
    positionals: [],
    options: {},
    run: async (session): Promise<Outcome> => {
      const faults = await session.command('store.check', {});
      const errors = faults.filter((fault) => fault.severity === 'error' && !fault.repaired);
      return {
        json: faults,
        text:
          faults.length === 0
            ? 'Dữ liệu nguyên vẹn.'
            : faults.map((fault) => `${fault.place}: ${fault.message}`).join('\n'),
        refused: errors.length > 0,
      };
    },
  },
  {
    name: 'store history',
    usage: 'ID',
    help: 'Ai sửa gì, khi nào (mã hồ sơ, “office” hoặc mã sổ).',
    positionals: ['ID'],
    options: { limit: { type: 'string', value: 'N', help: 'Số dòng (mặc định 50).' } },
    run: async (session, args): Promise<Outcome> => {
      const id = args.positional(0);
      const registers = await session.query('register.list', {});
      const kind =
        id === 'office' ? 'office' : registers.some((item) => item.seriesId === id) ? 'register' : 'dossier';
      const rows = await session.query('store.history', { kind, id, limit: args.integer('limit') ?? 50 });
      return {
        json: rows,
        text: rows
          .map((row) => `${row.revision}  ${formatInstant(row.at)}  ${row.by}  ${row.line}`)
          .join('\n'),
      };
    },
  },
  {
    name: 'sample create',
    usage: '',
    help: 'Tạo cơ quan mẫu “Phường An Bình” (cùng --seed thì cùng dữ liệu).',
    positionals: [],
    options: {
      units: { type: 'string', value: '60', help: 'Số đơn vị.' },
      plans: { type: 'string', value: '12', help: 'Số kế hoạch.' },
      years: { type: 'string', value: '1', help: 'Số năm.' },
      seed: { type: 'string', value: '1', help: 'Hạt giống.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('sample.create', {
        units: args.integer('units') ?? 60,
        plans: args.integer('plans') ?? 12,
        years: args.integer('years') ?? 1,
        seed: args.integer('seed') ?? 1,
      });
      return {
        json: reply,
        text: `Đã tạo ${reply.units} đơn vị, ${reply.plans} kế hoạch, ${reply.reports} báo cáo.`,
      };
    },
  },
];
