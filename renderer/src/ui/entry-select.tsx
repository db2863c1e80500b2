import { Select } from 'antd';
import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { DirectoryEntry, EntryKind } from '../../../shared/domain/office/model';
import { ENTRY_KIND } from '../../../shared/i18n/vi';
import { fold } from '../../../shared/text/normalize';

interface EntrySelectProps {
  readonly entries: readonly DirectoryEntry[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly label: string;
  readonly kinds?: readonly EntryKind[];
  readonly placeholder?: string;
}

/** Directory entries by name, short name or alias; typing without marks finds them too. */
export function EntrySelect({
  entries,
  value,
  onChange,
  label,
  kinds,
  placeholder,
}: EntrySelectProps): ReactNode {
  const options = useMemo(
    () =>
      entries
        .filter((entry) => kinds === undefined || kinds.includes(entry.kind) || value.includes(entry.id))
        .map((entry) => ({
          value: entry.id,
          label: entry.name,
          kind: ENTRY_KIND[entry.kind],
          key: fold([entry.name, entry.short, ...entry.aliases].join(' ')),
        })),
    [entries, kinds, value],
  );
  // Tab leaves the field; the list would take one more entry that nobody meant.
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation();
  };
  return (
    <span onKeyDownCapture={leave}>
      <Select
        mode="multiple"
        aria-label={label}
        className="wide-select"
        value={[...value]}
        placeholder={placeholder ?? 'Chọn trong danh mục'}
        options={options}
        maxTagCount="responsive"
        showSearch={{ filterOption: (text, option) => (option?.key ?? '').includes(fold(text)) }}
        optionRender={(option) => (
          <span>
            {option.data.label} <span className="muted">{option.data.kind}</span>
          </span>
        )}
        onChange={(ids: string[]) => onChange(ids)}
      />
    </span>
  );
}
