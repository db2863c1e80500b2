/** Tiến độ thực hiện nhiệm vụ on paper: by task and by unit, A4 on its side; what is late is said in words. */
import { formatDate } from '../date/plain-date';
import { rhythmWords } from '../domain/task/words';
import { formatNumber } from '../text/numbers';
import type { BlockModel, PageModel } from './page-model';
import { landscapePart } from './body';
import { bodyHead, listTable, plainLine, type ListColumn } from './page-table';
import type { RuleProfile } from './rule-profile';
import { progressSentence, PROGRESS_TITLE, type ProgressInput } from './task-progress';

const COUNTS: readonly ListColumn[] = ['Hoàn thành', 'Quá hạn', 'Không thực hiện'].map((title) => ({
  title,
  width: 8,
  align: 'center',
}));

const countsOf = ({ done, units, overdue, notDone }: ProgressInput['all']): readonly string[] => [
  `${formatNumber(done)}/${formatNumber(units)}`,
  formatNumber(overdue),
  formatNumber(notDone),
];

function heading(text: string): BlockModel {
  return plainLine(
    text,
    'left',
    { size: 13, bold: true },
    { spaceBefore: 10, spaceAfter: 4, keepWithNext: true },
  );
}

/** Each quota in one line: how many units reach it on average, do not, or have not told all that is over. */
function countBlocks({ counts }: ProgressInput): readonly BlockModel[] {
  if (counts.length === 0) return [];
  return [
    heading('3. Nhiệm vụ định kỳ và chỉ tiêu tuần'),
    listTable(
      [
        { title: 'STT', width: 4, align: 'center' },
        { title: 'Nhiệm vụ, chỉ tiêu', width: 44 },
        { title: 'Phải đạt', width: 16 },
        ...['Tổng số', 'Đơn vị đạt', 'Chưa đạt', 'Chưa ghi', 'Còn thiếu số liệu'].map((title) => ({
          title,
          width: 8,
          align: 'center' as const,
        })),
      ],
      counts.map(({ text, rhythm, rows }, index) => {
        const having = (met: boolean | null): string =>
          formatNumber(rows.filter(({ averageMet }) => averageMet === met).length);
        return [
          String(index + 1),
          text,
          rhythmWords(rhythm),
          formatNumber(rows.reduce((sum, { total }) => sum + total, 0)),
          `${having(true)}/${formatNumber(rows.length)}`,
          having(false),
          having(null),
          formatNumber(rows.filter(({ missing }) => missing > 0).length),
        ];
      }),
    ),
  ];
}

export function taskProgressPage(profile: RuleProfile, input: ProgressInput): PageModel {
  return {
    title: `Tiến độ thực hiện nhiệm vụ: ${input.plan}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      landscapePart(profile, [
        bodyHead(input.office),
        plainLine(PROGRESS_TITLE, 'center', { size: 14, bold: true }, { spaceBefore: 8 }),
        plainLine(`Kế hoạch ${input.plan}`, 'center', { size: 13, italic: true }),
        plainLine(
          `Tính đến ngày ${formatDate(input.on)}: ${progressSentence(input.all, input.percent)}.`,
          'center',
          { size: 13 },
          { spaceAfter: 6 },
        ),
        heading('1. Theo nhiệm vụ'),
        listTable(
          [
            { title: 'STT', width: 4, align: 'center' },
            { title: 'Nhiệm vụ', width: 40 },
            { title: 'Chủ trì', width: 18 },
            { title: 'Hạn', width: 9, align: 'center' },
            ...COUNTS,
            { title: 'Đơn vị quá hạn', width: 24 },
          ],
          input.tasks.map((task, index) => [
            String(index + 1),
            task.text,
            task.heading,
            task.lastDay === null ? '' : formatDate(task.lastDay),
            ...countsOf(task),
            task.late.join('; '),
          ]),
        ),
        heading('2. Theo đơn vị'),
        listTable(
          [
            { title: 'STT', width: 4, align: 'center' },
            { title: 'Đơn vị', width: 44 },
            { title: 'Nhóm', width: 28 },
            ...COUNTS,
          ],
          input.units.map((unit, index) => [String(index + 1), unit.name, unit.group, ...countsOf(unit)]),
        ),
        ...countBlocks(input),
      ]),
    ],
  };
}
