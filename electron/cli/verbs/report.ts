/** Periods asked, forms out and reports in. */
import { dayWithHour } from '../../../shared/date/hour';
import { readAsks, readTypedReport, NO_FIGURES } from './report-files';
import { CYCLES, scheduleSeries, weekendKept } from './report-series';
import type { Outcome, Verb } from '../verb';
import { PERIOD } from './report-options';
import { unreviewedWords } from './unreviewed';

const RECEIVED_AT = {
  type: 'string',
  value: 'HH:mm',
  help: 'Giờ nhận, khi hạn có giờ (mặc định: bây giờ nếu nhận hôm nay; nhận ngày khác thì không rõ giờ).',
} as const;

export const reportVerbs: readonly Verb[] = [
  {
    name: 'report schedule',
    usage: 'ID',
    help: 'Yêu cầu các đơn vị báo cáo một kỳ, hoặc cả loạt kỳ với --cycle, --until.',
    positionals: ['ID'],
    options: {
      period: PERIOD,
      due: {
        type: 'string',
        value: 'YYYY-MM-DD',
        help: 'Ngày cuối cùng còn đúng hạn (bắt buộc khi một kỳ); nhiều kỳ: lời như “ngày 20 tháng cuối quý” (mặc định theo kế hoạch).',
      },
      cycle: {
        type: 'string',
        value: CYCLES.join('|'),
        help: 'Yêu cầu mọi kỳ của chu kỳ, từ --period đến --until.',
      },
      until: { type: 'string', value: '2026-12', help: 'Kỳ cuối cùng (mặc định: chính --period).' },
      time: { type: 'string', value: 'HH:mm', help: 'Giờ hạn trong ngày (báo cáo đột xuất).' },
      indicators: { type: 'string', value: 'HN01,…', help: 'Chỉ tiêu (mặc định: danh mục đang dùng).' },
      units: {
        type: 'string',
        value: 'A,B,…',
        help: 'Đơn vị hoặc nhóm, mã hoặc tên (mặc định: mọi đơn vị đang hoạt động).',
      },
      from: {
        type: 'string',
        value: 'YYYY-MM-DD',
        help: 'Số liệu từ ngày (mặc định theo ngày chốt số liệu).',
      },
      to: { type: 'string', value: 'YYYY-MM-DD', help: 'Số liệu đến ngày.' },
      asks: {
        type: 'string',
        value: 'FILE.json',
        help: 'Chỉ tiêu riêng: [{"units": ["Nhóm A"], "indicators": ["HN01"]}].',
      },
      via: { type: 'string', value: 'TEXT', help: 'Báo cáo gửi qua (mặc định theo kế hoạch).' },
      'due-to-city': { type: 'string', value: 'YYYY-MM-DD', help: 'Hạn gửi cấp trên.' },
    },
    run: async (session, args): Promise<Outcome> => {
      if (args.text('cycle') !== undefined || args.text('until') !== undefined)
        return scheduleSeries(session, args);
      const units = args.list('units');
      const asks = args.text('asks');
      const reply = await session.command('report.schedule', {
        dossierId: args.positional(0),
        period: args.required('period'),
        lastDay: args.required('due'),
        time: args.text('time') ?? null,
        indicators: args.list('indicators') ?? null,
        units: units ? await session.entryIds(units) : null,
        from: args.text('from') ?? null,
        to: args.text('to') ?? null,
        asks: asks === undefined ? null : await readAsks(session.resolvePath(asks)),
        via: args.text('via') ?? null,
        dueToCity: args.text('due-to-city') ?? null,
      });
      const { id, unitIds, ...rest } = reply;
      const warnings = await unreviewedWords(session, args.positional(0));
      return {
        json: { period: id, units: unitIds, ...rest, warnings },
        text: [
          `Kỳ ${id}: ${reply.expected} đơn vị, hạn ${dayWithHour(reply.lastDay, reply.time)}, ${reply.indicators.length} chỉ tiêu.`,
          ...weekendKept(id, reply.lastDay),
          ...warnings.map((words) => `! ${words}`),
        ].join('\n'),
      };
    },
  },
  {
    name: 'report form',
    usage: 'ID',
    help: 'Lập biểu Excel cho từng đơn vị.',
    positionals: ['ID'],
    options: {
      period: PERIOD,
      out: { type: 'string', value: 'DIR', help: 'Thư mục ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const offered = await session.command('report.forms', {
        dossierId: args.positional(0),
        period: args.required('period'),
      });
      const files = await session.deliverFolder(offered, args.required('out'));
      return { json: { files }, text: `Đã lập ${files.length} biểu trong ${args.required('out')}.` };
    },
  },
  {
    name: 'report import',
    usage: 'PATH…',
    help: 'Tiếp nhận biểu đã điền (tệp, thư mục hoặc tệp zip).',
    positionals: ['PATH…'],
    options: {
      'dry-run': { type: 'boolean', help: 'Chỉ cho biết sẽ thay đổi gì.' },
      received: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày nhận (mặc định: hôm nay).' },
      'received-at': RECEIVED_AT,
    },
    run: async (session, args): Promise<Outcome> => {
      const tickets: string[] = [];
      for (const path of args.positionals) tickets.push(await session.ticketFor(path));
      const reply = await session.command('report.import', {
        tickets,
        dryRun: args.flag('dry-run'),
        receivedOn: args.text('received') ?? null,
        receivedTime: args.text('received-at'),
      });
      return {
        json: reply,
        text: [
          ...(reply.cancelled ? [`Đã dừng theo yêu cầu; còn ${reply.left} tệp chưa xem.`] : []),
          `Nhận ${reply.accepted.length}, không đổi ${reply.unchanged.length}, từ chối ${reply.rejected.length}.`,
          ...reply.accepted.flatMap((item) =>
            item.questions.map((question) => `? ${item.unitName}: ${question.message}`),
          ),
          ...reply.rejected.flatMap((item) => [
            ...item.errors.map((error) => `! ${error.message}`),
            ...item.proposals.map(
              ({ unitName, period, plan }) =>
                `  Có thể là biểu ${period} của “${unitName}” (${plan}); mở cửa sổ ứng dụng, thả tệp và xác nhận.`,
            ),
          ]),
        ].join('\n'),
        refused: reply.rejected.length > 0,
      };
    },
  },
  {
    name: 'report fix-list',
    usage: '',
    help: 'Danh sách cần sửa (Excel): một tệp chung và mỗi đơn vị một tệp, từ các lỗi đang mở trong khay tiếp nhận.',
    positionals: [],
    options: {
      batch: { type: 'string', value: 'ID', help: 'Chỉ một đợt nhận (mặc định: mọi lỗi đang mở).' },
      out: { type: 'string', value: 'DIR', help: 'Thư mục ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const offered = await session.query('report.fixList', { batchId: args.text('batch') ?? null });
      const files = await session.deliverFolder(offered, args.required('out'));
      return { json: { files }, text: `Đã ghi ${files.length} danh sách vào ${args.required('out')}.` };
    },
  },
  {
    name: 'report tray',
    usage: '',
    help: 'Khay tiếp nhận: tệp đang bị giữ lại vì lỗi, và các đợt đã nhận.',
    positionals: [],
    options: {},
    run: async (session): Promise<Outcome> => {
      const tray = await session.query('intake.tray', {});
      return {
        json: tray,
        text: [
          `Đang giữ lại ${tray.open.length} tệp; đã có ${tray.batches.length} đợt nhận.`,
          ...tray.open.flatMap(({ faults }) => faults.map(({ message }) => `! ${message}`)),
        ].join('\n'),
      };
    },
  },
  {
    name: 'report put',
    usage: 'ID',
    help: 'Ghi số liệu của một đơn vị từ tệp JSON, thay toàn bộ số liệu đã có.',
    positionals: ['ID'],
    options: {
      unit: { type: 'string', value: 'U', help: 'Đơn vị (mã hoặc tên).', required: true },
      period: PERIOD,
      values: {
        type: 'string',
        value: 'FILE.json',
        help: 'Số liệu: {"HN01": 4, …} (không cần khi có --nil).',
      },
      nil: { type: 'boolean', help: 'Không phát sinh.' },
      'said-by': { type: 'string', value: 'TEXT', help: 'Ai xác nhận không phát sinh.' },
      how: {
        type: 'string',
        value: 'TEXT',
        help: 'Xác nhận bằng cách nào: điện thoại, Zalo, văn bản, trực tiếp.',
      },
      attach: {
        type: 'string',
        value: 'FILE,…',
        help: 'Tệp đính kèm (Word, PDF, ảnh), giữ nguyên từng byte.',
      },
      received: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày nhận (mặc định: hôm nay).' },
      'received-at': RECEIVED_AT,
    },
    run: async (session, args): Promise<Outcome> => {
      const nil = args.flag('nil');
      const file = nil ? args.text('values') : args.required('values');
      const typed = file === undefined ? NO_FIGURES : await readTypedReport(session.resolvePath(file));
      const [unit = ''] = await session.entryIds([args.required('unit')]);
      const evidence: string[] = [];
      for (const path of args.list('attach') ?? []) evidence.push(await session.ticketFor(path));
      const reply = await session.command('report.put', {
        dossierId: args.positional(0),
        period: args.required('period'),
        unit,
        ...typed,
        nil: nil || typed.nil,
        nilSaidBy: args.text('said-by') ?? typed.nilSaidBy,
        nilHow: args.text('how') ?? typed.nilHow,
        evidence,
        receivedOn: args.text('received') ?? typed.receivedOn,
        receivedTime: args.text('received-at'),
      });
      return {
        json: reply,
        text: [
          'Đã ghi.',
          ...(reply.dropped.length === 0
            ? []
            : [`! Báo cáo trước có mà lần này không ghi, nay bỏ: ${reply.dropped.join(', ')}.`]),
          ...reply.warnings.map((warning) => `? ${warning.message}`),
        ].join('\n'),
      };
    },
  },
  {
    name: 'report questions',
    usage: 'ID',
    help: 'Những số liệu nên hỏi lại đơn vị trong một kỳ.',
    positionals: ['ID'],
    options: { period: PERIOD },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.query('report.questions', {
        dossierId: args.positional(0),
        period: args.required('period'),
      });
      return {
        json: reply,
        text: [
          `Chưa trả lời ${reply.open}, đã hỏi lại ${reply.asked}, đã xác nhận ${reply.confirmed}.`,
          ...reply.rows
            .filter((row) => row.answer === null)
            .map((row) => `? ${row.unitName}: ${row.message}`),
        ].join('\n'),
      };
    },
  },
];
