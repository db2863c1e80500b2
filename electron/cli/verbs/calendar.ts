import type { OptionSpec, Outcome, Verb } from '../verb';

const day = (help: string): OptionSpec => ({ type: 'string', value: 'YYYY-MM-DD', help, required: true });

export const calendarVerbs: readonly Verb[] = [
  {
    name: 'calendar export',
    usage: '',
    help: 'Xuất lịch công tác: thời hạn, hội nghị, hạn báo cáo trong một khoảng ngày.',
    positionals: [],
    options: {
      from: day('Ngày đầu.'),
      to: day('Ngày cuối.'),
      format: { type: 'string', value: 'ics|xlsx|pdf', help: 'Định dạng.', required: true },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const offered = await session.query('calendar.export', {
        from: args.required('from'),
        to: args.required('to'),
        format: session.choice(args, 'format', ['ics', 'xlsx', 'pdf']),
      });
      const written = await session.deliverFile(offered, args.required('out'));
      return {
        json: { ...written, events: offered.events },
        text: `Đã ghi ${offered.events} việc vào ${written.file}.`,
      };
    },
  },
];
