/** Công văn đôn đốc: who has not sent which report, in the official presentation. */
import { formatDate, type PlainDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import type { ChasedUnit, OwedReport } from '../domain/report/chase';
import type { PeriodId } from '../domain/report/model';
import { periodNameInText } from '../domain/report/periods';
import { bodyParagraph, endedParagraphs, portraitPart } from './body';
import { dueDayText } from './form-due';
import { letterhead, styledLine } from './letterhead';
import { bareNumber, formatNumberText } from './number-text';
import type { BlockModel, PageModel } from './page-model';
import { listTable } from './page-table';
import type { RuleProfile } from './rule-profile';
import { signatureBlock, type PrintedRecipient, type PrintedSigner } from './signature-block';
import { issuerInSentence } from './vietnamese-case';

export interface ChasePageInput {
  readonly office: OfficeProfile;
  readonly profile: RuleProfile;
  readonly planTitle: string;
  /** Number of the plan; null while it has none. */
  readonly planNumberText: string | null;
  readonly period: PeriodId;
  /** "Ban Xây dựng Đảng"; empty: none. */
  readonly via: string;
  /** `chaseList(…).units`: only what each of them still owes is printed. */
  readonly units: readonly ChasedUnit[];
  /** The last day by which the letter asks for the reports. */
  readonly newLastDay: PlainDate;
  /** Number of this letter ("15-CV/ĐU"); null: blank. */
  readonly numberText: string | null;
  readonly date: PlainDate | null;
  readonly signer: PrintedSigner;
  readonly recipients: readonly PrintedRecipient[];
  readonly createdAt: string;
}

/** More units than this are not named in "Kính gửi" one by one. */
const NAMED_ADDRESSEES = 4;

/** "Báo cáo quý I năm 2026 (đã trả lại, chưa gửi lại)" */
function lackingText(owed: OwedReport): string {
  const report = `Báo cáo ${periodNameInText(owed.period)}`;
  return owed.state === 'returned' ? `${report} (đã trả lại, chưa gửi lại)` : report;
}

function planName(input: Pick<ChasePageInput, 'planTitle' | 'planNumberText'>): string {
  const number = input.planNumberText === null ? '' : `số ${bareNumber(input.planNumberText)} `;
  return `Kế hoạch ${number}${input.planTitle.charAt(0).toLowerCase()}${input.planTitle.slice(1)}`;
}

export function chasePage(input: ChasePageInput): PageModel {
  const { office, profile } = input;
  const period = periodNameInText(input.period);
  const via = input.via === '' ? '' : ` (qua ${input.via})`;
  const due = dueDayText({ period: { lastDay: input.newLastDay, time: null, via: '' } });
  const text = [
    bodyParagraph(
      profile,
      `Thực hiện ${planName(input)}, các cơ quan, đơn vị có trách nhiệm gửi báo cáo ${period} về ${issuerInSentence(office)}${via}. Đến nay còn ${input.units.length} đơn vị chưa gửi hoặc gửi chưa đủ, cụ thể:`,
      { keepWithNext: true },
    ),
    bodyParagraph(
      profile,
      `${issuerInSentence(office)} đề nghị các đơn vị có tên trên khẩn trương hoàn thành, gửi báo cáo${via} chậm nhất ${due}. Đơn vị không phát sinh nội dung trong kỳ ghi rõ “không phát sinh” và vẫn gửi biểu.`,
    ),
    bodyParagraph(profile, `${issuerInSentence(office)} đề nghị các đơn vị nghiêm túc thực hiện.`),
  ];
  const [opening, ...rest] = endedParagraphs(profile, text);
  return {
    title: `Công văn về việc đôn đốc nộp báo cáo ${period}`,
    author: office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      portraitPart(profile, [
        ...letterhead(profile, {
          parentBody: office.parentBody,
          issuingBody: office.issuingBody,
          numberText:
            input.numberText ??
            formatNumberText(profile, { number: null, type: 'CV', symbol: office.symbol }),
          place: office.place,
          date: input.date,
          letterSubject: `đôn đốc nộp báo cáo ${period}`,
        }),
        { kind: 'space', height: 12 },
        ...addressees(input),
        { kind: 'space', height: 8 },
        ...(opening ? [opening] : []),
        unitTable(input),
        { kind: 'space', height: 8 },
        ...rest,
        signatureBlock(profile, {
          recipients: input.recipients,
          archive: [office.archiveCode],
          signer: input.signer,
          asAbove: true,
        }),
      ]),
    ],
  };
}

function addressees(input: ChasePageInput): readonly BlockModel[] {
  const { profile, units } = input;
  const one = units[0];
  if (units.length === 1 && one) return [styledLine(`Kính gửi: ${one.name}`, profile.addressee, 'center')];
  if (units.length > NAMED_ADDRESSEES)
    return [styledLine('Kính gửi: Các đơn vị có tên trong danh sách dưới đây', profile.addressee, 'center')];
  return [
    styledLine('Kính gửi:', profile.addressee, 'center'),
    ...units.map((unit, index) =>
      styledLine(
        `- ${unit.name}${index === units.length - 1 ? '.' : profile.recipients.separator}`,
        { ...profile.addressee, italic: false },
        'left',
        { leftIndent: 55 },
      ),
    ),
  ];
}

function unitTable(input: ChasePageInput): BlockModel {
  return listTable(
    [
      { title: 'STT', width: 7, align: 'center' },
      { title: 'Đơn vị', width: 42 },
      { title: 'Nội dung còn thiếu', width: 34 },
      { title: 'Hạn đã giao', width: 17, align: 'center' },
    ],
    input.units.map((unit, index) => [
      String(index + 1),
      unit.name,
      unit.owes.map(lackingText).join('; '),
      [...new Set(unit.owes.map((owed) => formatDate(owed.lastDay)))].join('; '),
    ]),
    13,
  );
}
