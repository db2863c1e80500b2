/**
 * Giấy mời or công văn mời in the official presentation of the rule profile: one paper for all with a list of those
 * invited, or one copy a body. Number and day come from the register; until then they stay blank. domain.md §1–3.
 */
import { formatDate, pad2, type PlainDate } from '../date/plain-date';
import type { ConferenceRecord, Invitation } from '../domain/conference/model';
import { bodyWords, seatsOf, type InvitedBody } from '../domain/conference/participants';
import type { ConferenceItem } from '../domain/conference/state';
import type { OfficeProfile } from '../domain/office/model';
import { bodyParagraph, endedParagraphs, portraitPart, titleBlocks } from './body';
import { ownSymbol, OFFICE_NAME } from './chase-report-page';
import { annexes, NAMED, pointTable } from './invitation-annexes';
import { invitationSubject, invitationTitle, momentWords, nameInSentence } from './invitation-words';
import { letterhead, styledLine } from './letterhead';
import { bareNumber, formatNumberText } from './number-text';
import type { BlockModel, PageModel } from './page-model';
import type { RuleProfile } from './rule-profile';
import { signatureBlock, type PrintedSigner } from './signature-block';
import { bodyName, issuerInSentence } from './vietnamese-case';

export interface InvitationInput extends Pick<Invitation, 'type' | 'issuer' | 'layout'> {
  readonly office: OfficeProfile;
  readonly profile: RuleProfile;
  readonly item: Pick<ConferenceItem, 'name' | 'organizer' | 'start' | 'mode'>;
  readonly conference: ConferenceRecord;
  readonly bodies: readonly InvitedBody[];
  readonly plan: {
    readonly title: string;
    readonly numberText: string | null;
    readonly date: PlainDate | null;
  };
  readonly numberText: string | null;
  readonly date: PlainDate | null;
  readonly signer: PrintedSigner;
  readonly createdAt: string;
}

export function invitationPage(input: InvitationInput): PageModel {
  const copies: readonly (readonly InvitedBody[])[] =
    input.layout === 'each' && input.bodies.length > 0 ? input.bodies.map((body) => [body]) : [input.bodies];
  return {
    title: invitationTitle(input),
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: copies.flatMap((bodies, index) => [
      { ...portraitPart(input.profile, letterBlocks(input, bodies)), restartNumbers: index > 0 },
      ...annexes(input, bodies),
    ]),
  };
}

function letterBlocks(input: InvitationInput, bodies: readonly InvitedBody[]): readonly BlockModel[] {
  const { profile, office, item } = input;
  const text = (words: string, extra = {}) => bodyParagraph(profile, words, extra);
  const speaker = speakerOf(input);
  const name = nameInSentence(item.name);
  const listed = bodies.length > NAMED;
  const lines = contentLines(input, bodies, listed);
  const closing = `${speaker} trân trọng kính mời ${bodies.length === 1 ? 'đại biểu' : 'các đại biểu'} dự đông đủ, đúng thành phần.`;
  return [
    ...letterhead(profile, {
      ...headOf(input),
      place: office.place,
      date: input.date,
      ...(input.type === 'CV' ? { letterSubject: `mời ${invitationSubject(item)}` } : {}),
    }),
    ...(input.type === 'GM'
      ? titleBlocks(profile, 'GIẤY MỜI', invitationSubject(item))
      : [{ kind: 'space', height: 12 } as const]),
    ...addressees(input, bodies, listed),
    { kind: 'space', height: 6 },
    text(
      `${basis(input)}${speaker} kính mời ${bodies.length === 1 ? 'đại biểu' : 'các đại biểu'} dự ${name}${convenerWords(input, speaker)}, cụ thể như sau:`,
    ),
    ...lines.flatMap((line, index): BlockModel[] => {
      const numbered = text(`${index + 1}. ${line.text}`, line.table ? { keepWithNext: true } : {});
      return line.table ? [numbered, line.table, { kind: 'space', height: 8 }] : [numbered];
    }),
    ...endedParagraphs(profile, [text(closing)]),
    ...signatureBlock(profile, {
      recipients: [],
      archive: [
        input.issuer === 'office' && office.system === 'party' ? ownSymbol(office) : office.archiveCode,
      ],
      signer: input.signer,
      asAbove: true,
    }),
  ];
}

/** Bodies and symbol of the letterhead: the committee's own, or Văn phòng's under it. */
function headOf({ office, profile, issuer, type, numberText }: InvitationInput) {
  const own = issuer === 'office';
  const symbol = own ? ownSymbol(office) : office.symbol;
  return {
    parentBody: own ? office.issuingBody : office.parentBody,
    issuingBody: own ? OFFICE_NAME[office.system] : office.issuingBody,
    numberText: numberText ?? formatNumberText(profile, { number: null, type, symbol }),
  };
}

function speakerOf({ office, issuer }: InvitationInput): string {
  return issuer === 'office' ? `Văn phòng ${bodyName(office, office.issuingBody)}` : issuerInSentence(office);
}

/** "Thực hiện Kế hoạch số 07-KH/ĐU, ngày 05/02/2026 của Ban Thường vụ …, "; without a number its title names it. */
function basis({ plan, office }: InvitationInput): string {
  if (plan.numberText === null)
    return `Thực hiện Kế hoạch ${plan.title.charAt(0).toLowerCase()}${plan.title.slice(1)}, `;
  const day = plan.date === null ? '' : `, ngày ${formatDate(plan.date)}`;
  return `Thực hiện Kế hoạch số ${bareNumber(plan.numberText)}${day} của ${issuerInSentence(office)}, `;
}

/** " do Ban Tuyên giáo … tổ chức" where another body convenes it and the name does not say so itself. */
function convenerWords({ item }: InvitationInput, speaker: string): string {
  const organizer = item.organizer?.trim() ?? '';
  const said = [speaker, item.name].some((words) => words.toLowerCase().includes(organizer.toLowerCase()));
  if (organizer === '' || said) return '';
  return ` do ${organizer} tổ chức`;
}

interface ContentLine {
  readonly text: string;
  readonly table?: BlockModel;
}

function contentLines(
  input: InvitationInput,
  bodies: readonly InvitedBody[],
  listed: boolean,
): readonly ContentLine[] {
  const { conference, item } = input;
  const { chair, programme, materials } = conference;
  const { seats, unsaid } = seatsOf(bodies);
  const number = seats === 0 || unsaid > 0 ? '' : ` Tổng số: ${seats} đại biểu.`;
  const papers = materials.map(({ name }) => name).join('; ');
  const texts = [
    ...(listed ? [`Thành phần: theo danh sách kèm theo.${number}`] : []),
    ...(chair === '' ? [] : [`Chủ trì: ${chair}.`]),
    ...(programme.length === 0 ? [] : ['Nội dung: theo chương trình kèm theo.']),
    ...(papers === '' ? [] : [`Tài liệu: ${papers}.`]),
    ...(conference.bring.trim() === '' ? [] : [`Đại biểu mang theo: ${ended(conference.bring)}`]),
    ...(conference.contact.trim() === '' ? [] : [`Liên hệ: ${ended(conference.contact)}`]),
  ];
  return [
    { text: `Thời gian: ${momentWords(item.start, conference.endTime)}.` },
    ...placeLine(input),
    ...texts.map((text) => ({ text })),
  ];
}

/** Where: the hall, or the form with its main point and the table of the others. */
function placeLine({ conference, item }: InvitationInput): readonly ContentLine[] {
  const { place, points } = conference;
  const table = points.length > 0 ? { table: pointTable(conference) } : {};
  const others = points.length > 0 ? ' Các điểm cầu:' : '';
  if (item.mode === 'online')
    return [
      {
        text: `Hình thức: trực tuyến.${place === '' ? '' : ` Điểm cầu chính: ${place}.`}${others}`,
        ...table,
      },
    ];
  if (place === '' && points.length === 0) return [];
  return [{ text: `Địa điểm: ${place === '' ? '…' : place}.${others}`, ...table }];
}

function ended(text: string): string {
  return `${text.trim().replace(/\.+$/u, '')}.`;
}

function addressees(
  { profile, type }: InvitationInput,
  bodies: readonly InvitedBody[],
  listed: boolean,
): readonly BlockModel[] {
  const word = type === 'GM' ? 'Kính mời' : 'Kính gửi';
  const [only] = bodies;
  const named = (body: InvitedBody): string =>
    `${bodyWords(body)}${body.seats === null ? '' : `: ${pad2(body.seats)} đại biểu`}`;
  if (only === undefined) return [styledLine(`${word}: …`, profile.addressee, 'center')];
  if (bodies.length === 1) return [styledLine(`${word}: ${named(only)}`, profile.addressee, 'center')];
  if (listed)
    return [
      styledLine(
        `${word}: Các đại biểu có tên cơ quan, đơn vị trong danh sách kèm theo`,
        profile.addressee,
        'center',
      ),
    ];
  return [
    styledLine(`${word}:`, profile.addressee, 'center'),
    ...bodies.map((body, index) =>
      styledLine(
        `- ${named(body)}${index === bodies.length - 1 ? '.' : profile.recipients.separator}`,
        { ...profile.addressee, italic: false },
        'left',
        { leftIndent: 40 },
      ),
    ),
  ];
}
