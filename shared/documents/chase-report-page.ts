/**
 * Lần 3, báo cáo Thường trực: BÁO CÁO tình hình nộp báo cáo. Văn phòng reports to those it serves, so it stands under
 * its own letterhead (domain.md §1 "Headers by issuer": ĐẢNG ỦY PHƯỜNG X / VĂN PHÒNG, VPĐU).
 */
import { dayWithHour } from '../date/hour';
import { dateOfInstant, formatDate, type PlainDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import { lateBy, whatText } from '../domain/report/chase';
import { stepDay } from '../domain/report/chase-levels';
import type { OwedWork, OwingUnit } from '../domain/report/owing';
import { formatPercent } from '../text/numbers';
import { bodyParagraph, endedParagraphs, headingParagraph, portraitPart, titleBlocks } from './body';
import { planName } from './chase-page';
import { dueDayText } from './form-due';
import { letterhead } from './letterhead';
import { formatNumberText } from './number-text';
import type { PageModel, TableModel } from './page-model';
import { listTable } from './page-table';
import type { RuleProfile } from './rule-profile';
import { signatureBlock, type PrintedRecipient, type PrintedSigner } from './signature-block';
import { bodyName } from './vietnamese-case';

/** How one period of one plan stands. */
export interface StandingRow {
  readonly work: Pick<OwedWork, 'plan' | 'numberText' | 'name' | 'lastDay' | 'time'>;
  readonly expected: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly returned: number;
  readonly notDue: number;
}

export interface ChaseReportInput {
  readonly office: OfficeProfile;
  readonly profile: RuleProfile;
  /** One row a period of a plan that is reported on. */
  readonly standings: readonly StandingRow[];
  /** Units still missing, each with what it owes. */
  readonly units: readonly OwingUnit[];
  /** The last day proposed for the units. */
  readonly newLastDay: PlainDate;
  readonly numberText: string | null;
  readonly date: PlainDate | null;
  readonly signer: PrintedSigner;
  readonly recipients: readonly PrintedRecipient[];
  readonly createdAt: string;
}

/** "VPĐU" of a Party office, "VP" of a state one: the symbol under which the office itself issues. */
export function ownSymbol(office: Pick<OfficeProfile, 'system' | 'symbol'>): string {
  return office.system === 'party' ? `VP${office.symbol}` : 'VP';
}

/** Whom the office reports to. */
export function standingBody(office: Pick<OfficeProfile, 'system' | 'place' | 'issuingBody'>): string {
  const body = bodyName(office, office.issuingBody);
  return office.system === 'party' ? `Thường trực ${body}` : `Lãnh đạo ${body}`;
}

/** Under whose name Văn phòng itself issues. */
export const OFFICE_NAME = { party: 'VĂN PHÒNG', state: 'VĂN PHÒNG HĐND VÀ UBND' } as const;

export function chaseReportSubject(input: Pick<ChaseReportInput, 'standings'>): string {
  const names = new Set(input.standings.map(({ work }) => work.name));
  const [only] = names;
  return names.size === 1 && only !== undefined
    ? `tình hình nộp ${only}`
    : 'tình hình nộp báo cáo của các đơn vị';
}

export function chaseReportPage(input: ChaseReportInput): PageModel {
  const { office, profile, units } = input;
  const owes = units.flatMap((unit) => unit.owes);
  const today = dateOfInstant(input.createdAt);
  const subject = chaseReportSubject(input);
  const to = standingBody(office);
  const text = (words: string) => bodyParagraph(profile, words);
  const heading = (words: string) => headingParagraph(profile, words, profile.sectionTitle, 1);
  const due = dueDayText({ period: { lastDay: input.newLastDay, time: null, via: '' } });
  const chased = (level: 1 | 2): number =>
    units.filter((unit) => unit.owes.some((work) => stepDay(work.steps, level) !== null)).length;
  const proposals = endedParagraphs(profile, [
    text(
      `1. Chỉ đạo ${units.length} đơn vị nêu tại mục II hoàn thành, gửi ${whatText(owes)} còn thiếu chậm nhất ${due}.`,
    ),
    text('2. Giao Văn phòng tiếp tục theo dõi, tổng hợp, báo cáo kết quả khi đã nhận đủ.'),
    bodyParagraph(
      profile,
      '… [Phần này do người soạn thảo viết: nguyên nhân chậm mà đơn vị nêu, kiến nghị khác; nếu không có thì xóa.]',
      { italic: true },
    ),
    text(`Văn phòng trân trọng báo cáo ${to}.`),
  ]);
  return {
    title: `Báo cáo ${subject}`,
    author: office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      portraitPart(profile, [
        ...letterhead(profile, {
          parentBody: office.issuingBody,
          issuingBody: OFFICE_NAME[office.system],
          numberText:
            input.numberText ??
            formatNumberText(profile, { number: null, type: 'BC', symbol: ownSymbol(office) }),
          place: office.place,
          date: input.date,
        }),
        ...titleBlocks(profile, 'BÁO CÁO', subject),
        text(`Văn phòng báo cáo ${to} ${subject}, tính đến ngày ${formatDate(today)}, như sau:`),
        heading('I. TÌNH HÌNH CHUNG'),
        ...input.standings.map((row) => text(standingSentence(row))),
        ...(input.standings.length > 1
          ? [standingTable(input.standings), { kind: 'space', height: 8 } as const]
          : []),
        heading('II. ĐƠN VỊ CHƯA NỘP'),
        text(
          `Còn ${units.length} đơn vị chưa nộp hoặc chưa gửi lại. Văn phòng đã nhắc (lần 1) ${chased(1)} đơn vị, gửi công văn đôn đốc (lần 2) ${chased(2)} đơn vị:`,
        ),
        missingTable(units),
        { kind: 'space', height: 8 },
        heading('III. ĐỀ XUẤT'),
        ...proposals,
        ...signatureBlock(profile, {
          recipients: input.recipients,
          archive: [office.system === 'party' ? ownSymbol(office) : office.archiveCode],
          signer: input.signer,
        }),
      ]),
    ],
  };
}

/** "- Báo cáo quý I năm 2026 (Kế hoạch số …): 29 đơn vị phải nộp; đã nhận 20 (đúng hạn 18, trễ 2); …" */
function standingSentence(row: StandingRow): string {
  const received = row.onTime + row.late;
  const due = row.expected - row.notDue;
  const rate =
    due === 0
      ? ''
      : `, đạt tỷ lệ đúng hạn ${formatPercent((row.onTime * 100) / due)} trên ${due} đơn vị đã đến hạn`;
  const returned = row.returned === 0 ? '' : `, đã trả lại ${row.returned}`;
  const notDue = row.notDue === 0 ? '' : `, chưa đến hạn ${row.notDue}`;
  return `- ${row.work.name.charAt(0).toUpperCase()}${row.work.name.slice(1)} (${planName(row.work)}, hạn ${dayWithHour(row.work.lastDay, row.work.time)}): ${row.expected} đơn vị phải nộp; đã nhận ${received}, trong đó đúng hạn ${row.onTime}, trễ hạn ${row.late}; chưa nộp ${row.missing}${returned}${notDue}${rate}.`;
}

function standingTable(rows: readonly StandingRow[]): TableModel {
  return listTable(
    [
      { title: 'Nội dung', width: 40 },
      { title: 'Phải nộp', width: 10, align: 'center' },
      { title: 'Đúng hạn', width: 10, align: 'center' },
      { title: 'Trễ hạn', width: 10, align: 'center' },
      { title: 'Chưa nộp', width: 10, align: 'center' },
      { title: 'Đã trả lại', width: 10, align: 'center' },
      { title: 'Chưa đến hạn', width: 10, align: 'center' },
    ],
    rows.map((row) => [
      `${row.work.name.charAt(0).toUpperCase()}${row.work.name.slice(1)}, ${planName(row.work)}`,
      ...[row.expected, row.onTime, row.late, row.missing, row.returned, row.notDue].map(String),
    ]),
    12,
  );
}

function missingTable(units: readonly OwingUnit[]): TableModel {
  const lines = (unit: OwingUnit, of: (work: OwedWork) => string): string => unit.owes.map(of).join('\n');
  const several = new Set(units.flatMap((unit) => unit.owes.map((work) => work.dossierId))).size > 1;
  const day = (level: 1 | 2) => (work: OwedWork) => {
    const on = stepDay(work.steps, level);
    return on === null ? '–' : formatDate(on);
  };
  return listTable(
    [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Đơn vị', width: 26 },
      { title: 'Còn thiếu', width: 30 },
      { title: 'Quá hạn (ngày)', width: 10, align: 'center' },
      { title: 'Lần 1', width: 14, align: 'center' },
      { title: 'Lần 2', width: 14, align: 'center' },
    ],
    units.map((unit, index) => [
      String(index + 1),
      unit.name,
      lines(
        unit,
        (work) =>
          `${work.name.charAt(0).toUpperCase()}${work.name.slice(1)}${several ? `, ${planName(work)}` : ''}${work.state === 'returned' ? ' (đã trả lại)' : ''}`,
      ),
      lines(unit, overdueCell),
      lines(unit, day(1)),
      lines(unit, day(2)),
    ]),
    12,
  );
}

/** The days; on the very day "1 giờ 10 phút". */
export function overdueCell(work: OwedWork): string {
  return work.daysLate > 0 ? String(work.daysLate) : (lateBy(work) ?? '–');
}
