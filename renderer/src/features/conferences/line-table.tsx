/** A list of lines that are typed in place: add, take out, move up; the whole list is saved at once. */
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { DateField } from '../../ui/date-field';
import { offWhen } from '../../ui/writing';
import { NumberField } from '../../ui/number-field';

export interface Line {
  readonly id: string;
}

export interface LineColumn<L extends Line> {
  readonly key: Extract<keyof L, string>;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day' | 'check';
  readonly width?: number;
  readonly placeholder?: string;
  /** In place of the field, e.g. a choice from the directory. */
  readonly render?: (line: L, set: (line: L) => void, name: string) => ReactNode;
}

interface LineTableProps<L extends Line> {
  readonly label: string;
  readonly lines: readonly L[];
  readonly columns: readonly LineColumn<L>[];
  readonly blank: (id: string) => L;
  readonly onChange: (lines: readonly L[]) => void;
  readonly add: string;
  readonly disabled: boolean;
  /** More at the end of a line. */
  readonly tail?: (line: L) => ReactNode;
}

export function LineTable<L extends Line>(props: LineTableProps<L>): ReactNode {
  const { label, lines, columns, onChange, disabled } = props;
  const put = (line: L) => onChange(lines.map((each) => (each.id === line.id ? line : each)));
  const up = (index: number) => {
    const [before, own] = [lines[index - 1], lines[index]];
    if (before && own) onChange(lines.with(index - 1, own).with(index, before));
  };
  return (
    <div className="stack">
      {lines.length > 0 ? (
        <table className="plain line-table" aria-label={label}>
          <thead>
            <tr>
              <th>STT</th>
              {columns.map(({ key, title, width }) => (
                <th key={key} style={width === undefined ? {} : { width }}>
                  {title}
                </th>
              ))}
              <th>
                <span className="visually-hidden">Thao tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id}>
                <td className="number">{index + 1}</td>
                {columns.map((column) => (
                  <td key={column.key}>
                    {column.render ? (
                      column.render(line, put, `${column.title}, dòng ${index + 1}`)
                    ) : (
                      <Field
                        column={column}
                        line={line}
                        name={`${column.title}, dòng ${index + 1}`}
                        disabled={disabled}
                        onChange={put}
                      />
                    )}
                  </td>
                ))}
                <td className="nowrap">
                  {props.tail?.(line)}
                  {disabled ? null : (
                    <>
                      <Button
                        type="text"
                        size="small"
                        aria-label={`Đưa dòng ${index + 1} lên`}
                        {...offWhen(index === 0)}
                        onClick={() => up(index)}
                      >
                        ↑
                      </Button>
                      <Button
                        type="text"
                        size="small"
                        aria-label={`Bỏ dòng ${index + 1}`}
                        onClick={() => onChange(lines.filter((each) => each.id !== line.id))}
                      >
                        Bỏ
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {disabled ? null : (
        <div>
          <Button size="small" onClick={() => onChange([...lines, props.blank(crypto.randomUUID())])}>
            {props.add}
          </Button>
        </div>
      )}
    </div>
  );
}

interface FieldProps<L extends Line> {
  readonly column: LineColumn<L>;
  readonly line: L;
  readonly name: string;
  readonly disabled: boolean;
  readonly onChange: (line: L) => void;
}

function Field<L extends Line>({ column, line, name, disabled, onChange }: FieldProps<L>): ReactNode {
  const value = line[column.key];
  const set = (next: unknown) => onChange({ ...line, [column.key]: next });
  switch (column.kind) {
    case 'check':
      return (
        <Checkbox
          aria-label={name}
          {...offWhen(disabled)}
          checked={value === true}
          onChange={(event) => set(event.target.checked)}
        />
      );
    case 'number':
      return (
        <NumberField
          words={name}
          aria-label={name}
          {...offWhen(disabled)}
          style={{ width: 84 }}
          value={typeof value === 'number' ? value : null}
          onChange={set}
        />
      );
    case 'day':
      return (
        <DateField
          label={name}
          allowClear
          disabled={disabled}
          value={typeof value === 'string' ? value : null}
          onChange={set}
        />
      );
    case 'text':
      return (
        <Input
          aria-label={name}
          {...offWhen(disabled)}
          maxLength={500}
          {...(column.placeholder === undefined ? {} : { placeholder: column.placeholder })}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => set(event.target.value)}
        />
      );
  }
}
