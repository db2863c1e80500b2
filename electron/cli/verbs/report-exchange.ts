/** A period that goes to another PC of the office and comes back. */
import type { PackageInspection, PackageRow } from '../../../shared/domain/report/exchange-model';
import { periodNameInText } from '../../../shared/domain/report/periods';
import type { Outcome, Verb } from '../verb';
import { FIGURES } from './report-options';

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
    ...(found.beneath === null || found.beneath.length === 0
      ? []
      : [`Kèm số liệu để tính lũy kế, kỳ trước: ${found.beneath.map(periodNameInText).join(', ')}.`]),
    ...found.newClosings.map((id) => `chốt mới    ${id.replace('|', ' lần ')}`),
    ...found.rows
      .filter(({ outcome }) => outcome === 'different' || outcome === 'refused')
      .map((row) => `${OUTCOME_WORDS[row.outcome].padEnd(11)} ${row.period} ${row.name}`),
    ...found.warnings.map((warning) => `? ${warning}`),
  ].join('\n');
}

export const reportExchangeVerbs: readonly Verb[] = [
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
];
