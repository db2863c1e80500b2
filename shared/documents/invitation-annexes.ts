/** What goes with an invitation: points of an online conference, those invited, the programme. */
import type { ConferenceRecord } from '../domain/conference/model';
import { bodyWords, seatsOf, type InvitedBody } from '../domain/conference/participants';
import { portraitPart } from './body';
import type { InvitationInput } from './invitation-page';
import { nameInSentence } from './invitation-words';
import { bareNumber } from './number-text';
import type { BlockModel, PagePart } from './page-model';
import { listTable, plainLine } from './page-table';

/** Up to so many are named under "Kính mời"; more stand in the list behind. */
export const NAMED = 5;

export function pointTable({ points }: ConferenceRecord): BlockModel {
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
export function annexes(input: InvitationInput, bodies: readonly InvitedBody[]): readonly PagePart[] {
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
