import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { momentText } from '../../../../shared/date/moment';
import type { PlanItem, PlanItemOf } from '../../../../shared/domain/plan/model';
import type { UsualDays } from '../../../../shared/domain/plan/propose-times';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { parseNumber } from '../../../../shared/text/numbers';
import { fold } from '../../../../shared/text/normalize';
import { toastError } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { EditableText } from '../../ui/editable';
import { EntrySelect } from '../../ui/entry-select';
import { PeriodSelect } from '../../ui/period-select';
import { fieldOf, type FieldSpec } from './item-fields';

export interface FieldContext {
  readonly office: OfficeView;
  readonly assignments: readonly PlanItemOf<'assignment'>[];
  readonly year: number;
  /** By which a period and a day are proposed where the text has none. */
  readonly usualDays: UsualDays;
}

interface ItemFieldProps {
  readonly spec: FieldSpec;
  readonly item: PlanItem;
  readonly context: FieldContext;
  readonly onSave: (value: unknown) => unknown;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** One field of an item, in the control that suits it. */
export function ItemField({ spec, item, context, onSave }: ItemFieldProps): ReactNode {
  const value = fieldOf(item, spec.key);
  const { control, label } = spec;
  switch (control.as) {
    case 'date':
      return <DateField label={label} value={asText(value) || null} allowClear onChange={onSave} />;
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          decimalSeparator=","
          value={typeof value === 'number' ? value : null}
          onBlur={(event) => {
            const typed = event.target.value.trim();
            const next = typed === '' ? null : parseNumber(typed);
            if (typed !== '' && next === null)
              toastError(
                `${label}: “${typed}” không phải là số`,
                'Ghi như 1.200 hoặc 12,5; ô này giữ số cũ.',
              );
            else if (next !== value) onSave(next);
          }}
        />
      );
    case 'period':
      return (
        <PeriodSelect
          label={label}
          value={asText(value) || null}
          year={context.year}
          clearable
          onChange={onSave}
        />
      );
    case 'list':
      return (
        <EditableText
          label={label}
          value={asList(value).join('; ')}
          placeholder="Thêm, cách nhau bằng dấu chấm phẩy"
          onSave={(next) =>
            onSave(
              next
                .split(/[;\n]/)
                .map((part) => part.trim())
                .filter(Boolean),
            )
          }
        />
      );
    case 'entries':
      return (
        <EntrySelect
          label={label}
          entries={context.office.entries}
          value={asList(value)}
          onChange={onSave}
          placeholder="Chưa khớp mục nào trong danh mục"
        />
      );
    case 'indicator':
      return (
        <Select
          aria-label={label}
          className="wide-select"
          allowClear
          value={asText(value) || null}
          placeholder="Chọn chỉ tiêu"
          showSearch={{ filterOption: (text, option) => fold(option?.label ?? '').includes(fold(text)) }}
          options={context.office.indicators.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
          onChange={(next?: string | null) => onSave(next ?? null)}
        />
      );
    case 'assignment':
      return (
        <Select
          aria-label={label}
          className="wide-select"
          value={asText(value) || null}
          placeholder="Chưa giao cho đơn vị nào"
          showSearch={{ filterOption: (text, option) => fold(option?.label ?? '').includes(fold(text)) }}
          options={context.assignments.map((each) => ({ value: each.id, label: each.unit }))}
          onChange={onSave}
        />
      );
    case 'select':
      return (
        <Select
          aria-label={label}
          style={{ minWidth: 150 }}
          allowClear={control.clearable ?? false}
          value={asText(value) || null}
          placeholder="Chọn"
          options={control.options.map(([each, words]) => ({ value: each, label: words }))}
          onChange={(next?: string | null) => onSave(next ?? null)}
        />
      );
    case 'moment':
      return (
        <EditableText
          label={label}
          value={momentText(asText(value))}
          placeholder="Thêm, ví dụ 14h00 ngày 11/02/2026"
          onSave={(next) => onSave(next === '' ? null : next)}
        />
      );
    default:
      return (
        <EditableText
          label={label}
          value={asText(value)}
          multiline={control.as === 'long'}
          placeholder="Thêm"
          onSave={(next) => onSave(next === '' && control.as === 'text' ? null : next)}
        />
      );
  }
}
