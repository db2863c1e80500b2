import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import type { ImportReply } from '../../../../shared/rpc/contract/report';
import { copyTable } from '../../ui/copy-table';
import { figure } from '../../ui/format';

const FAULT_HEAD = ['Tệp', 'Trang tính', 'Ô', 'Cần sửa'] as const;

function faultRows(reply: ImportReply): string[][] {
  return reply.rejected.flatMap(({ file, errors }) =>
    errors.map((error) => [file, error.sheet ?? '', error.cell ?? '', error.message]),
  );
}

const shown = (value: number | string | null): string =>
  value === null ? 'trống' : typeof value === 'number' ? figure(value) : value;

/** Accepted, unchanged, rejected: each file by name, each fault by sheet, cell and reason. */
export function ImportResult({
  reply,
  done,
}: {
  readonly reply: ImportReply;
  readonly done: boolean;
}): ReactNode {
  const faults = faultRows(reply);
  return (
    <Tabs
      defaultActiveKey={reply.rejected.length > 0 ? 'rejected' : 'accepted'}
      items={[
        {
          key: 'accepted',
          label: `● ${done ? 'Đã nhận' : 'Sẽ nhận'} (${reply.accepted.length})`,
          children: (
            <div className="scroll tray">
              <table className="plain" aria-label="Báo cáo được nhận">
                <thead>
                  <tr>
                    <th>Tệp</th>
                    <th>Đơn vị</th>
                    <th>Kỳ</th>
                    <th>Ghi chú</th>
                  </tr>
                </thead>
                <tbody>
                  {reply.accepted.map((line) => (
                    <tr key={line.file}>
                      <td>{line.file}</td>
                      <td>{line.unitName}</td>
                      <td className="nowrap">{periodWords(line.period)}</td>
                      <td>
                        {line.first ? '' : `Thay số liệu cũ: ${line.changes.length} chỉ tiêu đổi. `}
                        {line.first
                          ? null
                          : line.changes
                              .slice(0, 4)
                              .map(
                                (change) =>
                                  `${change.indicator}: ${shown(change.before)} → ${shown(change.after)}`,
                              )
                              .join('; ')}
                        {line.questions.map((question) => (
                          <div key={`${question.code}|${question.indicator ?? ''}`} className="tone-warn">
                            ? {question.message}
                          </div>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ),
        },
        {
          key: 'unchanged',
          label: `= Không đổi (${reply.unchanged.length})`,
          children: (
            <div className="scroll tray">
              <table className="plain" aria-label="Báo cáo không đổi">
                <tbody>
                  {reply.unchanged.map((line) => (
                    <tr key={line.file}>
                      <td>{line.file}</td>
                      <td>{line.unitName}</td>
                      <td>{periodWords(line.period)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ),
        },
        {
          key: 'rejected',
          label: `✕ Chưa nhận được (${reply.rejected.length})`,
          children: (
            <div className="scroll tray">
              {faults.length > 0 ? (
                <Button onClick={() => void copyTable(FAULT_HEAD, faults)}>Chép danh sách cần sửa</Button>
              ) : null}
              <table className="plain" aria-label="Báo cáo chưa nhận được">
                <thead>
                  <tr>
                    {FAULT_HEAD.map((head) => (
                      <th key={head}>{head}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {faults.map(([file = '', sheet = '', cell = '', message = ''], index) => (
                    <tr key={`${file}|${cell}|${index}`}>
                      <td>{file}</td>
                      <td>{sheet}</td>
                      <td className="nowrap">{cell}</td>
                      <td>{message}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ),
        },
      ]}
    />
  );
}
