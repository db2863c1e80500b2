/**
 * Lần 2, công văn đôn đốc: one letter to all units that owe, listing for each only what is missing, over all plans. One
 * paper, one number, one signature; each unit finds its whole debt in one row. domain.md §1, §5 "Chasing".
 */
import { dayWithHour } from '../date/hour';
import type { PlainDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import { byPlan, commonWay, whatText } from '../domain/report/chase';
import type { OwedWork, OwingUnit } from '../domain/report/owing';
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
  /** `owedAt(…)`: only what each of them still owes is printed. */
  readonly units: readonly OwingUnit[];
  /** "báo cáo quý I năm 2026": what is asked for, where the caller has a shorter name than the works together. */
  readonly subject?: string;
  /** The last day by which the letter asks for what is missing. */
  readonly newLastDay: PlainDate;
  /** Number of this letter ("15-CV/ĐU"); null: blank, it is given at registration. */
  readonly numberText: string | null;
  readonly date: PlainDate | null;
  readonly signer: PrintedSigner;
  readonly recipients: readonly PrintedRecipient[];
  readonly createdAt: string;
}

/** More units than this are not named in "Kính gửi" one by one. */
const NAMED_ADDRESSEES = 4;

/** "báo cáo quý I năm 2026" where that is all; else "báo cáo, kế hoạch còn thiếu". */
function lackingName({ units, subject }: Pick<ChasePageInput, 'units' | 'subject'>): string {
  const owes = units.flatMap((unit) => unit.owes);
  return subject ?? onlyName(owes) ?? `${whatText(owes)} còn thiếu`;
}

function onlyName(owes: readonly OwedWork[]): string | null {
  const [only, ...others] = new Set(owes.map((work) => work.name));
  return only !== undefined && others.length === 0 ? only : null;
}

/** What the letter is about: "đôn đốc nộp báo cáo quý I năm 2026". */
export function chaseSubject(input: Pick<ChasePageInput, 'units' | 'subject'>): string {
  return `đôn đốc nộp ${lackingName(input)}`;
}

/** "Báo cáo quý I năm 2026 (đã trả lại: thiếu chữ ký; chưa gửi lại)" */
function lackingText(work: OwedWork, several: boolean): string {
  const name = `${work.name.charAt(0).toUpperCase()}${work.name.slice(1)}`;
  const reason = work.returnedReason ? `: ${work.returnedReason}` : '';
  const plan = several ? `, ${planName(work)}` : '';
  return work.state === 'returned' ? `${name}${plan} (đã trả lại${reason}; chưa gửi lại)` : `${name}${plan}`;
}

/** "Kế hoạch số 07-KH/ĐU"; without a number its title, since nothing else names it. */
export function planName(work: Pick<OwedWork, 'plan' | 'numberText'>): string {
  return work.numberText === null
    ? `Kế hoạch ${lowerFirst(work.plan)}`
    : `Kế hoạch số ${bareNumber(work.numberText)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "Kế hoạch số 07-KH/ĐU tuyên truyền …", or "các kế hoạch số …, số …". */
function basisText(owes: readonly OwedWork[]): string {
  const plans = byPlan(owes).flatMap(([first]) => (first ? [first] : []));
  const [only] = plans;
  if (plans.length === 1 && only)
    return only.numberText === null ? planName(only) : `${planName(only)} ${lowerFirst(only.plan)}`;
  const numbers = plans.flatMap(({ numberText }) =>
    numberText === null ? [] : [`số ${bareNumber(numberText)}`],
  );
  return numbers.length === plans.length
    ? `các Kế hoạch ${numbers.join(', ')}`
    : `${plans.length} kế hoạch nêu dưới đây`;
}

export function chasePage(input: ChasePageInput): PageModel {
  const { office, profile, units } = input;
  const owes = units.flatMap((unit) => unit.owes);
  const issuer = issuerInSentence(office);
  const way = commonWay(owes);
  const receiver = way.receivedBy === '' ? issuer : way.receivedBy;
  const via = way.via === '' || way.via === receiver ? '' : ` (qua ${way.via})`;
  const due = dueDayText({ period: { lastDay: input.newLastDay, time: null, via: '' } });
  const subject = chaseSubject(input);
  const reports = owes.some((work) => work.kind === 'report');
  const text = [
    bodyParagraph(
      profile,
      `Thực hiện ${basisText(owes)}, các cơ quan, đơn vị có trách nhiệm gửi ${input.subject ?? onlyName(owes) ?? whatText(owes)} về ${receiver}${via}. Đến nay còn ${units.length} đơn vị chưa gửi hoặc gửi chưa đủ, cụ thể:`,
      { keepWithNext: true },
    ),
    bodyParagraph(
      profile,
      `${issuer} đề nghị các đơn vị có tên trên khẩn trương hoàn thành, gửi ${whatText(owes)}${via} chậm nhất ${due}.${reports ? ' Đơn vị không phát sinh nội dung trong kỳ ghi rõ “không phát sinh” và vẫn gửi biểu.' : ''}`,
    ),
    bodyParagraph(profile, `${issuer} đề nghị các đơn vị nghiêm túc thực hiện.`),
  ];
  const [opening, ...rest] = endedParagraphs(profile, text);
  return {
    title: `Công văn về việc ${subject}`,
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
          letterSubject: subject,
        }),
        { kind: 'space', height: 12 },
        ...addressees(input),
        { kind: 'space', height: 8 },
        ...(opening ? [opening] : []),
        unitTable(input),
        { kind: 'space', height: 8 },
        ...rest,
        ...signatureBlock(profile, {
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
  const several = byPlan(input.units.flatMap((unit) => unit.owes)).length > 1;
  return listTable(
    [
      { title: 'STT', width: 7, align: 'center' },
      { title: 'Đơn vị', width: several ? 34 : 42 },
      { title: 'Nội dung còn thiếu', width: several ? 42 : 34 },
      { title: 'Hạn đã giao', width: 17, align: 'center' },
    ],
    input.units.map((unit, index) => [
      String(index + 1),
      unit.name,
      // One line a debt, its day level with it as long as no line wraps.
      unit.owes.map((work) => lackingText(work, several)).join(';\n'),
      several || new Set(unit.owes.map(dueText)).size > 1
        ? unit.owes.map(dueText).join(';\n')
        : [...new Set(unit.owes.map(dueText))].join('; '),
    ]),
    13,
  );
}

const dueText = (work: OwedWork): string => dayWithHour(work.lastDay, work.time);
