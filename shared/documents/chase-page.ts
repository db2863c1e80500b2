/** Công văn đôn đốc: who has not sent which report, in the official presentation; and the same as a short message. */
import { formatDate, type PlainDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import type { PeriodId, UnitState } from '../domain/report/model';
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

export interface ChasedUnit {
  readonly unit: string;
  readonly name: string;
  readonly state: UnitState;
  readonly lastDay: PlainDate;
  /** What is missing, beyond the report as a whole: "thuyết minh Hạn chế"; empty: the whole report. */
  readonly lacking: readonly string[];
}

export interface ChaseInput {
  readonly office: OfficeProfile;
  readonly profile: RuleProfile;
  readonly planTitle: string;
  /** Number of the plan; null while it has none. */
  readonly planNumberText: string | null;
  readonly period: PeriodId;
  /** "Ban Xây dựng Đảng"; empty: none. */
  readonly via: string;
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

function lackingText(unit: ChasedUnit): string {
  if (unit.lacking.length > 0) return unit.lacking.join('; ');
  return unit.state === 'returned' ? 'Báo cáo đã trả lại, chưa gửi lại' : 'Chưa gửi báo cáo';
}

function planName(input: Pick<ChaseInput, 'planTitle' | 'planNumberText'>): string {
  const number = input.planNumberText === null ? '' : `số ${bareNumber(input.planNumberText)} `;
  return `Kế hoạch ${number}${input.planTitle.charAt(0).toLowerCase()}${input.planTitle.slice(1)}`;
}

export function chasePage(input: ChaseInput): PageModel {
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
        { kind: 'space', height: 6 },
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

function addressees(input: ChaseInput): readonly BlockModel[] {
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

function unitTable(input: ChaseInput): BlockModel {
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
      lackingText(unit),
      formatDate(unit.lastDay),
    ]),
    13,
  );
}

/** A message a unit, to copy into Zalo or e-mail. */
export function chaseText(
  input: Omit<ChaseInput, 'profile' | 'signer' | 'recipients' | 'createdAt'>,
): string {
  const period = periodNameInText(input.period);
  const via = input.via === '' ? '' : ` (qua ${input.via})`;
  const due = dueDayText({ period: { lastDay: input.newLastDay, time: null, via: '' } });
  return input.units
    .map(
      (unit) =>
        `Kính gửi ${unit.name}: ${issuerInSentence(input.office)} chưa nhận đủ báo cáo ${period} của đơn vị theo ${planName(input)} (hạn đã giao ${formatDate(unit.lastDay)}). Nội dung còn thiếu: ${lackingText(unit)}. Đề nghị gửi${via} chậm nhất ${due}.`,
    )
    .join('\n\n')
    .concat(input.units.length > 0 ? '\n' : 'Không có đơn vị nào phải đôn đốc.\n');
}
