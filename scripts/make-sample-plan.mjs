// Writes resources/sample/ke-hoach-an-binh.docx: the invented plan of the invented ward "Phường An Bình" that the
// demo and the sample office read. Run by hand after a change of the text: `node scripts/make-sample-plan.mjs`.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const FONT = 'Times New Roman';
const run = (text, options = {}) => new TextRun({ text, font: FONT, size: 28, ...options });
const line = (text, options = {}, runOptions = {}) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { after: 120 },
    ...options,
    children: [run(text, runOptions)],
  });
const body = (text) => line(text, { indent: { firstLine: 567 } });
const section = (text) => line(text, { indent: { firstLine: 567 } }, { bold: true });
const heading = (text) => line(text, { indent: { firstLine: 567 } }, { bold: true });
const centre = (text, runOptions = {}) => line(text, { alignment: AlignmentType.CENTER }, runOptions);

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const cell = (children, width) =>
  new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, borders: noBorders, children });
const sideBySide = (left, right) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    rows: [new TableRow({ children: [cell(left, 48), cell(right, 52)] })],
  });

const letterhead = sideBySide(
  [
    centre('ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG'),
    centre('ĐẢNG ỦY PHƯỜNG AN BÌNH', { bold: true }),
    centre('*'),
    centre('Số       -KH/ĐU'),
  ],
  [
    centre('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, size: 30 }),
    centre('An Bình, ngày      tháng 01 năm 2026', { italics: true }),
  ],
);

const plan = [
  centre('KẾ HOẠCH', { bold: true, size: 32 }),
  centre(
    'tuyên truyền, quán triệt và thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 của Ban Chấp hành Đảng bộ thành phố về xây dựng phường, xã thân thiện, an toàn, số hóa giai đoạn 2026 - 2030',
    { bold: true },
  ),
  centre('-----'),
  body(
    'Thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 của Ban Chấp hành Đảng bộ thành phố về xây dựng phường, xã thân thiện, an toàn, số hóa giai đoạn 2026 - 2030; Hướng dẫn số 09-HD/BTGDVTU ngày 05/01/2026 của Ban Tuyên giáo và Dân vận Thành ủy về việc tuyên truyền Nghị quyết, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch thực hiện như sau:',
  ),
  section('I. MỤC ĐÍCH, YÊU CẦU'),
  heading('1. Mục đích'),
  body(
    'Giúp cán bộ, đảng viên và Nhân dân trong phường hiểu rõ nội dung Nghị quyết, từ đó thống nhất nhận thức và hành động; phấn đấu 100% cán bộ chủ chốt, trên 95% đảng viên và trên 90% đoàn viên, hội viên được quán triệt, tuyên truyền.',
  ),
  body('Đưa việc thực hiện Nghị quyết thành việc làm thường xuyên của từng chi bộ, từng tổ dân phố.'),
  heading('2. Yêu cầu'),
  body(
    'Nội dung tuyên truyền ngắn gọn, dễ nhớ, sát với đời sống từng khu dân cư; tránh phô trương, hình thức.',
  ),
  body('Kết quả thực hiện phải có số liệu, được tổng hợp theo quý và lưu trữ đầy đủ.'),
  section('II. NỘI DUNG'),
  heading('1. Tổ chức hội nghị quán triệt'),
  body(
    '- Hội nghị trực tuyến toàn phường do Ban Thường vụ Đảng ủy phường tổ chức vào 14h00 ngày 28/01/2026 (thứ Tư), tại hội trường Ủy ban nhân dân phường và 12 điểm cầu; thành phần: Ban Chấp hành Đảng bộ phường, bí thư các chi bộ trực thuộc, tổ trưởng tổ dân phố.',
  ),
  body('- Các chi bộ trực thuộc tổ chức quán triệt đến toàn thể đảng viên, hoàn thành trước ngày 01/3/2026.'),
  heading('2. Tuyên truyền thường xuyên'),
  body(
    '- Duy trì tối thiểu 02 tin, bài/tuần trên hệ thống truyền thanh cơ sở và trang thông tin điện tử của phường.',
  ),
  body('- Treo băng rôn, khẩu hiệu tại trụ sở cơ quan, nhà văn hóa tổ dân phố; phát tờ rơi đến hộ gia đình.'),
  body(
    '- Giới thiệu mục tiêu của thành phố: đến năm 2030 có trên 80% phường, xã đạt chuẩn “thân thiện, an toàn, số hóa”.',
  ),
  section('III. HÌNH THỨC'),
  body(
    '- Hội nghị; sinh hoạt chi bộ, sinh hoạt tổ dân phố; truyền thanh cơ sở; trang thông tin điện tử, mạng xã hội.',
  ),
  body('- Cổ động trực quan; hội thi, văn nghệ quần chúng.'),
  section('IV. TỔ CHỨC THỰC HIỆN'),
  heading('1. Ban Xây dựng Đảng'),
  body(
    '- Chủ trì tham mưu nội dung hội nghị quán triệt; biên soạn đề cương tuyên truyền, gửi các chi bộ chậm nhất ngày 23/01/2026.',
  ),
  body(
    '- Hướng dẫn, kiểm tra việc thực hiện; tổng hợp kết quả của các đơn vị, báo cáo Ban Thường vụ Đảng ủy.',
  ),
  heading('2. Văn phòng Đảng ủy'),
  body(
    '- Chuẩn bị các điều kiện phục vụ hội nghị; theo dõi, đôn đốc các đơn vị gửi báo cáo; quản lý, lưu trữ hồ sơ.',
  ),
  heading('3. Đề nghị Ủy ban nhân dân phường'),
  body('- Xây dựng kế hoạch số hóa thủ tục hành chính của phường, hoàn thành trong quý I năm 2026.'),
  body('- Chỉ đạo hệ thống truyền thanh cơ sở tăng thời lượng phát tin về Nghị quyết.'),
  heading('4. Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức chính trị - xã hội'),
  body('- Vận động đoàn viên, hội viên và Nhân dân hưởng ứng phong trào “Khu phố thân thiện”.'),
  heading('5. Các chi bộ trực thuộc'),
  body(
    '- Quán triệt Nghị quyết trong sinh hoạt chi bộ thường kỳ; 100% chi bộ có nội dung lồng ghép trong quý I năm 2026.',
  ),
  body(
    '- Định kỳ hằng quý báo cáo kết quả về Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng) trước ngày 16 của tháng cuối quý.',
  ),
  body(
    'Trên đây là Kế hoạch tuyên truyền, quán triệt và thực hiện Nghị quyết số 27-NQ/TU; Ban Thường vụ Đảng ủy phường yêu cầu các chi bộ, cơ quan, đơn vị nghiêm túc thực hiện.',
  ),
];

const left = (text, runOptions = {}) =>
  line(text, { alignment: AlignmentType.LEFT, spacing: { after: 0 } }, { size: 24, ...runOptions });
const signature = sideBySide(
  [
    left('Nơi nhận:', { underline: {}, size: 28 }),
    left('- Thường trực Thành ủy (để b/c),'),
    left('- Ban Tuyên giáo và Dân vận Thành ủy (để b/c),'),
    left('- Thường trực HĐND, UBND phường,'),
    left('- Ủy ban MTTQ và các tổ chức chính trị - xã hội phường,'),
    left('- Các chi bộ trực thuộc (để t/h),'),
    left('- Lưu VPĐU.'),
  ],
  [
    centre('T/M BAN THƯỜNG VỤ', { bold: true }),
    centre('PHÓ BÍ THƯ THƯỜNG TRỰC'),
    centre(''),
    centre(''),
    centre('Trần Minh Khôi', { bold: true }),
  ],
);

const document = new Document({
  creator: 'Phường An Bình',
  title: 'Kế hoạch mẫu của phường An Bình',
  sections: [
    {
      properties: {
        page: {
          size: { width: 11906, height: 16838 },
          margin: { top: 1134, bottom: 1134, left: 1701, right: 850 },
        },
      },
      children: [letterhead, ...plan, signature],
    },
  ],
});

const target = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  'resources',
  'sample',
  'ke-hoach-an-binh.docx',
);
await mkdir(dirname(target), { recursive: true });
await writeFile(target, await Packer.toBuffer(document));
process.stdout.write(`${target}\n`);
