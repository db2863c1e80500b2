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
  ])('%s', (text, named) => {
    expect(coordinatingIn(text)).toEqual(named);
  });
});
