import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { Answer, EmptyPlace } from '../../ui/states';
import { ReportDrawer } from '../reports/report-drawer';
import { SourceSheet, type SourcePlace } from '../reports/source-sheet';
import type { SummaryTabProps } from './summary-tab';
import { offWhen } from '../../ui/writing';

type Model = OutputOf<'report.models'>[number];

/** Mô hình hay, cách làm hiệu quả by unit; the chosen ones go into the report's part III.1. */
export function ModelsTab({ dossierId, period, office }: SummaryTabProps): ReactNode {
  const models = useRpc('report.models', { dossierId, period });
  const choose = useCommand('report.chooseModel');
  const [report, setReport] = useState<Model | null>(null);
  const [source, setSource] = useState<SourcePlace | null>(null);
  const columns: readonly Column<Model>[] = [
    {
      key: 'chosen',
      title: 'Vào báo cáo',
      width: 110,
      text: (model) => (model.chosen ? 'có' : ''),
      render: (model) => (
        <Checkbox
          aria-label={`Đưa “${model.title}” của ${model.name} vào báo cáo`}
          checked={model.chosen}
          {...offWhen(choose.pending)}
          onChange={(event) =>
            void choose.run({
              dossierId,
              period,
              model: { report: model.report, title: model.title },
              chosen: event.target.checked,
            })
          }
        />
      ),
    },
    { key: 'name', title: 'Đơn vị', width: 220, filter: true, text: (model) => model.name },
    { key: 'title', title: 'Tên mô hình, cách làm', text: (model) => model.title },
    { key: 'result', title: 'Kết quả', text: (model) => model.result },
    { key: 'period', title: 'Kỳ', width: 120, hidden: true, text: (model) => periodWords(model.period) },
    {
      key: 'source',
      title: 'Lấy từ',
      width: 210,
      text: sourceOf,
      render: (model) => (
        <button
          type="button"
          className="link-button"
          onClick={() => (model.source.file ? setSource(model.source.file) : setReport(model))}
        >
          {sourceOf(model)}
        </button>
      ),
    },
  ];
  return (
    <Answer of={models} loading="Đang mở các mô hình…">
      {(rows) =>
        rows.length === 0 ? (
          <EmptyPlace
            title="Chưa đơn vị nào ghi mô hình hay, cách làm hiệu quả."
            hint="Đơn vị ghi tên và kết quả vào trang “Mô hình hay” của biểu; hoặc mở báo cáo của đơn vị, bấm “Thêm mô hình”."
          />
        ) : (
          <>
            <p className="muted">
              Đã chọn {rows.filter((model) => model.chosen).length}/{rows.length} mô hình vào phần III.1 của
              báo cáo. Cả {rows.length} mô hình có trong tệp Excel, trang “Mô hình hay”.
            </p>
            <DataTable
              id="models"
              label="Mô hình hay, cách làm hiệu quả"
              rows={rows}
              columns={columns}
              rowKey={(model) => `${model.report}|${model.title}`}
              onOpen={setReport}
            />
            {report ? (
              <ReportDrawer
                dossierId={dossierId}
                period={report.period}
                unit={report.unit}
                unitName={report.name}
                office={office}
                onClose={() => setReport(null)}
              />
            ) : null}
            {source ? (
              <SourceSheet
                dossierId={dossierId}
                place={source}
                received={null}
                onClose={() => setSource(null)}
              />
            ) : null}
          </>
        )
      }
    </Answer>
  );
}

function sourceOf({ source }: Model): string {
  const { file, typedBy } = source;
  if (!file) return `${typedBy ?? ''} nhập tay · lần ${source.version}`;
  return `${file.name}${file.cell === null ? '' : `, ô ${file.cell}`} · lần ${source.version}`;
}
