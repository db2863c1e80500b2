import { Form, Modal, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { monthRangeId } from '../../../../shared/domain/report/periods';
import { OCCASION, periodWords, type Occasion } from '../../../../shared/i18n/vi';
import { Reading } from '../../ui/writing';
import { useReturnFocus } from '../../ui/return-focus';

interface ChooseRangeProps {
  /** Months that some owed period covers, in order. */
  readonly months: readonly string[];
  readonly onChoose: (period: string, occasion: Occasion) => void;
  readonly onClose: () => void;
}

const OCCASIONS: readonly Occasion[] = ['preliminary', 'final'];

/** Sơ kết, tổng kết: which months are added up, and what the report is called. */
export function ChooseRange({ months, onChoose, onClose }: ChooseRangeProps): ReactNode {
  useReturnFocus();
  const [first, setFirst] = useState(months[0] ?? '');
  const [last, setLast] = useState(months.at(-1) ?? '');
  const [occasion, setOccasion] = useState<Occasion>('preliminary');
  const range = monthRangeId(first, last);
  const options = months.map((month) => ({ value: month, label: periodWords(month) }));
  const choose = () => {
    if (range !== null) onChoose(range, occasion);
  };
  return (
    <Reading>
      <Modal
        open
        title="Sơ kết, tổng kết"
        okText="Tổng hợp"
        cancelText="Thôi"
        okButtonProps={{ disabled: range === null }}
        onOk={choose}
        onCancel={onClose}
      >
        <Form layout="vertical" onFinish={choose}>
          <Form.Item label="Loại báo cáo">
            <Radio.Group
              value={occasion}
              options={OCCASIONS.map((value) => ({
                value,
                label: value === 'preliminary' ? 'Báo cáo sơ kết' : 'Báo cáo tổng kết',
              }))}
              onChange={(event) => setOccasion(event.target.value as Occasion)}
            />
          </Form.Item>
          <div className="row">
            <Form.Item label="Từ tháng" htmlFor="range-first">
              <Select
                id="range-first"
                autoFocus
                style={{ width: 190 }}
                value={first}
                options={options}
                onChange={setFirst}
              />
            </Form.Item>
            <Form.Item label="Đến tháng" htmlFor="range-last">
              <Select
                id="range-last"
                style={{ width: 190 }}
                value={last}
                options={options}
                onChange={setLast}
              />
            </Form.Item>
          </div>
          {range === null ? (
            <p className="tone-bad" role="alert">
              ✕ Tháng kết thúc phải từ tháng bắt đầu trở đi và không quá 6 năm.
            </p>
          ) : (
            <p className="muted">
              Cộng các kỳ báo cáo nằm trọn {periodWords(range).toLowerCase()}; kỳ bị cắt ngang không được cộng
              và được nêu rõ. Tiêu đề khi xuất: Báo cáo {OCCASION[occasion]}.
            </p>
          )}
        </Form>
      </Modal>
    </Reading>
  );
}
