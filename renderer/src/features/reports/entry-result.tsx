import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { PutManyReply } from '../../../../shared/rpc/contract/entry';

const OUTCOME: Readonly<Record<PutManyReply['results'][number]['outcome'], string>> = {
  first: '● Đã nhận',
  changed: '● Đã sửa',
  unchanged: '= Không đổi',
  refused: '✕ Chưa lưu',
};

/** Unit by unit, what became of it; a refused one says why, and what was typed for it still stands in the table. */
export function EntryResult({ reply }: { readonly reply: PutManyReply }): ReactNode {
  const count = (outcome: string) => reply.results.filter((row) => row.outcome === outcome).length;
  const refused = count('refused');
  const told = reply.results.filter((row) => row.outcome === 'refused' || row.warnings.length > 0);
  return (
    <section className="stack" aria-label="Kết quả lưu">
      <Alert
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        title={`Đã lưu ${count('first') + count('changed')} báo cáo; ${count('unchanged')} không đổi; ${refused} chưa lưu được.${reply.cancelled ? ' Đã dừng theo yêu cầu; đơn vị chưa lưu vẫn còn trong bảng.' : ''}`}
      />
      {told.length > 0 ? (
        <div className="scroll tray">
          <table className="plain" aria-label="Kết quả lưu từng đơn vị">
            <thead>
              <tr>
                <th>Đơn vị</th>
                <th className="nowrap">Kết quả</th>
                <th>Cần xem</th>
              </tr>
            </thead>
            <tbody>
              {told.map((row) => (
                <tr key={row.unit}>
                  <td>{row.unitName}</td>
                  <td className="nowrap">{OUTCOME[row.outcome]}</td>
                  <td className="wide">
                    {row.message}
                    {row.warnings.map((question) => (
                      <div key={question.message}>? {question.message}</div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
