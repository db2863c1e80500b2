import { Select } from 'antd';
import type { ReactNode } from 'react';
import { fold } from '../../../../shared/text/normalize';
import { useRpc } from '../../api/queries';

interface UnitSelectProps {
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
  /** Only these; absent: every unit of the directory. */
  readonly among?: readonly { readonly unit: string; readonly name: string }[];
  readonly label?: string;
}

/** One unit by name, short name or alias; typing without marks finds it too. */
export function UnitSelect({ value, onChange, among, label = 'Đơn vị' }: UnitSelectProps): ReactNode {
  const office = useRpc('office.get', {}, { enabled: among === undefined });
  const options = among
    ? among.map(({ unit, name }) => ({ value: unit, label: name, key: fold(name) }))
    : (office.data?.entries ?? [])
        .filter(({ kind }) => kind === 'unit')
        .map((entry) => ({
          value: entry.id,
          label: entry.name,
          key: fold([entry.name, entry.short, ...entry.aliases].join(' ')),
        }));
  return (
    <Select
      aria-label={label}
      style={{ width: '100%' }}
      value={value}
      placeholder="Chọn đơn vị"
      options={options}
      allowClear={among !== undefined}
      showSearch={{ filterOption: (text, option) => (option?.key ?? '').includes(fold(text)) }}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}
