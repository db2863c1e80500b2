/**
 * Giấy mời or công văn mời in the official presentation of the rule profile: one paper for all with a list of those
 * invited, or one copy a body. Number and day come from the register; until then they stay blank. domain.md §1–3.
 */
import { formatDate, pad2, partsOf, weekdayName, type PlainDate } from '../date/plain-date';
import type { ConferenceRecord, Invitation } from '../domain/conference/model';
import { bodyWords, seatsOf, type InvitedBody } from '../domain/conference/participants';
import { startParts, type ConferenceItem } from '../domain/conference/state';
import type { OfficeProfile } from '../domain/office/model';
import { bodyParagraph, endedParagraphs, portraitPart, titleBlocks } from './body';
import { ownSymbol, OFFICE_NAME } from './chase-report-page';
import { letterhead, styledLine } from './letterhead';
import { bareNumber, formatNumberText } from './number-text';
import type { BlockModel, PageModel, PagePart } from './page-model';
import { listTable, plainLine } from './page-table';
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

/** Up to so many are named under "Kính mời"; more stand in the list behind. */
const NAMED = 5;

/** "Hội nghị quán triệt …" → "dự Hội nghị quán triệt …"; a name that is no conference's gets the word before it. */
export function invitationSubject({ name }: Pick<ConferenceItem, 'name'>): string {
  return `dự ${nameInSentence(name)}`;
}

function nameInSentence(name: string): string {
  const bare = name
    .trim()
    .replace(/^(?:tổ chức|dự|tham dự)\s+/iu, '')
    .replace(/[.;:,]+$/u, '');
  return /^(?:hội nghị|cuộc họp|họp|hội thảo|tọa đàm|buổi)/iu.test(bare)
    ? bare.charAt(0).toUpperCase() + bare.slice(1)
    : `Hội nghị ${bare.charAt(0).toLowerCase()}${bare.slice(1)}`;
}

/** "14 giờ 00 ngày 11/02/2026 (thứ Tư)", with its end where one is known; the weekday is reckoned. */
export function momentWords(start: string | null, endTime: string | null): string {
  const { day, time } = startParts(start);
  if (day === null) return '… giờ … ngày …/…/…';
  const hour = (text: string): string => `${text.slice(0, 2)} giờ ${text.slice(3, 5)}`;
  const { year, month, day: dayOfMonth } = partsOf(day);
  const written = `ngày ${pad2(dayOfMonth)}/${pad2(month)}/${year} (${weekdayName(day)})`;
  if (time === null) return written;
  return endTime === null ? `${hour(time)} ${written}` : `từ ${hour(time)} đến ${hour(endTime)} ${written}`;
}

export function invitationTitle(input: Pick<InvitationInput, 'type' | 'item'>): string {
  const subject = invitationSubject(input.item);
  return input.type === 'GM' ? `Giấy mời ${subject}` : `Công văn về việc mời ${subject}`;
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
  const { profile, office, conference, item } = input;
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
    ...lines.map((line, index) => text(`${index + 1}. ${line}`)),
    ...(conference.points.length > 0 ? [pointTable(conference), { kind: 'space', height: 8 } as const] : []),
    ...endedParagraphs(profile, [text(closing)]),
    signatureBlock(profile, {
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

/** "Thực hiện Kế hoạch số 07-KH/ĐU ngày 05/02/2026 …, " */
function basis({ plan }: InvitationInput): string {
  const title = plan.title.charAt(0).toLowerCase() + plan.title.slice(1);
  const number = plan.numberText === null ? '' : ` số ${bareNumber(plan.numberText)}`;
  const day = plan.date === null || plan.numberText === null ? '' : `, ngày ${formatDate(plan.date)}`;
  return `Thực hiện Kế hoạch${number}${day} ${title}, `;
}

/** ", do Ban Tuyên giáo … tổ chức" where another body convenes it. */
function convenerWords({ item }: InvitationInput, speaker: string): string {
  const organizer = item.organizer?.trim() ?? '';
  if (organizer === '' || speaker.toLowerCase().includes(organizer.toLowerCase())) return '';
  return ` do ${organizer} tổ chức`;
}

function contentLines(
  input: InvitationInput,
  bodies: readonly InvitedBody[],
  listed: boolean,
): readonly string[] {
  const { conference, item } = input;
  const { chair, place, programme, materials, points } = conference;
  const online = item.mode === 'online';
  const { seats, unsaid } = seatsOf(bodies);
  const number = seats === 0 || unsaid > 0 ? '' : ` Tổng số: ${seats} đại biểu.`;
  const papers = materials.map(({ name }) => name).join('; ');
  return [
    `Thời gian: ${momentWords(item.start, conference.endTime)}.`,
    ...(online
      ? [
          `Hình thức: trực tuyến.${place === '' ? '' : ` Điểm cầu chính: ${place}.`}${points.length > 0 ? ' Các điểm cầu như bảng dưới đây.' : ''}`,
        ]
      : place === ''
        ? []
        : [`Địa điểm: ${place}.`]),
    ...(listed ? [`Thành phần: theo danh sách kèm theo.${number}`] : []),
    ...(chair === '' ? [] : [`Chủ trì: ${chair}.`]),
    ...(programme.length === 0 ? [] : ['Nội dung: theo chương trình kèm theo.']),
    ...(papers === '' ? [] : [`Tài liệu: ${papers}.`]),
    ...(conference.bring.trim() === '' ? [] : [`Đại biểu mang theo: ${ended(conference.bring)}`]),
    ...(conference.contact.trim() === '' ? [] : [`Liên hệ: ${ended(conference.contact)}`]),
  ];
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

function pointTable({ points }: ConferenceRecord): BlockModel {
  return listTable(
    [
      { title: 'STT', width: 7, align: 'center' },
      { title: 'Điểm cầu', width: 31 },
      { title: 'Địa điểm', width: 30 },
      { title: 'Đơn vị phụ trách', width: 21 },
      { title: 'Số đại biểu', width: 11, align: 'center' },
    ],
    points.map(({ name, place, host, seats }, index) => [
      String(index + 1),
      name,
      place,
      host,
      seats === null ? '' : String(seats),
    ]),
    13,
  );
}

/** The list of those invited and the programme, each on a page of its own. */
function annexes(input: InvitationInput, bodies: readonly InvitedBody[]): readonly PagePart[] {
  const { profile, conference } = input;
  const paper = input.type === 'GM' ? 'Giấy mời' : 'Công văn';
  const number = input.numberText === null ? '' : ` số ${bareNumber(input.numberText)}`;
  const head = (title: string): readonly BlockModel[] => [
    plainLine(title, 'center', { size: 15, bold: true }),
    plainLine(nameInSentence(input.item.name), 'center', { size: 14, bold: true }),
    plainLine(`(Kèm theo ${paper}${number})`, 'center', { size: 13, italic: true }, { spaceAfter: 8 }),
  ];
  const part = (blocks: readonly BlockModel[]): PagePart => ({
    ...portraitPart(profile, blocks),
    restartNumbers: true,
  });
  const { seats, unsaid } = seatsOf(bodies);
  return [
    ...(bodies.length > NAMED
      ? [
          part([
            ...head('DANH SÁCH THÀNH PHẦN MỜI'),
            listTable(
              [
                { title: 'STT', width: 8, align: 'center' },
                { title: 'Cơ quan, đơn vị, thành phần', width: 72 },
                { title: 'Số đại biểu', width: 20, align: 'center' },
              ],
              [
                ...bodies.map((body, index) => [
                  String(index + 1),
                  bodyWords(body),
                  body.seats === null ? '' : String(body.seats),
                ]),
                ['', unsaid > 0 ? `Cộng (${unsaid} thành phần chưa ghi số)` : 'Cộng', String(seats)],
              ],
              13,
            ),
          ]),
        ]
      : []),
    ...(conference.programme.length > 0
      ? [
          part([
            ...head('CHƯƠNG TRÌNH'),
            listTable(
              [
                { title: 'Thời gian', width: 18, align: 'center' },
                { title: 'Nội dung', width: 50 },
                { title: 'Thực hiện', width: 32 },
              ],
              conference.programme.map(({ time, content, by }) => [
                time === null ? '' : time.replace(':', ' giờ '),
                content,
                by,
              ]),
              13,
            ),
          ]),
        ]
      : []),
  ];
}
