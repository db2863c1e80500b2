/** Authority, "on behalf", position and name of the signer. */
import type { ParsedSigner } from '../parsed';
import { isCapitals, labelOf } from './labels';
import { isRule, type Line } from './lines';
import { LETTERHEAD_BODY } from './vocabulary';
import { isAuthorityLine, isOnBehalfLine } from './zones';

interface SignatureRead {
  readonly signer: ParsedSigner;
  readonly used: ReadonlySet<number>;
  /** Pieces of used lines that have no field: a second position, words beside the authority. */
  readonly leftOver: readonly string[];
}

const POSITION =
  /^(?:quyền |q\. ?|p\. ?|phó |chánh |thường trực )*(?:bí thư|chủ tịch|chủ nhiệm|trưởng ban|trưởng phòng|trưởng đoàn|trưởng công an|chánh văn phòng|văn phòng|giám đốc|hiệu trưởng|chỉ huy trưởng|chỉ huy|chính trị viên|thủ trưởng|trưởng trạm|viện trưởng|đội trưởng|tổ trưởng|ủy viên|chánh thanh tra|trạm trưởng|cục trưởng|trưởng)(?!\p{L})/u;
const POSITION_SPLIT =
  /(?<!^(?:KT|K\/T|TL|T\/L|TUQ|T\/UQ|Q)\s?[./]?)\s+(?:[-–]\s+)?(?=(?:PHÓ\s+|QUYỀN\s+)?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|GIÁM ĐỐC|CHỦ NHIỆM)(?:\s|$)|(?:KT|K\/T|TL|TUQ)[./]\s)/u;
const NAME =
  /^(?:(?:ThS|TS|BS|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy)\.?\s+)?\p{Lu}[\p{L}’']*(?:\s+\p{Lu}[\p{L}’']*){1,5}$/u;
/** A name in capitals below a position in capitals begins with a usual family name; else the position is wrapped. */
const SURNAME =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đào|đoàn|lương|mai|trịnh|tạ|cao|hà|lưu|tô|chu|lâm|thái|phùng|quách|vương|tống|nông|vi|hứa|kiều|bế|triệu|lò|quàng|hầu|giàng|châu|từ|tăng|văn|la|ninh|khuất|thân|nghiêm|đàm|doãn|khổng|mạc|cù|ông)(?:\s\p{L}+){2,4}$/u;
const SIGNED = /^[[(“"]*\s*(?:đã ký|ký tên|ký|chữ ký|ký, đóng dấu|ký tên, đóng dấu|đã ký, đóng dấu|signed)/iu;
const ANNEX =
  /^(?:phụ lục|biểu (?:mẫu|số|tổng)|mẫu (?:số|báo cáo|phiếu)|danh (?:sách|mục)|đề cương|lịch |khung |bảng )/;
const NOT_NAME = /^(?:Nơi Nhận|Phụ Lục|Danh Sách|Kế Hoạch)/iu;

/** Lines after the text that are surely of the signature, so that Nơi nhận beside it can leave them out. */
export function isSignatureLine(line: Line): boolean {
  if (line.cells) return false;
  if (isAuthorityLine(line) || isOnBehalfLine(line)) return true;
  if (SIGNED.test(line.text)) return true;
  return labelOf(line.text) === null && POSITION.test(line.key) && isCapitals(line.text);
}

/** Reads the first signature at or after `from`. `skip` are lines of the recipients. */
export function readSignature(
  lines: readonly Line[],
  from: number,
  skip: ReadonlySet<number>,
): SignatureRead {
  const used = new Set<number>();
  let authority: string | null = null;
  let onBehalf: string | null = null;
  const positions: string[] = [];
  let name: string | null = null;
  let started = false;
  const leftOver: string[] = [];
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || skip.has(index)) continue;
    if (line.cells || (started && ANNEX.test(line.key))) break;
    if (isRule(line.text)) continue;
    if (SIGNED.test(line.text)) continue;
    if (labelOf(line.text)?.kind === 'roman' && !/^[IVXL]+\s/.test(line.text)) break;
    const parts =
      isAuthorityLine(line) || isOnBehalfLine(line) ? line.text.split(POSITION_SPLIT) : [line.text];
    let known = false;
    const unknown: string[] = [];
    for (const printed of parts) {
      const part = printed.trim().replace(/[\s,;:*–-]+$/u, '');
      const piece: Line = { ...line, text: part, key: keyPart(line, printed) };
      if (isAuthorityLine(piece) && authority === null) {
        authority = part;
        known = true;
      } else if (isOnBehalfLine(piece) || /^(?:(?:KT|TL|TUQ)[./]|K\/T)/u.test(part)) {
        if (onBehalf === null) onBehalf = part;
        else unknown.push(part);
        known = true;
      } else if (
        POSITION.test(piece.key) &&
        (isCapitals(part) || authority !== null || onBehalf !== null) &&
        part.length < 90 &&
        name === null
      ) {
        positions.push(part);
        known = true;
      } else if (isCapitals(part) && started && name === null && part.length < 80) {
        // A wrapped line: "PHÓ BÍ THƯ THƯỜNG | TRỰC", "TM. ỦY BAN NHÂN DÂN | PHƯỜNG …"; or a name in capitals.
        known = true;
        const last = positions.length - 1;
        const named = SURNAME.test(piece.key) && !/\s(?:PHƯỜNG|XÃ|PHỐ|TỈNH)$/u.test(positions[last] ?? '');
        if (positions.length > 0 && (line.gapBefore || named) && NAME.test(part) && !POSITION.test(piece.key))
          name = part;
        else if (positions.length > 0) positions[last] = `${positions[last] ?? ''} ${part}`;
        else if (onBehalf !== null) onBehalf = `${onBehalf} ${part}`;
        else if (authority !== null) authority = `${authority} ${part}`;
      } else if (started && name === null && NAME.test(part) && !NOT_NAME.test(part)) {
        name = part;
        known = true;
      } else unknown.push(part);
    }
    if (known) {
      leftOver.push(...unknown);
      started = true;
      used.add(index);
    }
    if (name !== null) break;
    if (started && !known && index - from > 60) break;
  }
  return {
    signer: { authority, onBehalf, position: positions.at(-1) ?? null, name },
    used,
    leftOver: [...positions.slice(0, -1), ...leftOver],
  };
}

/** Whether a line is nothing but a person's name, in small letters after its capitals. */
export function isNameLine(line: Line): boolean {
  return (
    line.cells === null &&
    labelOf(line.text) === null &&
    NAME.test(line.text) &&
    !isCapitals(line.text) &&
    !NOT_NAME.test(line.text) &&
    !POSITION.test(line.key) &&
    !LETTERHEAD_BODY.test(line.key)
  );
}

function keyPart(line: Line, printed: string): string {
  const at = line.text.indexOf(printed);
  return line.key.slice(at, at + printed.length).trim();
}
