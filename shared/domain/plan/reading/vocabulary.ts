/**
 * The words by which the parts of a plan are known. All keys are in `keyOf` form (small letters, "ủy" not "uỷ").
 * They recognise a genre (plans of Party committees and People's Committees), never a particular office.
 */

/** Printed kinds of document, longest first. */
export const DOCUMENT_KINDS: readonly string[] = [
  'chương trình hành động', 'chương trình công tác', 'chương trình phối hợp', 'chương trình', 'kế hoạch liên tịch',
  'kế hoạch phối hợp', 'kế hoạch', 'hướng dẫn', 'thông báo', 'thông tri', 'chỉ thị', 'nghị quyết', 'kết luận',
  'quyết định', 'quy định', 'quy chế', 'đề án', 'phương án', 'báo cáo', 'tờ trình', 'công điện', 'thể lệ', 'đề cương',
]; // prettier-ignore

/** Kinds of plans that may be printed as a line of their own above a title. */
export const KIND_LINES: readonly string[] = [
  'kế hoạch liên ngành', 'kế hoạch hoạt động', 'kế hoạch công tác', 'kế hoạch hành động', 'kế hoạch kiểm tra', 'kế hoạch giám sát',
  'kế hoạch kiểm tra, giám sát', 'kế hoạch tuyên truyền', 'kế hoạch thực hiện', 'kế hoạch triển khai', 'kế hoạch tổ chức',
]; // prettier-ignore

/** Kinds that a reference may name, longest first. */
export const REFERENCE_KINDS: readonly string[] = [
  'chương trình hành động', 'chương trình công tác', 'chương trình', 'thông tư liên tịch', 'nghị quyết liên tịch',
  'kế hoạch liên tịch', 'kế hoạch', 'nghị quyết', 'kết luận', 'chỉ thị', 'quyết định', 'hướng dẫn liên tịch', 'hướng dẫn',
  'công văn', 'công điện', 'thông báo kết luận', 'thông báo', 'thông tri', 'thông tư', 'nghị định', 'quy định', 'quy chế', 'pháp lệnh', 'bộ luật',
  'luật', 'đề án', 'báo cáo', 'tờ trình', 'điều lệ', 'văn bản', 'lệnh', 'sắc lệnh', 'đề cương', 'phương án', 'giấy mời',
]; // prettier-ignore

/** Headings that are often printed letter-spaced. */
export const SPACED_PHRASES: readonly string[] = [
  'KẾ HOẠCH', 'CHƯƠNG TRÌNH', 'CHƯƠNG TRÌNH HÀNH ĐỘNG', 'HƯỚNG DẪN', 'THÔNG BÁO', 'NGHỊ QUYẾT', 'QUYẾT ĐỊNH', 'CHỈ THỊ',
  'ĐỀ ÁN', 'PHƯƠNG ÁN', 'BÁO CÁO', 'TUYỆT MẬT', 'TỐI MẬT', 'I. MỤC ĐÍCH, YÊU CẦU', 'I. MỤC ĐÍCH YÊU CẦU', 'II. NỘI DUNG',
  'III. TỔ CHỨC THỰC HIỆN', 'IV. TỔ CHỨC THỰC HIỆN', 'V. TỔ CHỨC THỰC HIỆN', 'TỔ CHỨC THỰC HIỆN', 'NƠI NHẬN:',
]; // prettier-ignore

/** A name that stands on a line of a letterhead begins with one of these. */
export const LETTERHEAD_BODY =
  /^(?:đảng bộ|đảng ủy|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|ủy ban|ubnd|ubmttq|ủy ban mttq|hội đồng|hđnd|ban |tiểu ban |bch |btv |bql |htx |bộ |sở |chi cục|cục |văn phòng|phòng |công an|đoàn |liên đội|chi đoàn|hội |mặt trận|mttq|trường |học viện|trung tâm|trạm |bệnh viện|chi bộ|liên đoàn|công đoàn|cơ quan|tổ (?!chức)|viện |tòa án|quân sự|thanh tra|đội |hợp tác xã|công ty|bảo hiểm xã hội|kho bạc|ngân hàng|thường trực)/;

/** Words that open the first paragraphs of a plan (its reasons and bases). */
export const OPENING_START =
  /^(?:căn cứ|thực hiện|theo |để |nhằm|tiếp tục|thi hành|xét |trên cơ sở|phát huy|chào mừng|hưởng ứng|ngày \d|triển khai|năm \d{4}(?!$)|kính gửi|ủy ban nhân dân|ubnd|ban thường vụ|ban thường trực|đảng ủy|thường trực|ban chấp hành|ban chỉ đạo|được sự|quán triệt|trong những năm|trong thời gian|sau khi)/;

/** The paragraphs that close a plan. */
export const CLOSING_START =
  /^(?:trên đây là|trong quá trình (?:triển khai|tổ chức|thực hiện)|quá trình (?:triển khai|tổ chức|thực hiện)|nhận được (?:kế hoạch|văn bản|chương trình)|(?:kế hoạch|chương trình|chương trình hành động|hướng dẫn|đề án|thông báo|chỉ thị|nghị quyết|kết luận|quy chế|quy định) này (?:được |có hiệu lực|thay thế|phổ biến|triển khai|gửi|là (?:cơ sở|căn cứ))|căn cứ (?:vào )?(?:nội dung )?kế hoạch này, (?:đề nghị|yêu cầu))/;
/** What ends a notice: "Văn phòng Đảng ủy thông báo để các chi bộ biết, thực hiện./." */
export const CLOSING_NOTICE =
  /^(?:[^.;:]{3,60} )?(?:xin )?thông báo (?:kết luận [^.;:]{0,60} )?(?:để|đến|tới) [^.;:]{3,120}(?:biết|thực hiện)[\s./]*$/;
/** "Ban Thường vụ … đề nghị / yêu cầu …": closing when it is the last thing said. */
export const CLOSING_APPEAL =
  /^(?:(?:ban thường vụ|thường trực|đảng ủy|ủy ban nhân dân|ubnd|ban chỉ đạo|ban chấp hành|ban thường trực|chủ tịch)[^.;]{0,120}(?:đề nghị|yêu cầu)|(?:đề nghị|yêu cầu) (?:các|thủ trưởng|bí thư|lãnh đạo))/;
/** The same in a last dashed paragraph: only the committee's own appeal to all. */
export const LAST_APPEAL =
  /^(?:ban thường vụ|ban thường trực|thường trực|ban chấp hành)[^.;:]{0,120}(?:đề nghị|yêu cầu) (?:các|toàn thể)(?!\p{L})/u;

/** Events with a moment of their own. */
export const EVENT =
  /(?<!\p{L})(?:hội nghị|hội thảo|tọa đàm|tập huấn|hội thi|hội diễn|lễ (?:phát động|ra quân|kỷ niệm|khai mạc|bế mạc|công bố|tuyên dương|mít tinh|ký kết|hưởng ứng|trao|viếng|dâng hương|dâng hoa|tri ân|thắp nến|chào cờ|giao|đón|tổng kết|khai giảng|khởi công|khánh thành)|mít tinh|ngày hội|đêm hội|hội chợ|hội khỏe|giải (?:bóng|chạy|thể thao|cầu lông)|cuộc họp|diễn đàn|vòng (?:sơ khảo|chung khảo|chung kết|loại)|buổi (?:nói chuyện|tuyên truyền|sinh hoạt))(?!\p{L})/u;

/** Verbs that begin what a unit is to do. A unit's name ends where one of them begins (printed in lower case). */
export const TASK_VERBS: readonly string[] = [
  'chủ trì', 'chủ động', 'phối hợp', 'tham mưu', 'xây dựng', 'tổ chức', 'chỉ đạo', 'hướng dẫn', 'theo dõi', 'đôn đốc',
  'kiểm tra', 'giám sát', 'tuyên truyền', 'tăng cường', 'đẩy mạnh', 'thực hiện', 'triển khai', 'quán triệt', 'căn cứ',
  'có ', 'chịu trách nhiệm', 'bố trí', 'đảm bảo', 'bảo đảm', 'phân công', 'giao ', 'cử ', 'lập ',
  'rà soát', 'tổng hợp', 'báo cáo', 'tiếp tục', 'tiếp nhận', 'nghiên cứu', 'nắm bắt', 'nắm ', 'phát động', 'vận động',
  'phát huy', 'đưa ', 'lồng ghép', 'làm tốt', 'làm đầu mối', 'làm cơ quan', 'là đầu mối', 'là cơ quan', 'là đơn vị', 'gửi ',
  'cung cấp', 'đăng tải', 'đăng ký', 'phổ biến', 'chuẩn bị', 'ban hành', 'quản lý', 'định kỳ', 'kịp thời', 'thường xuyên',
  'trên cơ sở', 'theo chức năng', 'theo nhiệm vụ', 'trực tiếp', 'cụ thể hóa', 'tạo điều kiện', 'hỗ trợ', 'phê duyệt',
  'thẩm định', 'cân đối', 'sử dụng', 'duy trì', 'mở ', 'viết ', 'tích cực', 'nghiêm túc', 'tham gia', 'phát hiện',
  'giúp ', 'đề xuất', 'tập trung', 'khẩn trương', 'thành lập', 'trình ', 'cấp ', 'thông báo', 'thông tin', 'sơ kết',
  'biểu dương', 'treo ', 'huy động', 'lựa chọn', 'thiết kế', 'mời ', 'chấp hành', 'quan tâm', 'điều hành', 'lãnh đạo',
  'xem xét', 'đánh giá', 'niêm yết', 'bám sát', 'kiện toàn', 'gắn ', 'đổi mới', 'nâng cao', 'quyết định', 'hoàn thành',
  'khai thác', 'góp phần', 'phản ánh', 'hoàn thiện', 'xử lý', 'ngăn chặn', 'đấu tranh', 'dự toán', 'định hướng', 'thống kê',
  'xác định', 'đề nghị', 'yêu cầu', 'cần ', 'phải ', 'được giao', 'in ấn', 'lấy ', 'thẩm tra', 'hằng năm', 'hàng năm',
  'hằng tháng', 'hàng tháng', 'hằng quý', 'hàng quý', 'khi ', 'sau khi', 'trong quá trình', 'chú trọng', 'khảo sát',
  'tổng kết', 'tuyên dương', 'khen thưởng', 'phụ trách', 'tiến hành', 'đồng hành', 'cam kết', 'cùng với', 'ứng dụng', 'vào cuộc',
  'phân bổ', 'tạo ', 'ghi hình', 'phát thanh', 'phát sóng', 'chuyển ', 'đăng ', 'truyền thông', 'tự giác', 'gương mẫu',
  'tranh thủ', 'bồi dưỡng', 'khuyến khích', 'xung kích', 'thống nhất', 'dự ', 'dựa ', 'kết hợp', 'vận hành', 'mua sắm', 'nộp ', 'chấn chỉnh',
]; // prettier-ignore
