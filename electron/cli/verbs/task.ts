import { formatDate } from '../../../shared/date/plain-date';
import { CHOICE_WORDS } from '../../../shared/domain/task/words';
import { dutyStateSchema, guardedChoiceSchema } from '../../../shared/domain/task/model';
import type { BoardTask } from '../../../shared/rpc/contract/task';
import { parseNumber } from '../../../shared/text/numbers';
import { EXPORT_FORMATS, formatIds } from '../../../shared/app/export/registry';
import { UsageError } from '../errors';
import type { Arguments, Outcome, Verb } from '../verb';

const FORMATS = formatIds(EXPORT_FORMATS);

/** One line a task: its id first, so that it can be copied into `task put`. */
function lineOf(task: BoardTask): string {
  return [
    task.id,
    `${task.done}/${task.units}`.padEnd(8),
    task.overdue > 0 ? `${task.overdue} quá hạn` : '',
    task.lastDay === null ? '' : `hạn ${formatDate(task.lastDay)}`,
    task.heading,
    task.text,
  ]
    .filter((part) => part !== '')
    .join('  ');
}

function amountOf(args: Arguments): number | null {
  const text = args.text('amount');
  if (text === undefined) return null;
  const amount = parseNumber(text);
  if (amount === null)
    throw new UsageError(`--amount phải là số, ví dụ 12 hoặc 1.234,5; không phải “${text}”.`);
  return amount;
}

export const taskVerbs: readonly Verb[] = [
  {
    name: 'task list',
    usage: 'ID',
    help: 'Nhiệm vụ của một kế hoạch: mỗi nhiệm vụ bao nhiêu đơn vị đã hoàn thành, bao nhiêu quá hạn; tiến độ chung.',
    positionals: ['ID'],
    options: {
      task: { type: 'string', value: 'MÃ', help: 'Chỉ một nhiệm vụ, kèm từng đơn vị.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const dossierId = args.positional(0);
      const board = await session.query('task.board', { dossierId });
      const { percent, done, units, overdue, notDone } = board.progress;
      const wanted = args.text('task');
      if (wanted !== undefined) {
        const { duties } = await session.query('task.duties', { dossierId, task: wanted });
        return {
          json: { ...board.tasks.find(({ id }) => id === wanted), duties },
          text: duties
            .map(({ unit, unitName, standing, due }) =>
              [unit, standing.padEnd(9), due === null ? '' : `hạn ${formatDate(due)}`, unitName]
                .filter((part) => part !== '')
                .join('  '),
            )
            .join('\n'),
        };
      }
      return {
        json: board,
        text: [
          `Tiến độ ${percent === null ? '–' : `${percent}%`}: ${done}/${units} lượt nhiệm vụ – đơn vị hoàn thành, ${overdue} quá hạn, ${notDone} không thực hiện.`,
          ...board.tasks.map(lineOf),
          ...board.dropped.map(
            ({ id, text, duties }) => `${id}  (đã bỏ khỏi kế hoạch, ${duties} đơn vị đã ghi)  ${text}`,
          ),
        ].join('\n'),
      };
    },
  },
  {
    name: 'task put',
    usage: 'ID',
    help: 'Ghi kết quả một nhiệm vụ cho một hay nhiều đơn vị, ví dụ: task put ID --task MÃ --unit "Chi bộ 1" --state done --date 2026-03-10.',
    positionals: ['ID'],
    options: {
      task: { type: 'string', value: 'MÃ', help: 'Mã nhiệm vụ (xem task list).', required: true },
      unit: {
        type: 'string',
        value: 'TÊN,…',
        help: 'Đơn vị, cách nhau bằng dấu phẩy (mặc định: mọi đơn vị chưa xong).',
      },
      state: {
        type: 'string',
        value: dutyStateSchema.options.join('|'),
        help: 'Chưa làm, đang làm, hoàn thành, không thực hiện.',
        required: true,
      },
      date: { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày hoàn thành (mặc định: hôm nay).' },
      reason: { type: 'string', value: 'TEXT', help: 'Lý do không thực hiện.' },
      result: { type: 'string', value: 'TEXT', help: 'Kết quả trong vài từ.' },
      amount: { type: 'string', value: 'SỐ', help: 'Số lượng.' },
      choice: {
        type: 'string',
        value: guardedChoiceSchema.options.join('|'),
        help: `Nhiệm vụ về tư tưởng, dư luận: ${Object.values(CHOICE_WORDS).join('; ')}.`,
      },
      number: { type: 'string', value: 'TEXT', help: 'Số, ký hiệu văn bản chứng minh.' },
      'number-date': { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày văn bản chứng minh.' },
      file: { type: 'string', value: 'FILE', help: 'Tệp chứng minh, giữ nguyên từng byte.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const file = args.text('file');
      const reply = await session.command('task.put', {
        dossierId: args.positional(0),
        duties: [{ task: args.required('task'), units: args.list('unit') ?? null }],
        state: session.choice(args, 'state', dutyStateSchema.options),
        doneOn: args.text('date') ?? null,
        reason: args.text('reason') ?? '',
        result: args.text('result') ?? '',
        amount: amountOf(args),
        choice:
          args.text('choice') === undefined
            ? null
            : session.choice(args, 'choice', guardedChoiceSchema.options),
        numberText: args.text('number') ?? '',
        date: args.text('number-date') ?? null,
        ticket: file === undefined ? null : await session.ticketFor(file),
      });
      return {
        json: reply,
        text: [`Đã ghi kết quả cho ${reply.duties} đơn vị.`, ...reply.questions].join('\n'),
      };
    },
  },
  {
    name: 'task export',
    usage: 'ID',
    help: 'Tiến độ thực hiện nhiệm vụ của một kế hoạch ra Excel, PDF, Word hoặc CSV.',
    positionals: ['ID'],
    options: {
      format: { type: 'string', value: FORMATS.join('|'), help: 'Định dạng.', required: true },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const offered = await session.query('task.export', {
        dossierId: args.positional(0),
        format: session.choice(args, 'format', FORMATS),
      });
      const written = await session.deliverFile(offered, args.required('out'));
      return {
        json: { ...written, duties: offered.duties },
        text: `Đã ghi ${offered.duties} lượt nhiệm vụ – đơn vị vào ${written.file}.`,
      };
    },
  },
];
