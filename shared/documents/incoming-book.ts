/**
 * Sổ đăng ký văn bản đến and Sổ theo dõi giải quyết văn bản đến: their columns in order (NĐ 30 Phụ lục V; domain.md §4)
 * and one row a line. "Ký nhận" is signed by hand.
 */
import { formatDate, type Instant, type PlainDate } from '../date/plain-date';
import type { IncomingEntry } from '../domain/incoming/model';
import { isOverdue, timeWords } from '../domain/incoming/standing';
import { arrivalVoidWords, STATE_WORDS, URGENCY_WORDS } from '../domain/incoming/words';
import type { BlankRun } from '../domain/number-runs';
import {
  blankFacts,
  blankTexts,
  inPlace,
  someOf,
  type BookColumn,
  type BookLine,
  type PrintedBook,
} from './book-model';

export type IncomingBookKind = 'den' | 'theo-doi';

export interface IncomingBookInput {
  readonly kind: IncomingBookKind;
  readonly office: { readonly parentBody: string; readonly issuingBody: string; readonly place: string };
  readonly year: number;
  /** Lines by number, void ones included. */
  readonly entries: readonly IncomingEntry[];
  /** Numbers that hold no line: on paper, or blank with the reason that was noted. */
  readonly blanks: readonly BlankRun[];
  readonly createdAt: Instant;
}

interface IncomingColumn extends BookColumn {
  readonly text: (entry: IncomingEntry, now: Instant) => string;
  /** Set where the workbook holds a day or a number in place of text. */
  readonly day?: (entry: IncomingEntry) => PlainDate | null;
  readonly count?: (entry: IncomingEntry) => number;
  /** What a blank stretch says here; other columns stay empty. */
  readonly blank?: keyof ReturnType<typeof blankTexts>;
}

const dayText = (day: PlainDate | null): string => (day === null ? '' : formatDate(day));
const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

/** "Số đến hủy: …", the urgency, what took its place, the note. */
function noteOf(entry: IncomingEntry): string {
  return joined(
    [
      entry.voided === null ? '' : arrivalVoidWords(entry.voided),
      URGENCY_WORDS[entry.urgency],
      entry.supersededBy === null
        ? ''
        : `Được thay thế bằng văn bản số đến ${entry.supersededBy.split('-').reverse().join('/')}`,
      entry.note,
    ],
    '; ',
  );
}

const NUMBER: IncomingColumn = {
  title: 'Số đến',
  width: 9,
  share: 11.5,
  centred: true,
  text: (entry) => String(entry.number),
  count: (entry) => entry.number,
  blank: 'number',
};

const REGISTER: readonly IncomingColumn[] = [
  {
    title: 'Ngày đến',
    width: 12,
    share: 17,
    centred: true,
    text: (entry) => formatDate(entry.arrivedOn),
    day: (entry) => entry.arrivedOn,
  },
  NUMBER,
  { title: 'Tác giả', width: 24, centred: false, text: (entry) => entry.issuer },
  { title: 'Số, ký hiệu', width: 17, share: 25, centred: true, text: (entry) => entry.numberText },
  {
    title: 'Ngày tháng VB',
    width: 12,
    share: 17,
    centred: true,
    text: (entry) => dayText(entry.date),
    day: (entry) => entry.date,
  },
  {
    title: 'Tên loại và trích yếu',
    width: 46,
    centred: false,
    blank: 'subject',
    text: (entry) => joined([entry.documentKind, entry.subject], ' '),
  },
  {
    title: 'Đơn vị hoặc người nhận',
    width: 22,
    centred: false,
    text: (entry) => entry.receiver || entry.handler,
  },
  {
    title: 'Ngày chuyển',
    width: 12,
    share: 17,
    centred: true,
    text: (entry) => dayText(entry.forwardedOn),
    day: (entry) => entry.forwardedOn,
  },
  { title: 'Ký nhận', width: 12, centred: false, text: () => '' },
  { title: 'Ghi chú', width: 22, centred: false, text: noteOf, blank: 'note' },
];

const FOLLOW_UP: readonly IncomingColumn[] = [
  NUMBER,
  {
    title: 'Tên loại, số, ký hiệu, ngày, cơ quan ban hành',
    width: 48,
    centred: false,
    blank: 'subject',
    text: (entry) =>
      joined(
        [
          joined(
            [
              entry.documentKind,
              entry.numberText,
              entry.date === null ? '' : `ngày ${formatDate(entry.date)}`,
            ],
            ' ',
          ),
          entry.issuer,
          entry.subject,
        ],
        '; ',
      ),
  },
  { title: 'Đơn vị/người nhận', width: 24, centred: false, text: (entry) => entry.handler || entry.receiver },
  {
    title: 'Thời hạn',
    width: 15,
    share: 20,
    centred: true,
    text: (entry) => joined([entry.deadlineTime ?? '', dayText(entry.deadline)], ' '),
    day: (entry) => (entry.deadlineTime === null ? entry.deadline : null),
  },
  {
    title: 'Tiến độ',
    width: 22,
    centred: false,
    text: (entry, now) =>
      entry.voided === null
        ? joined([STATE_WORDS[entry.state], isOverdue(entry, now) ? timeWords(entry, now) : ''], '; ')
        : '',
  },
  {
    title: 'Số, ký hiệu VB trả lời',
    width: 22,
    centred: false,
    text: ({ answer }) =>
      answer === null
        ? ''
        : joined(
            [answer.numberText, answer.date === null ? '' : `ngày ${formatDate(answer.date)}`, answer.note],
            ', ',
          ),
  },
  { title: 'Ghi chú', width: 24, centred: false, text: noteOf, blank: 'note' },
];

const COLUMNS: Readonly<Record<IncomingBookKind, readonly IncomingColumn[]>> = {
  den: REGISTER,
  'theo-doi': FOLLOW_UP,
};

const NAMES: Readonly<Record<IncomingBookKind, string>> = {
  den: 'Sổ đăng ký văn bản đến',
  'theo-doi': 'Sổ theo dõi giải quyết văn bản đến',
};

/** What the cover says about the numbers: from which to which, how many, which are void or blank. */
function coverFacts({ entries, blanks }: IncomingBookInput): readonly string[] {
  const [first, last] = [entries[0], entries.at(-1)];
  const voided = entries.flatMap(({ voided: reason, number }) => (reason === null ? [] : [String(number)]));
  return [
    first === undefined || last === undefined
      ? 'Sổ chưa có văn bản nào.'
      : `Từ số ${first.number} ngày ${formatDate(first.arrivedOn)} đến số ${last.number} ngày ${formatDate(last.arrivedOn)}`,
    `Số văn bản trong sổ: ${entries.length - voided.length}`,
    ...(voided.length === 0 ? [] : [`Số đã hủy: ${someOf(voided)}`]),
    ...blankFacts(blanks),
  ];
}

function entryLine(entry: IncomingEntry, columns: readonly IncomingColumn[], now: Instant): BookLine {
  return {
    mark: entry.voided === null ? 'line' : 'void',
    cells: columns.map(({ text, day, count }) => ({
      text: text(entry, now),
      ...(day && { day: day(entry) }),
      ...(count && { count: count(entry) }),
    })),
  };
}

function blankLine(run: BlankRun, columns: readonly IncomingColumn[]): BookLine {
  const texts = blankTexts(run);
  return {
    mark: 'blank',
    cells: columns.map(({ blank }) => ({ text: blank === undefined ? '' : texts[blank] })),
  };
}

/** The book of a year. A void line keeps its words and stands out: it is no document that came in. */
export function incomingBook(input: IncomingBookInput): PrintedBook {
  const { kind, entries, createdAt } = input;
  const columns = COLUMNS[kind];
  const live = entries.filter(({ voided }) => voided === null).length;
  return {
    name: NAMES[kind],
    period: `Năm ${input.year}`,
    sheetName: kind === 'den' ? 'Văn bản đến' : 'Theo dõi giải quyết',
    office: input.office,
    columns,
    lines: inPlace([
      ...entries.map((entry) => ({ number: entry.number, line: entryLine(entry, columns, createdAt) })),
      ...input.blanks.map((run) => ({ number: run.first, line: blankLine(run, columns) })),
    ]),
    facts: coverFacts(input),
    tally: `Sổ có ${live} văn bản.`,
    createdAt,
  };
}
