import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { BasisReference } from '../../../../shared/domain/plan/composing/template';
import { DateField } from '../../ui/date-field';

interface BasisFieldsProps {
  readonly basis: readonly BasisReference[];
  readonly onChange: (basis: readonly BasisReference[]) => void;
}

const BLANK: BasisReference = {
  documentKind: 'Kế hoạch',
  number: null,
  date: null,
  issuer: null,
  title: null,
};

/** Superiors' documents that the new plan stands on, written into its opening as they are cited. */
export function BasisFields({ basis, onChange }: BasisFieldsProps): ReactNode {
  const set = (index: number, patch: Partial<BasisReference>) =>
    onChange(basis.map((each, at) => (at === index ? { ...each, ...patch } : each)));
  const text = (
    index: number,
    field: 'documentKind' | 'number' | 'issuer' | 'title',
    label: string,
    placeholder: string,
    width: number | string,
  ) => (
    <Input
      aria-label={`${label} của căn cứ ${index + 1}`}
      placeholder={placeholder}
      style={{ width }}
      value={basis[index]?.[field] ?? ''}
      onChange={(event) => {
        const value = event.target.value;
        set(index, { [field]: field === 'documentKind' || value !== '' ? value : null });
      }}
    />
  );
  return (
    <>
      {basis.map((each, index) => (
        <div key={index} className="row wrap">
          {text(index, 'documentKind', 'Tên loại', 'Kế hoạch', 110)}
          {text(index, 'number', 'Số', '12-KH/TU', 110)}
          <DateField
            label={`Ngày của căn cứ ${index + 1}`}
            allowClear
            value={each.date}
            onChange={(date) => set(index, { date })}
          />
          {text(index, 'issuer', 'Cơ quan', 'Ban Thường vụ Thành ủy', 190)}
          {text(index, 'title', 'Nội dung', 'về việc…', 170)}
          <Button
            type="text"
            aria-label={`Bỏ căn cứ ${index + 1}`}
            onClick={() => onChange(basis.filter((_, at) => at !== index))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...basis, BLANK])}>Thêm văn bản làm căn cứ</Button>
    </>
  );
}
