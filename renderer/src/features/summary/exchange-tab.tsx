import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { toastError } from '../../app/feedback';
import { callQuery, host } from '../../api/client';
import { messageOf } from '../../api/errors';
import { Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { PackageReview } from './package-review';
import type { SummaryTabProps } from './summary-tab';

interface Opened {
  readonly ticket: string;
  readonly name: string;
  readonly found: OutputOf<'report.inspectPackage'>;
}

/** Trao đổi: the period as one file for another PC of the office, and its way back. */
export function ExchangeTab({ dossierId, period, office }: SummaryTabProps): ReactNode {
  const delivery = useDelivery();
  const [restricted, setRestricted] = useState(false);
  const [opening, setOpening] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const hasRestricted = office.indicators.some((indicator) => indicator.restricted);
  const choose = async () => {
    try {
      const [file] = await host.pick({ title: 'Chọn gói kỳ', extensions: ['zip'], multiple: false });
      if (!file) return;
      setOpening(true);
      const found = await callQuery('report.inspectPackage', { ticket: file.ticket });
      setOpened({ ticket: file.ticket, name: file.name, found });
    } catch (error) {
      toastError('Không nhận gói kỳ', messageOf(error));
    } finally {
      setOpening(false);
    }
  };
  return (
    <>
      <Panel
        title="Gửi sang máy khác"
        actions={
          <Button
            type="primary"
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
          Một tệp gồm văn bản kế hoạch, kỳ {periodWords(period)}, danh sách đơn vị, báo cáo và tệp gốc, có mã
          kiểm tra. Máy khác của cơ quan (ví dụ Ban Xây dựng Đảng) nhập gói này để tiếp nhận, tổng hợp rồi gửi
          lại.
        </p>
        {hasRestricted ? (
          <Checkbox checked={restricted} onChange={(event) => setRestricted(event.target.checked)}>
            Kèm phần lời về tư tưởng, dư luận (nếu không, phần này và tệp gốc chứa nó ở lại máy này)
          </Checkbox>
        ) : null}
      </Panel>
      <Panel
        title="Nhận gói từ máy khác"
        actions={
          <Button loading={opening} onClick={() => void choose()}>
            Chọn gói kỳ…
          </Button>
        }
      >
        {opened === null ? (
          <p className="muted">
            Gói được xem trước: đơn vị nào mới, giống, khác. Nơi khác nhau, bạn chọn giữ của máy này hay lấy
            của gói; chưa chọn thì chưa có gì thay đổi.
          </p>
        ) : (
          <PackageReview
            key={opened.ticket}
            ticket={opened.ticket}
            name={opened.name}
            found={opened.found}
            indicators={office.indicators}
            onDone={() => setOpened(null)}
          />
        )}
      </Panel>
    </>
  );
}
