import { useUnsavedWork } from '../../ui/unsaved-work';
import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportDefaults } from '../../../../shared/domain/office/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { NumberField } from '../../ui/number-field';
import { EmptyPlace } from '../../ui/states';

type DayField = 'cutOffDay' | 'dueDayToWard' | 'dueDayToCity';

export function DefaultsForm({ office }: { readonly office: OfficeView }): ReactNode {
  return office.defaults ? (
    // An undo, or another window, brings others.
    <Defaults key={JSON.stringify(office.defaults)} start={office.defaults} />
  ) : (
    <EmptyPlace title="Chưa có mặc định báo cáo." />
  );
}

function Defaults({ start }: { readonly start: ReportDefaults }): ReactNode {
  const [texts, setDraft] = useState(start);
  /** A day that was cleared is to be typed anew; until then it is what it was. */
  const [typed, setTyped] = useState<Readonly<Record<DayField, number | null>>>(start);
  const draft: ReportDefaults = {
    ...texts,
    cutOffDay: typed.cutOffDay ?? start.cutOffDay,
    dueDayToWard: typed.dueDayToWard ?? start.dueDayToWard,
    dueDayToCity: typed.dueDayToCity ?? start.dueDayToCity,
  };
  useUnsavedWork(JSON.stringify(draft) !== JSON.stringify(start));
  const save = useCommand('office.saveDefaults', { form: true, done: 'Đã lưu mặc định báo cáo.' });
  const number = (key: DayField, label: string, help: string): ReactNode => (
    <Form.Item
      label={label}
      htmlFor={`defaults-${key}`}
      {...(save.fields[key] === undefined
        ? { help }
        : { validateStatus: 'error' as const, help: save.fields[key] })}
    >
      <NumberField
        id={`defaults-${key}`}
        words={label}
        value={typed[key]}
        onChange={(value) => setTyped({ ...typed, [key]: value })}
      />
    </Form.Item>
  );
  const text = (key: 'via' | 'receivedBy' | 'consolidatedBy', label: string, hint: string): ReactNode => (
    <Form.Item label={label} htmlFor={`defaults-${key}`}>
      <Input
        id={`defaults-${key}`}
        style={{ width: 320 }}
        placeholder={hint}
        value={draft[key]}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form
      className="panel"
      layout="horizontal"
      labelCol={{ flex: '250px' }}
      labelAlign="left"
      colon={false}
      onFinish={() => void save.run(draft)}
    >
      {number(
        'cutOffDay',
        'Ngày chốt số liệu',
        'Ngày cuối lấy số liệu trong tháng; 14 nghĩa là quý I từ 15/12 đến 14/3. 0 là theo tháng dương lịch.',
      )}
      {number('dueDayToWard', 'Đơn vị gửi phường, xã ngày', 'Ngày còn đúng hạn để đơn vị gửi báo cáo.')}
      {number('dueDayToCity', 'Gửi cấp trên ngày', 'Ngày phường, xã gửi báo cáo lên cấp trên.')}
      <Form.Item label="Lũy kế tính từ">
        <Select
          aria-label="Lũy kế tính từ"
          style={{ width: 260 }}
          value={draft.cumulativeFrom}
          options={[
            { value: 'schedule' as const, label: 'Kỳ đầu tiên của kế hoạch' },
            { value: 'year' as const, label: 'Đầu năm' },
          ]}
          onChange={(cumulativeFrom) => setDraft({ ...draft, cumulativeFrom })}
        />
      </Form.Item>
      {text('via', 'Báo cáo gửi qua', 'Ví dụ: Ban Xây dựng Đảng')}
      {text('receivedBy', 'Nơi nhận báo cáo', 'Để trống: cơ quan này')}
      {text('consolidatedBy', 'Nơi tổng hợp báo cáo', 'Để trống: cơ quan này')}
      <Button type="primary" htmlType="submit" loading={save.pending}>
        Lưu mặc định
      </Button>
    </Form>
  );
}
