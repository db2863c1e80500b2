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
  // Hỏi and ngã, s and x, ngh: syllables that no such word has.
  { wrong: 'lảnh đạo', right: 'lãnh đạo', sure: true },
  { wrong: 'xữ lý', right: 'xử lý', sure: true },
  { wrong: 'sử lý', right: 'xử lý', sure: true },
  { wrong: 'sữa đổi', right: 'sửa đổi', sure: true },
  { wrong: 'chỉnh sữa', right: 'chỉnh sửa', sure: true },
  { wrong: 'bổ xung', right: 'bổ sung', sure: true },
  { wrong: 'hổ trợ', right: 'hỗ trợ', sure: true },
  { wrong: 'nghỉa vụ', right: 'nghĩa vụ', sure: true },
  { wrong: 'chia sẽ', right: 'chia sẻ', sure: true },
  { wrong: 'mạnh mẻ', right: 'mạnh mẽ', sure: true },
  { wrong: 'triễn khai', right: 'triển khai', sure: true },
  { wrong: 'kiễm tra', right: 'kiểm tra', sure: true },
  { wrong: 'kiểm điễm', right: 'kiểm điểm', sure: true },
  { wrong: 'cũng cố', right: 'củng cố', sure: true },
  { wrong: 'giử gìn', right: 'giữ gìn', sure: true },
  { wrong: 'giử vững', right: 'giữ vững', sure: true },
  { wrong: 'nhửng', right: 'những', sure: true },
  { wrong: 'đãng viên', right: 'đảng viên', sure: true },
  { wrong: 'đãng ủy', right: 'đảng ủy', sure: true },
  { wrong: 'chũ trì', right: 'chủ trì', sure: true },
  { wrong: 'chử ký', right: 'chữ ký', sure: true },
  { wrong: 'kỷ thuật', right: 'kỹ thuật', sure: true },
  { wrong: 'kỷ năng', right: 'kỹ năng', sure: true },
  { wrong: 'kỹ niệm', right: 'kỷ niệm', sure: true },
  { wrong: 'kỹ luật', right: 'kỷ luật', sure: true },
  { wrong: 'kỹ cương', right: 'kỷ cương', sure: true },
  { wrong: 'tham nhủng', right: 'tham nhũng', sure: true },
  { wrong: 'lảng phí', right: 'lãng phí', sure: true },
  { wrong: 'sẳn sàng', right: 'sẵn sàng', sure: true },
  { wrong: 'xuất xắc', right: 'xuất sắc', sure: true },
  { wrong: 'đề suất', right: 'đề xuất', sure: true },
  { wrong: 'nghành', right: 'ngành', sure: true },
  { wrong: 'bảo đãm', right: 'bảo đảm', sure: true },
  { wrong: 'đãm bảo', right: 'đảm bảo', sure: true },
  { wrong: 'tổ chúc', right: 'tổ chức', sure: true },
  { wrong: 'trách nhiêm', right: 'trách nhiệm', sure: true },
];

/** Codes of offices and divisions whose marks were lost, or a letter doubled: as printed → as meant. */
export const LOST_CODES: Readonly<Record<string, string>> = {
  VPDU: 'VPĐU', BXDD: 'BXDĐ', UBKTDU: 'UBKTĐU', DU: 'ĐU', VHXXH: 'VHXH', HDND: 'HĐND', UBNĐ: 'UBND',
}; // prettier-ignore
