import { basename, extname } from 'node:path';
import { EXPORT_FORMATS, formatIds } from '../../../shared/app/export/registry';
import { formatDate } from '../../../shared/date/plain-date';
import type { Totals } from '../../../shared/domain/report/model';
import type { PackageInspection, PackageRow } from '../../../shared/domain/report/exchange-model';
import { bothCoveragesWords, gapWords, unknownDenominatorWords } from '../../../shared/i18n/vi';
import { formatNumber } from '../../../shared/text/numbers';
import { UsageError } from '../errors';
import { readAsks, readTypedReport, NO_FIGURES } from './report-files';
import { CYCLES, scheduleSeries, weekendKept } from './report-series';
import type { OptionSpec, Outcome, Verb } from '../verb';

const PERIOD: OptionSpec = { type: 'string', value: '2026-Q1', help: 'Kỳ báo cáo.', required: true };

/** Where figures are asked, not owed: also a range of months. */
const FIGURES: OptionSpec = {
  type: 'string',
  value: '2026-Q1|2026-02..2026-08',
  help: 'Kỳ báo cáo, hoặc khoảng tháng (sơ kết, tổng kết).',
  required: true,
};
const OCCASIONS = { 'so-ket': 'preliminary', 'tong-ket': 'final' } as const;

const STATE_WORDS: Readonly<Record<string, string>> = {
  'not-due': 'chưa đến hạn',
  missing: 'chưa báo cáo',
  'on-time': 'đúng hạn',
  late: 'trễ hạn',
  returned: 'đã trả lại',
};

/** " (chưa biết mẫu số của 2 đơn vị)" after a rate that could not hold every unit asked. */
function unknownIn(totals: Totals, code: string): string {
  const words = unknownDenominatorWords(totals, code);
  return words === null ? '' : ` (${words})`;
}

const OUTCOME_WORDS: Readonly<Record<PackageRow['outcome'], string>> = {
  new: 'mới',
  same: 'giống',
  different: 'khác',
  refused: 'không nhận',
};

function inspectionText(found: PackageInspection): string {
  const count = (outcome: PackageRow['outcome']): number =>
    found.rows.filter((row) => row.outcome === outcome).length;
  return [
    `Gói của ${found.issuingBody}, kế hoạch “${found.planTitle}”${found.creates ? ' (chưa có ở máy này: sẽ tạo bản nhận)' : ''}.`,
    `Mới ${count('new')}, giống ${count('same')}, khác ${count('different')}, không nhận ${count('refused')}.`,
    ...found.newClosings.map((id) => `chốt mới    ${id.replace('|', ' lần ')}`),
    ...found.rows
      .filter(({ outcome }) => outcome === 'different' || outcome === 'refused')
      .map((row) => `${OUTCOME_WORDS[row.outcome].padEnd(11)} ${row.period} ${row.name}`),
    ...found.warnings.map((warning) => `? ${warning}`),
  ].join('\n');
}

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
      return {
        json: { period: id, units: unitIds, ...rest },
        text: [
          `Kỳ ${id}: ${reply.expected} đơn vị, hạn ${formatDate(reply.lastDay)}, ${reply.indicators.length} chỉ tiêu.`,
          ...weekendKept(id, reply.lastDay),
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
    },
    run: async (session, args): Promise<Outcome> => {
      const tickets: string[] = [];
      for (const path of args.positionals) tickets.push(await session.ticketFor(path));
      const reply = await session.command('report.import', {
        tickets,
        dryRun: args.flag('dry-run'),
        receivedOn: args.text('received') ?? null,
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
  {
    name: 'report status',
    usage: 'ID',
    help: 'Đơn vị nào đã báo cáo, trễ, còn thiếu.',
    positionals: ['ID'],
    options: { period: FIGURES },
    run: async (session, args): Promise<Outcome> => {
      const status = await session.query('report.status', {
        dossierId: args.positional(0),
        period: args.required('period'),
      });
      return {
        json: status,
        text: [
          `Phải báo cáo ${status.expected}, đã nhận ${status.received} (đúng hạn ${status.onTime}, trễ ${status.late}), chưa báo cáo ${status.missing}, trả lại ${status.returned}, chưa đến hạn ${status.notDue}.`,
          ...status.units.map((row) => `${(STATE_WORDS[row.state] ?? row.state).padEnd(13)} ${row.name}`),
        ].join('\n'),
      };
    },
  },
  {
    name: 'report totals',
    usage: 'ID',
    help: 'Số liệu tổng hợp của một kỳ.',
    positionals: ['ID'],
    options: {
      period: FIGURES,
      cumulative: { type: 'boolean', help: 'Lũy kế.' },
      version: { type: 'string', value: 'N', help: 'Bản đã chốt số N (mặc định: số liệu hiện tại).' },
    },
    run: async (session, args): Promise<Outcome> => {
      const totals = await session.query('report.totals', {
        dossierId: args.positional(0),
        period: args.required('period'),
        cumulative: args.flag('cumulative'),
        version: args.integer('version') ?? null,
      });
      return {
        json: totals,
        text: [
          ...Object.entries(totals.totals).map(([code, value]) => `${code}  ${formatNumber(value)}`),
          ...Object.keys(totals.coverage).map(
            (code) => `${code}  ${bothCoveragesWords(totals, code, null) ?? '–'}${unknownIn(totals, code)}`,
          ),
          ...totals.missingUnits.map((unit) => `Chưa có: ${unit.name}`),
          ...[gapWords(totals)].filter((words) => words !== null).map((words) => `! ${words}`),
        ].join('\n'),
      };
    },
  },
  {
    name: 'report close',
    usage: 'ID',
    help: 'Chốt kỳ: đóng băng bản tổng hợp; chốt lần sau là bản bổ sung.',
    positionals: ['ID'],
    options: {
      period: FIGURES,
      reason: { type: 'string', value: 'TEXT', help: 'Lý do (bắt buộc khi chốt bổ sung).' },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('report.close', {
        dossierId: args.positional(0),
        period: args.required('period'),
        reason: args.text('reason') ?? '',
      });
      return { json: reply, text: `Đã chốt bản ${reply.version}${reply.supplement ? ' (bổ sung)' : ''}.` };
    },
  },
  {
    name: 'report pack',
    usage: 'ID',
    help: 'Lập gói kỳ để máy khác của cơ quan tiếp nhận, tổng hợp rồi gửi lại.',
    positionals: ['ID'],
    options: {
      period: FIGURES,
      restricted: {
        type: 'boolean',
        help: 'Kèm phần lời về tư tưởng, dư luận (mặc định: để lại máy này).',
      },
      out: { type: 'string', value: 'FILE.zip', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.query('report.exportPackage', {
        dossierId: args.positional(0),
        period: args.required('period'),
        restricted: args.flag('restricted'),
      });
      const written = await session.deliverFile(reply, args.required('out'));
      return {
        json: { ...written, reports: reply.reports, kept: reply.kept },
        text: `Đã lập gói ${reply.reports} báo cáo, ${reply.kept} tệp gốc: ${written.file}.`,
      };
    },
  },
  {
    name: 'report unpack',
    usage: 'FILE.zip',
    help: 'Nhập gói kỳ do máy khác của cơ quan lập; báo cáo khác nhau thì người dùng chọn bên.',
    positionals: ['FILE.zip'],
    options: {
      'dry-run': { type: 'boolean', help: 'Chỉ cho biết sẽ thay đổi gì.' },
      take: {
        type: 'string',
        value: 'ours|theirs',
        help: 'Báo cáo khác nhau: giữ của máy này hay lấy của gói (mặc định: từ chối và nêu tên).',
      },
    },
    run: async (session, args): Promise<Outcome> => {
      const ticket = await session.ticketFor(args.positional(0));
      if (args.flag('dry-run')) {
        const found = await session.query('report.inspectPackage', { ticket });
        return { json: found, text: inspectionText(found) };
      }
      const otherwise =
        args.text('take') === undefined
          ? null
          : session.choice<'ours' | 'theirs'>(args, 'take', ['ours', 'theirs']);
      const reply = await session.command('report.importPackage', {
        ticket,
        otherwise,
      });
      return {
        json: reply,
        text: `${reply.created ? 'Đã tạo bản nhận. ' : ''}Thêm ${reply.added}, lấy của gói ${reply.replaced}, giữ của máy này ${reply.kept}, giống nhau ${reply.same}, không nhận ${reply.refused}. Lần chốt: thêm ${reply.closings}, không nhận ${reply.refusedClosings}.`,
        refused: reply.refused + reply.refusedClosings > 0,
      };
    },
  },
  {
    name: 'export summary',
    usage: '',
    help: 'Xuất bản tổng hợp của kỳ.',
    positionals: [],
    options: {
      period: FIGURES,
      plan: { type: 'string', value: 'ID', help: 'Một hồ sơ (mặc định: mọi hồ sơ có kỳ này).' },
      format: {
        type: 'string',
        value: formatIds(EXPORT_FORMATS).join('|'),
        help: 'Định dạng (csv: nhiều bảng trong một tệp .zip).',
        required: true,
      },
      version: {
        type: 'string',
        value: 'N',
        help: 'Bản đã chốt số N của hồ sơ --plan (mặc định: số liệu hiện tại).',
      },
      occasion: { type: 'string', value: 'so-ket|tong-ket', help: 'Ghi “sơ kết”, “tổng kết” ở tên báo cáo.' },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.query('export.summary', {
        dossierId: args.text('plan') ?? null,
        period: args.required('period'),
        format: session.choice(args, 'format', formatIds(EXPORT_FORMATS)),
        version: args.integer('version') ?? null,
        occasion:
          args.text('occasion') === undefined
            ? null
            : OCCASIONS[session.choice(args, 'occasion', ['so-ket', 'tong-ket'])],
      });
      if (reply.files.length > 1)
        throw new UsageError(
          `Kỳ này có ${reply.files.length} kế hoạch, mỗi kế hoạch một báo cáo: chọn một bằng --plan ID.`,
        );
      const out = args.required('out');
      const [needed, given] = [extname(reply.suggestedName).toLowerCase(), extname(out).toLowerCase()];
      if (given !== '' && needed !== '' && given !== needed)
        throw new UsageError(
          `Định dạng ${args.required('format')} cho tệp ${needed}, không phải ${given}${needed === '.zip' ? ' (nhiều bảng trong một gói)' : ''}: ghi --out “${basename(out, extname(out))}${needed}”.`,
        );
      const written = await session.deliverFile(reply, out);
      return { json: { ...written, version: reply.version }, text: `Đã ghi ${written.file}.` };
    },
  },
];
