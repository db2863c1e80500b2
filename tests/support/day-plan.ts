/** A plan whose sentences ask more than its sections bind: a quota of "mỗi chi bộ", a co-ordinating unit, invited bodies. */
import { createTestApplication, SETUP, type TestApplication } from './test-application';

export const dayPlanText = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG AN BÌNH
*
Số     -KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
An Bình, ngày      tháng 11 năm 2026

KẾ HOẠCH
tuyên truyền chào mừng Ngày hội Đại đoàn kết

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân.

II. NỘI DUNG
1. Tuyên truyền về truyền thống đoàn kết.
2. Mỗi chi bộ đăng tối thiểu 03 tin, bài/tuần trên trang thông tin của chi bộ.

III. HỘI NGHỊ
1. Hội nghị triển khai kế hoạch: 14h00 ngày 02/12/2026 tại Hội trường Đảng ủy phường. Thành phần: Ban Chấp hành Đảng bộ phường, bí thư các chi bộ trực thuộc.
2. Hội nghị tổng kết tổ chức trong quý I/2027.

IV. TỔ CHỨC THỰC HIỆN
1. Ban Xây dựng Đảng: chủ trì, phối hợp với Phòng Văn hóa - Xã hội hướng dẫn các chi bộ tuyên truyền, hoàn thành trước ngày 10/12/2026.
2. Ủy ban nhân dân phường: chỉ đạo trang trí, chậm nhất ngày 05/12/2026. Kinh phí thực hiện có văn bản riêng.
3. Các chi bộ trực thuộc: tổ chức sinh hoạt chuyên đề, xong trước ngày 15/12/2026.

Nơi nhận:
- Các đơn vị ở mục IV,
- Các chi bộ trực thuộc,
- Câu lạc bộ Thơ phường,
- Lưu Văn phòng Đảng ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Thị Hoa
`;

const BRANCHES = [1, 2, 3].map((number) => `Chi bộ Tổ dân phố số ${number}`);

export interface DayScene {
  readonly app: TestApplication;
  readonly dossierId: string;
  readonly at: () => { readonly dossierId: string };
  /** Ids of the units by name: three branches, Ban Xây dựng Đảng, UBND, a school. */
  readonly unit: (name: string) => string;
  readonly branches: readonly string[];
}

/** An office of branches and other units, none of which is a branch, and the plan as it came in on 28/11/2026. */
export async function dayScene(extra: readonly string[] = []): Promise<DayScene> {
  const app = createTestApplication();
  app.ports.at('2026-11-28T08:00:00+07:00');
  await app.call('office.setup', SETUP);
  const ids = new Map<string, string>();
  for (const name of [
    ...BRANCHES,
    'Ban Xây dựng Đảng',
    'Ủy ban nhân dân phường',
    'Trường Tiểu học An Bình',
    ...extra,
  ]) {
    const { entries } = await app.call('office.get', {});
    const known = entries.find((entry) => entry.name === name);
    ids.set(name, known?.id ?? (await app.call('office.saveEntry', { kind: 'unit', name })).id);
  }
  const branches = BRANCHES.map((name) => ids.get(name) ?? '');
  const { entries } = await app.call('office.get', {});
  if (!entries.some(({ name }) => name === 'Các chi bộ trực thuộc'))
    await app.call('office.saveEntry', {
      kind: 'group',
      name: 'Các chi bộ trực thuộc',
      memberIds: branches,
    });
  const { dossierId } = await app.call('plan.import', { text: dayPlanText, name: 'Kế hoạch của ngày' });
  return { app, dossierId, at: () => ({ dossierId }), unit: (name) => ids.get(name) ?? '', branches };
}
