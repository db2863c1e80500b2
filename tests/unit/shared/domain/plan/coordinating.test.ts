import { describe, expect, it } from 'vitest';
import { coordinatingIn } from '../../../../../shared/domain/plan/coordinating';

describe('whom a task is to be done with', () => {
  it.each([
    ['Chủ trì, phối hợp với Văn phòng Đảng ủy theo dõi, đôn đốc; báo cáo hằng tháng.', ['Văn phòng Đảng ủy']],
    ['Phối hợp Công an phường bảo đảm an ninh, trật tự.', ['Công an phường']],
    ['Phối hợp chặt chẽ với các chi bộ trực thuộc tổ chức sinh hoạt.', ['các chi bộ trực thuộc']],
    ['Tuyên truyền trên hệ thống truyền thanh mỗi tuần 02 tin, bài.', []],
    ['Phối hợp tổ chức hội nghị quán triệt.', []],
    ['Nâng cao chất lượng phối hợp.', []],
    ['Phối hợp với các cơ quan, đơn vị liên quan triển khai.', []],
    ['Phối hợp với Ban Xây dựng Đảng trong việc thẩm định.', ['Ban Xây dựng Đảng']],
    ['Phối hợp với Văn phòng Đảng ủy tổ chức Hội nghị trực tuyến.', ['Văn phòng Đảng ủy']],
    ['chủ trì, phối hợp với Phòng Văn hóa - Xã hội hướng dẫn các chi bộ.', ['Phòng Văn hóa - Xã hội']],
  ])('%s', (text, named) => {
    expect(coordinatingIn(text)).toEqual(named);
  });
});
