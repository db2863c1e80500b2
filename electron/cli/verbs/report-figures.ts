/** What was added up: standing, totals, closing, and the summary for superiors. */
import { basename, extname } from 'node:path';
import { EXPORT_FORMATS, formatIds } from '../../../shared/app/export/registry';
import type { Totals } from '../../../shared/domain/report/model';
import {
  bothCoveragesWords,
  cameAloneWords,
  gapWords,
  unknownDenominatorWords,
} from '../../../shared/i18n/vi';
import { formatNumber } from '../../../shared/text/numbers';
import { UsageError } from '../errors';
import type { Outcome, Verb } from '../verb';
import { FIGURES } from './report-options';

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

export const reportFigureVerbs: readonly Verb[] = [
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
          ...[gapWords(totals), cameAloneWords(totals)]
            .filter((words) => words !== null)
            .map((words) => `! ${words}`),
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
