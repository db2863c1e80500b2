/** What can be done from the palette, by name. */
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { partsOf } from '../../../shared/date/plain-date';
import { callQuery } from '../api/client';
import { useCommand } from '../api/commands';
import { today } from '../ui/format';
import { useDelivery } from '../ui/save-files';
import { undoLast } from './feedback';
import type { Intake } from './intake-context';
import type { PaletteAction } from './palette-rows';

interface ActionsInput {
  readonly openIntake: (intake: Intake) => void;
  readonly showKeys: () => void;
}

const DO = 'Việc';

export function useActions({ openIntake, showKeys }: ActionsInput): readonly PaletteAction[] {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const backup = useCommand('backup.create', { done: 'Đã sao lưu và kiểm tra lại bản sao.' });
  const { make } = useDelivery();
  const { run: backUp } = backup;
  return useMemo(() => {
    const go = (address: string) => () => void navigate(address);
    const take = (kind: 'plan' | 'reports' | 'incoming' | 'directory') => () =>
      openIntake({ kind, files: [] });
    const year = partsOf(today()).year;
    const book = (which: 'di' | 'den' | 'theo-doi') => () =>
      make('xlsx', () => callQuery('register.export', { book: which, year, format: 'xlsx' }));
    const dossier = /^\/ke-hoach\/[^/]+/.exec(pathname)?.[0];
    return [
      { label: 'Nhập kế hoạch', hint: 'Ctrl+I', run: take('plan') },
      dossier === undefined
        ? { label: 'Lấy số văn bản', hint: 'Chọn kế hoạch rồi lấy số', run: go('/ke-hoach') }
        : { label: 'Lấy số văn bản', hint: 'Hồ sơ đang mở', run: go(`${dossier}/van-ban`) },
      ...(dossier === undefined
        ? []
        : [
            { label: 'Phát hành, gửi văn bản', hint: 'Hồ sơ đang mở', run: go(`${dossier}/noi-nhan`) },
            { label: 'Yêu cầu báo cáo', hint: 'Hồ sơ đang mở', run: go(`${dossier}/bao-cao`) },
          ]),
      { label: 'Tiếp nhận báo cáo', hint: DO, run: take('reports') },
      { label: 'Đôn đốc đơn vị chưa báo cáo', hint: 'Báo cáo', run: go('/bao-cao/don-doc') },
      { label: 'Đăng ký văn bản đến', hint: DO, run: take('incoming') },
      { label: 'Thêm hội nghị', hint: 'Lịch', run: go('/lich?them=hoi-nghi') },
      { label: 'Sao lưu ngay', hint: DO, run: () => void backUp({ reason: 'Sao lưu ngay' }) },
      { label: `Xuất sổ văn bản đi năm ${year}`, hint: 'Excel', run: book('di') },
      { label: `Xuất sổ văn bản đến năm ${year}`, hint: 'Excel', run: book('den') },
      { label: `Xuất sổ theo dõi giải quyết năm ${year}`, hint: 'Excel', run: book('theo-doi') },
      { label: 'Xuất bản tổng hợp', hint: 'Tổng hợp', run: go('/tong-hop') },
      { label: 'Nhập danh mục từ Excel', hint: DO, run: take('directory') },
      { label: 'Hoàn tác thao tác vừa làm', hint: 'Ctrl+Z', run: () => void undoLast() },
      { label: 'Xem các phím tắt', hint: 'Shift+?', run: showKeys },
    ];
  }, [navigate, pathname, backUp, make, openIntake, showKeys]);
}
