import { Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import { INDICATOR_KIND } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { toastError } from '../../app/feedback';
import { DataTable, type Column } from '../../ui/data-table';
import { EditableText } from '../../ui/editable';
import { figure } from '../../ui/format';
import { parseNumber } from '../../../../shared/text/numbers';
import { useReturnFocus } from '../../ui/return-focus';

const OPERATORS = ['>=', '>', '=', '<=', '<'] as const;

/** The catalogue of figures that units may be asked for. */
export function IndicatorTable({ office }: { readonly office: OfficeView }): ReactNode {
  const save = useCommand('office.saveIndicator');
  const [adding, setAdding] = useState(false);
  const patch = (row: Indicator, change: Partial<Indicator>) => save.run({ ...row, ...change });
  const columns: readonly Column<Indicator>[] = [
    { key: 'code', title: 'Mã', width: 72, text: (row) => row.id },
    { key: 'section', title: 'Mục', width: 170, filter: true, text: (row) => row.section },
    {
      key: 'name',
      title: 'Chỉ tiêu',
      text: (row) => row.name,
      render: (row) => (
        <EditableText label="Chỉ tiêu" value={row.name} onSave={(name) => patch(row, { name })} />
      ),
    },
    {
      key: 'unit',
      title: 'Đơn vị tính',
      width: 120,
      text: (row) => row.unit,
      render: (row) => (
        <EditableText label="Đơn vị tính" value={row.unit} onSave={(unit) => patch(row, { unit })} />
      ),
    },
    { key: 'kind', title: 'Cách tính', width: 170, filter: true, text: (row) => INDICATOR_KIND[row.kind] },
    {
      key: 'target',
      title: 'Mục tiêu',
      width: 130,
      text: (row) => (row.target ? `${row.target.operator} ${figure(row.target.value)}` : ''),
      render: (row) => (
        <EditableText
          label={`Mục tiêu ${row.id}`}
          value={row.target ? `${row.target.operator} ${figure(row.target.value)}` : ''}
          placeholder="ví dụ > 95"
          onSave={(text) => {
            const operator = OPERATORS.find((each) => text.startsWith(each));
            const value = parseNumber(text.replace(/^[<>=]+/, ''));
            if (value === null && text !== '') {
              toastError(
                `Mục tiêu “${text}” chưa đúng`,
                'Ghi dấu so sánh và số, ví dụ > 95; để trống: không có mục tiêu.',
              );
              return false;
            }
            return patch(row, { target: value === null ? null : { operator: operator ?? '>=', value } });
          }}
        />
      ),
    },
    {
      key: 'enabled',
      title: 'Dùng',
      width: 70,
      text: (row) => (row.enabled ? 'có' : 'không'),
      render: (row) => (
        <Checkbox
          aria-label={`Dùng chỉ tiêu ${row.id}`}
          checked={row.enabled}
          onChange={(event) => void patch(row, { enabled: event.target.checked })}
        />
      ),
    },
    {
      key: 'required',
      title: 'Bắt buộc',
      width: 90,
      text: (row) => (row.required ? 'có' : 'không'),
      render: (row) => (
        <Checkbox
          aria-label={`Bắt buộc ${row.id}`}
          checked={row.required}
          onChange={(event) => void patch(row, { required: event.target.checked })}
        />
      ),
    },
  ];
  return (
    <>
      <DataTable
        id="indicators"
        label="Danh mục chỉ tiêu"
        rows={office.indicators}
        columns={columns}
        rowKey={(row) => row.id}
        tools={<Button onClick={() => setAdding(true)}>Thêm chỉ tiêu</Button>}
      />
      {adding ? <AddIndicator office={office} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function AddIndicator({
  office,
  onClose,
}: {
  readonly office: OfficeView;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const [draft, setDraft] = useState({
    id: '',
    name: '',
    unit: '',
    section: '',
    kind: 'C' as Indicator['kind'],
  });
  const save = useCommand('office.saveIndicator', { form: true, done: 'Đã thêm chỉ tiêu.' });
  const taken = office.indicators.some((each) => each.id === draft.id);
  const submit = async () => {
    const flow = draft.kind === 'C' || draft.kind === 'S';
    const value = await save.run({
      ...draft,
      overUnits: draft.kind === 'T' ? 'none' : 'sum',
      overPeriods: flow || draft.kind === 'B' ? 'sum' : 'last',
      order: Math.max(0, ...office.indicators.map((each) => each.order)) + 1,
    });
    if (value) onClose();
  };
  const field = (key: 'id' | 'name' | 'unit' | 'section', label: string, help?: string): ReactNode => (
    <Form.Item
      label={label}
      htmlFor={`indicator-${key}`}
      {...(save.fields[key] === undefined ? {} : { validateStatus: 'error' as const })}
      {...(save.fields[key] !== undefined ? { help: save.fields[key] } : help === undefined ? {} : { help })}
    >
      <Input
        id={`indicator-${key}`}
        value={draft[key]}
        onChange={(event) =>
          setDraft({ ...draft, [key]: key === 'id' ? event.target.value.toUpperCase() : event.target.value })
        }
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      title="Thêm chỉ tiêu"
      okText="Thêm"
      cancelText="Thôi"
      confirmLoading={save.pending}
      okButtonProps={{ disabled: taken || draft.name.trim() === '' }}
      onCancel={onClose}
      onOk={() => void submit()}
    >
      <Form layout="vertical">
        {field('id', 'Mã', taken ? 'Mã này đã dùng.' : 'Hai chữ in hoa và hai số, ví dụ HN07.')}
        {field('name', 'Tên chỉ tiêu')}
        {field('unit', 'Đơn vị tính')}
        {field('section', 'Mục')}
        <Form.Item label="Cách tính">
          <Select<Indicator['kind']>
            aria-label="Cách tính"
            value={draft.kind}
            options={(['C', 'S', 'D', 'N', 'B', 'T'] as const).map((value) => ({
              value,
              label: INDICATOR_KIND[value],
            }))}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
