/**
 * Slips of typing and of text recognition seen in plans of wards. A word that also exists by itself ("phần đầu",
 * "công thông") counts only beside the words named.
 */
import type { SuspectWord } from './model';

const VERB_AFTER =
  '\\s+(?:đạt|đến (?:năm|hết|cuối)|trong (?:top|tốp|nhóm)|hoàn thành|tăng|giảm|có|100%|trên \\d|từ \\d)';

export const SUSPECT_WORDS: readonly SuspectWord[] = [
  { wrong: 'lòng ghép', right: 'lồng ghép', sure: true },
  { wrong: 'phần đầu', right: 'phấn đấu', after: VERB_AFTER, sure: false },
  { wrong: 'công thông tin', right: 'cổng thông tin', after: '(?:\\s+điện tử|\\s+của\\s)', sure: true },
  { wrong: 'chỉ trì', right: 'chủ trì', sure: true },
  { wrong: 'vận dân', right: 'vạn dân', before: '(?:/|trên |một |1 )', sure: false },
  { wrong: 'quán triết', right: 'quán triệt', sure: true },
  { wrong: 'đảng viện', right: 'đảng viên', sure: true },
  { wrong: 'tổ dần phố', right: 'tổ dân phố', sure: true },
  { wrong: 'thực hiên', right: 'thực hiện', sure: true },
  { wrong: 'nhiêm vụ', right: 'nhiệm vụ', sure: true },
  { wrong: 'tuyền truyền', right: 'tuyên truyền', sure: true },
  { wrong: 'tuyên truyên', right: 'tuyên truyền', sure: true },
  { wrong: 'kế hoach', right: 'kế hoạch', sure: true },
  { wrong: 'hội nghi', right: 'hội nghị', after: '(?![\\p{L}])', sure: true },
  { wrong: 'mặt trân tổ quốc', right: 'mặt trận tổ quốc', sure: true },
  { wrong: 'ban thường vu', right: 'ban thường vụ', sure: true },
  { wrong: 'đôn đôc', right: 'đôn đốc', sure: true },
  { wrong: 'tham mưa', right: 'tham mưu', sure: true },
  { wrong: 'bảo cáo', right: 'báo cáo', sure: true },
  { wrong: 'phối hơp', right: 'phối hợp', sure: true },
];

/** Codes of offices and divisions whose marks were lost, or a letter doubled: as printed → as meant. */
export const LOST_CODES: Readonly<Record<string, string>> = {
  VPDU: 'VPĐU', BXDD: 'BXDĐ', UBKTDU: 'UBKTĐU', DU: 'ĐU', VHXXH: 'VHXH', HDND: 'HĐND', UBNĐ: 'UBND',
}; // prettier-ignore
