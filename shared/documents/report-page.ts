/** Báo cáo to superiors in the official presentation, figures filled in, with its annex. domain.md §5 "Outline". */
import { formatDate, type PlainDate } from '../date/plain-date';
import type { ModelRow } from '../domain/report/narratives';
import { periodNameInText } from '../domain/report/periods';
import { OCCASION } from '../i18n/vi';
import {
  bodyParagraph,
  endedParagraphs,
  headingParagraph,
  landscapeAnnex,
  portraitPart,
  titleBlocks,
} from './body';
import { letterhead } from './letterhead';
import { bareNumber, formatNumberText } from './number-text';
import type { PageModel, ParagraphModel } from './page-model';
import { reportAnnex } from './report-annex';
import { LEADERSHIP_PREFIXES, RESULT_PARTS, unplaced, withPrefix } from './report-outline';
import { figureLines, timelinessSentence } from './report-sentences';
import type { RuleProfile } from './rule-profile';
import { signatureBlock, type PrintedRecipient, type PrintedSigner } from './signature-block';
import { gapNotes, shownIndicators, type SummaryInput } from './summary-input';
import { issuerInSentence } from './vietnamese-case';

export interface ReportPageInput extends SummaryInput {
  readonly profile: RuleProfile;
  readonly signer: PrintedSigner;
  /** The report's own number ("12-BC/ĐU"); null: blank. */
  readonly numberText: string | null;
  readonly date: PlainDate | null;
  readonly recipients: readonly PrintedRecipient[];
  /** Part of the outline (`DRAFT_PARTS`) → what a person wrote, resolved; parts not named have the default sentences. */
  readonly draft?: Readonly<Record<string, string>>;
  /** Titled entries that a person chose for the report. */
  readonly chosenModels?: readonly ModelRow[];
}

/** How a part that a person must write is marked in the draft. */
function placeholderText(what: string): string {
  return `… [Phần này do người soạn thảo viết: ${what}.]`;
}

export function reportPage(input: ReportPageInput): PageModel {
  const { profile, office } = input;
  const period = periodNameInText(input.totals.period);
  const plan = `Kế hoạch ${input.planNumberText === null ? '' : `số ${bareNumber(input.planNumberText)} `}${lowerFirst(input.planTitle)}`;
  const subject = `${input.occasion ? `${OCCASION[input.occasion]} ` : 'kết quả '}thực hiện ${plan}, ${period}`;
  const numberText =
    input.numberText ?? formatNumberText(profile, { number: null, type: 'BC', symbol: office.symbol });
  return {
    title: `Báo cáo ${subject}`,
    author: office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      portraitPart(profile, [
        ...letterhead(profile, {
          parentBody: office.parentBody,
          issuingBody: office.issuingBody,
          numberText,
          place: office.place,
          date: input.date,
        }),
        ...titleBlocks(profile, 'BÁO CÁO', subject),
        ...endedParagraphs(profile, bodyOf(input, plan, period)),
        ...signatureBlock(profile, {
          recipients: input.recipients,
          archive: [office.archiveCode],
          signer: input.signer,
        }),
      ]),
      landscapeAnnex(profile, reportAnnex(input, attachedText(input, numberText))),
    ],
  };
}

function attachedText(input: ReportPageInput, numberText: string): string {
  const bare = bareNumber(numberText);
  const number = /^\d/.test(bare) ? ` số ${bare}` : '';
  const dated = input.date === null ? '' : ` ngày ${formatDate(input.date)}`;
  return `(Kèm theo Báo cáo${number}${dated} của ${issuerInSentence(input.office)})`;
}

function bodyOf(input: ReportPageInput, plan: string, period: string): readonly ParagraphModel[] {
  const { profile } = input;
  const indicators = shownIndicators(input);
  const text = (words: string): ParagraphModel => bodyParagraph(profile, words);
  const byPerson = (what: string): ParagraphModel =>
    bodyParagraph(profile, placeholderText(what), { italic: true });
  const section = (words: string): ParagraphModel =>
    headingParagraph(profile, words, profile.sectionTitle, 1);
  const heading = (words: string): ParagraphModel =>
    headingParagraph(profile, words, profile.headingTitle, 2);
  const written = (part: string, otherwise: readonly ParagraphModel[]): readonly ParagraphModel[] =>
    input.draft?.[part] === undefined ? otherwise : draftLines(input.draft[part]).map(text);
  const covered = input.interval
    ? ` (số liệu từ ngày ${formatDate(input.interval.from)} đến ngày ${formatDate(input.interval.to)})`
    : '';
  return [
    text(
      `Thực hiện chế độ thông tin, báo cáo, ${issuerInSentence(input.office)} báo cáo kết quả thực hiện ${plan}, ${period}${covered} như sau:`,
    ),
    section('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    ...written('I', [
      byPerson('công tác lãnh đạo, chỉ đạo, quán triệt và phân công thực hiện trong kỳ'),
      ...figureLines(withPrefix(indicators, LEADERSHIP_PREFIXES), input).map(text),
    ]),
    text(`- Chế độ báo cáo của các đơn vị: ${lowerFirst(timelinessSentence(input))}`),
    ...gapNotes(input).map((note) => text(`- ${note}`)),
    section('II. KẾT QUẢ TRIỂN KHAI'),
    ...resultParts(input).flatMap((part, index) => [
      heading(`${index + 1}. ${part.title}`),
      ...written(`II.${index + 1}`, part.lines.length === 0 ? [byPerson(part.ask)] : part.lines.map(text)),
    ]),
    section('III. ĐÁNH GIÁ CHUNG'),
    heading('1. Ưu điểm'),
    ...written('III.1', [byPerson('ưu điểm nổi bật, mô hình hay, cách làm hiệu quả')]),
    ...modelLines(input.chosenModels ?? []).map(text),
    heading('2. Hạn chế'),
    ...written('III.2', [byPerson('hạn chế, khó khăn, vướng mắc')]),
    heading('3. Nguyên nhân'),
    ...written('III.3', [byPerson('nguyên nhân khách quan và chủ quan')]),
    section('IV. NHIỆM VỤ TRỌNG TÂM KỲ TỚI'),
    ...written('IV', [byPerson('nhiệm vụ, giải pháp, thời gian và đơn vị thực hiện')]),
    section('V. KIẾN NGHỊ, ĐỀ XUẤT'),
    ...written('V', [byPerson('kiến nghị, đề xuất với cấp trên; nếu không có thì ghi “Không”')]),
    text(
      `Trên đây là Báo cáo kết quả thực hiện ${plan}, ${period}; ${issuerInSentence(input.office)} trân trọng báo cáo.`,
    ),
  ];
}

/** Lines of a part that a person wrote, one paragraph each. */
function draftLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function modelLines(models: readonly ModelRow[]): readonly string[] {
  if (models.length === 0) return [];
  return [
    'Một số mô hình hay, cách làm hiệu quả:',
    ...models.map(
      ({ title, result, name }) =>
        `- ${title} (${name})${result === '' ? '' : `: ${withoutStop(lowerFirst(result.replace(/\s*\n\s*/g, ' ')))}`}.`,
    ),
  ];
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}

interface ResultPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly ask: string;
}

/** Parts of II in the outline's order; one with neither figures nor a person's duty is left to the person too. */
function resultParts(input: ReportPageInput): readonly ResultPart[] {
  const indicators = shownIndicators(input);
  const parts = RESULT_PARTS.map((part): ResultPart => ({
    title: part.title,
    lines: part.byPerson ? [] : figureLines(withPrefix(indicators, part.prefixes), input),
    ask: part.byPerson
      ? 'tình hình tư tưởng, dư luận xã hội; ứng dụng không tổng hợp phần này từ báo cáo của các đơn vị'
      : `kết quả về ${lowerFirst(part.title)}; kỳ này không có chỉ tiêu số liệu cho phần này`,
  }));
  const others = figureLines(unplaced(indicators), input);
  return others.length === 0 ? parts : [...parts, { title: 'Kết quả khác', lines: others, ask: '' }];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
