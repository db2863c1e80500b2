import { SEVERITY_NAMES } from '../../../shared/domain/plan/lint/model';
import type { LintFinding, LintReply } from '../../../shared/rpc/contract/lint';
import type { Session } from '../session';
import type { Arguments, Outcome, Verb } from '../verb';

function lineOf({ severity, section, excerpt, message, fix }: LintFinding): string {
  const where = [section === '' ? '' : `mục ${section}`, excerpt === '' ? '' : `“${excerpt}”`];
  const words = [SEVERITY_NAMES[severity], where.filter(Boolean).join(', ')].filter(Boolean).join(' – ');
  return `${words}: ${message}${fix ? ` → ${fix.label}` : ''}`;
}

function textOf({ findings, counts }: LintReply): string {
  const open = findings.filter(({ ignored }) => ignored === null);
  const left = findings.length - open.length;
  return [
    `${counts.error} lỗi, ${counts.warning} chỗ nên xem, ${counts.hint} gợi ý${left > 0 ? `; ${left} chỗ đã bỏ qua` : ''}.`,
    ...open.map(lineOf),
  ].join('\n');
}

async function asWorkbook(session: Session, args: Arguments, subject: string): Promise<Outcome> {
  session.choice(args, 'format', ['xlsx']);
  const out = args.required('out');
  const offered = await session.query(
    'plan.checkFile',
    (await session.isFile(subject))
      ? { source: { ticket: await session.ticketFor(subject) } }
      : { dossierId: subject },
  );
  const written = await session.deliverFile(offered, out);
  return {
    json: { ...written, findings: offered.findings },
    text: `Đã ghi ${offered.findings} chỗ cần xem vào ${written.file}.`,
  };
}

export const planCheckVerb: Verb = {
  name: 'plan check',
  usage: 'FILE|ID',
  help: 'Kiểm tra thể thức, số liệu, dẫn chiếu của một kế hoạch: tệp (không đụng đến dữ liệu, trừ khi có --data) hoặc hồ sơ.',
  positionals: ['FILE|ID'],
  options: {
    format: {
      type: 'string',
      value: 'xlsx',
      help: 'Ghi danh sách cho người soạn ra Excel (dùng dữ liệu cơ quan).',
    },
    out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra, đi cùng --format.' },
  },
  run: async (session, args): Promise<Outcome> => {
    const subject = args.positional(0);
    if (args.text('format') !== undefined || args.text('out') !== undefined)
      return asWorkbook(session, args, subject);
    const reply = (await session.isFile(subject))
      ? await session.checkPlanFile(subject)
      : await session.query('plan.check', { dossierId: subject });
    return { json: reply, text: textOf(reply) };
  },
};
