import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import { callQuery } from '../../api/client';
import { Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { PackageReview } from './package-review';
import type { SummaryTabProps } from './summary-tab';
import { usePackage } from './use-package';
import { READING } from '../../ui/writing';

/** Trao đổi: the period as one file for another PC of the office, and its way back. */
export function ExchangeTab({ dossierId, period, office }: SummaryTabProps): ReactNode {
  const delivery = useDelivery();
  const [restricted, setRestricted] = useState(false);
  const intake = usePackage();
  const hasRestricted = office.indicators.some((indicator) => indicator.restricted);
  return (
    <>
      <Panel
        title="Gửi sang máy khác"
        actions={
          <Button
            {...READING}
            loading={delivery.busy !== null}
            onClick={() =>
              delivery.make('package', () =>
                callQuery('report.exportPackage', { dossierId, period, restricted }),
              )
            }
          >
            Lập gói kỳ
          </Button>
        }
      >
        <p>
          Một tệp gồm văn bản kế hoạch, kỳ {periodWords(period)}, danh sách đơn vị, báo cáo, các lần chốt và
          tệp gốc, có mã kiểm tra. Máy khác của cơ quan (ví dụ Ban Xây dựng Đảng) nhập gói này để tiếp nhận,
          tổng hợp rồi gửi lại.
        </p>
        {hasRestricted ? (
          <Checkbox
            {...READING}
            checked={restricted}
            onChange={(event) => setRestricted(event.target.checked)}
          >
            Kèm phần lời về tư tưởng, dư luận (nếu không, phần này và tệp gốc chứa nó ở lại máy này)
          </Checkbox>
        ) : null}
      </Panel>
      <Panel
        title="Nhận gói từ máy khác"
        actions={
          <Button loading={intake.opening} onClick={intake.choose}>
            Chọn gói kỳ…
          </Button>
        }
      >
        {intake.opened === null ? (
          <p className="muted">
            Gói được xem trước: đơn vị nào mới, giống, khác. Nơi khác nhau, bạn chọn giữ của máy này hay lấy
            của gói; chưa chọn thì chưa có gì thay đổi.
          </p>
        ) : (
          <PackageReview
            key={intake.opened.ticket}
            {...intake.opened}
            indicators={office.indicators}
            onDone={intake.close}
          />
        )}
      </Panel>
    </>
  );
}
