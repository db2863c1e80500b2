/** The words at the end and the head of lines by which a cut paragraph is known. All but names are for `keyOf` texts. */

/** Words after which a sentence cannot end. */
export const DANGLING =
  /(?:^|[\s(“"])(?:của|và|với|các|những|cho|trong|tại|về|theo|đến|từ|bởi|do|là|được|trên|dưới|vào|bằng|hoặc|nhằm|để|gồm|giữa|như|mọi|một|mỗi|toàn|nghị|cùng|góp phần|(?<!nông thôn mới )nâng cao|bảo đảm|đảm bảo|đẩy mạnh|không ngừng|tiếp tục|phải|cần|không|sẽ|nếu|khi)$/;
/** Words that a number must follow. */
export const BEFORE_NUMBER =
  /(?:^|[\s(“"])(?:số|ngày|tháng|năm|khóa|thứ|lần|giai đoạn|nhiệm kỳ|khoản|điều|điểm|quý|ít nhất|tối thiểu|khoảng|không quá|tổng số)$/;
/** Words that mostly go on with a name, but may also end a heading ("Công an phường"). */
export const HALF_NAME =
  /(?:^|[\s(“"])(?:ban|thành|ủy|ủy ban|hội đồng|kỳ|phường|xã|tỉnh|thành phố|ban thường|mặt trận|văn|phòng|đảng)$/;
/** A name that goes on with what stands before it, when that is open. */
export const CONTINUED_NAME =
  /^(?:thành ủy|tỉnh ủy|đảng ủy|đảng bộ|trung ương|đảng|nhân dân|nhà nước|chính phủ|quốc hội|bộ chính trị|ban bí thư|ban chấp hành|ban thường vụ|tổ quốc|việt nam|hồ chí minh|hải phòng|[ivxl]+(?=\s|,|;|$))(?!\p{L})/u;
/** "… Ủy ban nhân dân phường An | Bình về việc …": the first syllable of a place. */
export const HALF_PLACE = /(?:^|\s)(?:phường|xã|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)\s\p{Lu}\p{Ll}*$/u;
export const REST_OF_PLACE =
  /^\p{Lu}\p{Ll}*(?:\s(?:về|của|và|tổ chức|ban hành|năm|giai đoạn|tại|trong)(?!\p{L})|[,;.])/u;
/** A body's name that its next word is missing from. */
export const BODY_BEGUN =
  /(?:^|\s)(?:ban|ủy|ủy ban|hội đồng|ban thường|mặt trận|văn|phòng|trung tâm|tổ|đội|đoàn|bộ phận)$/;
/** Verbs that documents and bodies are called by: "Kế hoạch số …", "Ban | Xây dựng Đảng", "Văn hóa - | Thông tin". */
export const NAMES_WORK =
  /^(?:hướng dẫn|thông báo|quyết định|báo cáo|thông tin|xây dựng đảng|kiểm tra đảng|tổ chức đảng|tổ chức chính trị|có |đưa )/;
const HYPHENED =
  /(?:kinh tế|chính trị|văn hóa|khoa học|quốc phòng|an ninh|đầu tư|xanh|sáng|sạch|công nghiệp|nông nghiệp|mác|20\d{2})$/;
const HYPHENED_REST =
  /^[-–]\s?(?:xã hội|kỹ thuật|công nghệ|an ninh|thông tin|thể thao|xây dựng|sạch|xanh|đẹp|dịch vụ|lê ?nin|trật tự|đối ngoại|văn hóa|du lịch|20\d{2})/;

/** "… phát triển kinh tế | - xã hội": the hyphen of a pair of words began a line. */
export function goesOnHyphened(beforeKey: string, key: string): boolean {
  return HYPHENED.test(beforeKey) && HYPHENED_REST.test(key);
}
