import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { UnmatchedLine } from '../../../../shared/domain/report/paste-block';
import type { SheetRow } from '../../../../shared/rpc/contract/entry';
import { fold } from '../../../../shared/text/normalize';

interface EntryUnmatchedProps {
  readonly lines: readonly UnmatchedLine[];
  readonly units: readonly Pick<SheetRow, 'unit' | 'name'>[];
  readonly onChoose: (line: UnmatchedLine, unit: string) => void;
  readonly onDrop: (line: UnmatchedLine) => void;
}

/** Pasted lines whose unit is not certain: a person says which it is, or leaves the line out. */
export function EntryUnmatched({ lines, units, onChoose, onDrop }: EntryUnmatchedProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <section className="panel" aria-label="Dòng dán chưa rõ đơn vị">
      <strong>Dòng dán chưa rõ đơn vị</strong>
      <table className="plain" aria-label="Dòng dán chưa rõ đơn vị">
        <thead>
          <tr>
            <th>Tên trong khối dán</th>
            <th>Vì sao</th>
            <th>Là đơn vị</th>
            <th>Thao tác</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const near = new Set(line.suggestions);
            const ordered = [
              ...units.filter(({ unit }) => near.has(unit)),
              ...units.filter(({ unit }) => !near.has(unit)),
            ];
            return (
              <tr key={line.name}>
                <td>{line.name}</td>
                <td className="wide">
                  {line.doubt} {line.cells.length} ô.
                </td>
                <td>
                  <Select
                    aria-label={`Đơn vị của dòng ${line.name}`}
                    style={{ width: 260 }}
                    value={null}
                    placeholder="Chọn đơn vị"
                    showSearch={{
                      filterOption: (text, option) => fold(option?.label ?? '').includes(fold(text)),
                    }}
                    options={ordered.map(({ unit, name }) => ({ value: unit, label: name }))}
                    onChange={(unit: string | null) => {
                      if (unit !== null) onChoose(line, unit);
                    }}
                  />
                </td>
                <td>
                  <Button onClick={() => onDrop(line)}>Bỏ dòng</Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
