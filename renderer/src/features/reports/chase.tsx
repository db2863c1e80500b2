import { Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { copyText } from '../../ui/copy-table';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';

interface ChaseProps {
  readonly dossierId: string;
  readonly period: string;
  /** Ids of units chosen in the matrix; empty = all that are missing. */
  readonly chosen?: readonly string[];
  readonly onClose: () => void;
}

/** Who is missing → a letter (Word, PDF) and a text for Zalo. */
export function Chase({ dossierId, period, chosen = [], onClose }: ChaseProps): ReactNode {
  const units = chosen.length === 0 ? null : [...chosen];
  const text = useRpc('report.chase', { dossierId, period, format: 'text', units });
  const delivery = useDelivery();
  const letter = (format: 'docx' | 'pdf') =>
    delivery.make(format, () => callQuery('report.chase', { dossierId, period, format, units }));
  return (
    <Modal open width={720} title={`Đôn đốc báo cáo ${periodWords(period)}`} footer={null} onCancel={onClose}>
      <Answer of={text} loading="Đang soạn…">
        {(value) =>
          value.units.length === 0 ? (
            <p className="tone-good">
              {units
                ? '● Các đơn vị đã chọn không phải đôn đốc: đã báo cáo hoặc chưa đến hạn.'
                : '● Không đơn vị nào phải đôn đốc: đã báo cáo hoặc chưa đến hạn.'}
            </p>
          ) : (
            <div className="stack">
              <p>
                {units
                  ? `${value.units.length} đơn vị chưa báo cáo, trong ${units.length} đơn vị đã chọn.`
                  : `${value.units.length} đơn vị chưa báo cáo.`}
              </p>
              <Input.TextArea readOnly aria-label="Tin nhắn đôn đốc" value={value.text} rows={12} />
              <div className="row">
                <Button
                  type="primary"
                  onClick={() => void copyText(value.text, 'Đã chép tin nhắn. Mở Zalo và dán (Ctrl+V).')}
                >
                  Chép tin nhắn Zalo
                </Button>
                <Button loading={delivery.busy === 'docx'} onClick={() => letter('docx')}>
                  Công văn Word
                </Button>
                <Button loading={delivery.busy === 'pdf'} onClick={() => letter('pdf')}>
                  Công văn PDF
                </Button>
              </div>
            </div>
          )
        }
      </Answer>
    </Modal>
  );
}
