import { describe, expect, it } from 'vitest';
import { bodiesOf, unitHead } from '../../../../../../shared/domain/plan/reading/units';

describe('unitHead', () => {
  it.each([
    ['Ban Xây dựng Đảng', 'Ban Xây dựng Đảng'],
    ['Đề nghị Ban Xây dựng Đảng Đảng ủy phường', 'Ban Xây dựng Đảng Đảng ủy phường'],
    ['Đối với các tổ chức chính trị - xã hội phường:', 'các tổ chức chính trị - xã hội phường'],
    ['Văn phòng Đảng ủy phối hợp:', 'Văn phòng Đảng ủy'],
    ['Các cơ quan tham mưu, giúp việc Đảng ủy', 'Các cơ quan tham mưu, giúp việc Đảng ủy'],
    ['Đội ngũ Báo cáo viên, tuyên truyền viên cơ sở', 'Đội ngũ Báo cáo viên, tuyên truyền viên cơ sở'],
    ['Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng tham mưu.', 'Ban Xây dựng Đảng'],
    ['Đảng ủy UBND phường lãnh đạo, chỉ đạo UBND phường triển khai.', 'Đảng ủy UBND phường'],
    ['Ban chỉ đạo phường tổ chức kiểm tra việc thực hiện.', 'Ban chỉ đạo phường'],
    ['Công an phường có phương án bảo đảm an ninh.', 'Công an phường'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị: Tham mưu bố trí kinh phí.', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
    ['Giao Phòng Văn hóa - Xã hội hướng dẫn thực hiện.', 'Phòng Văn hóa - Xã hội'],
  ])('%s', (text, unit) => {
    expect(unitHead(text)?.unit).toBe(unit);
  });

  it.each([
    'Kinh phí thực hiện',
    'Chế độ thông tin, báo cáo',
    'Tổ chức hội nghị quán triệt',
    'Hội nghị nghiên cứu, học tập',
    'Ban hành kế hoạch triển khai',
    'Phòng, chống tham nhũng, tiêu cực',
    'Các nội dung trọng tâm',
    'Đơn vị chủ trì: Văn phòng',
    'Thời gian thực hiện',
  ])('names no unit: %s', (text) => {
    expect(unitHead(text)).toBeNull();
  });
});

describe('bodiesOf', () => {
  it('parts several bodies, and leaves one body whole', () => {
    expect(bodiesOf('Công an phường, Ban Chỉ huy Quân sự phường')).toEqual([
      'Công an phường',
      'Ban Chỉ huy Quân sự phường',
    ]);
    expect(bodiesOf('Phòng Kinh tế, Hạ tầng và Đô thị phường')).toEqual([
      'Phòng Kinh tế, Hạ tầng và Đô thị phường',
    ]);
    expect(bodiesOf('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường')).toHaveLength(1);
    expect(bodiesOf('Ủy ban MTTQ và các tổ chức chính trị - xã hội; các chi bộ trực thuộc')).toHaveLength(3);
  });
});
