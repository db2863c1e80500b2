import { Alert, Button, Checkbox, Drawer, Input, Modal } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import type { GoodModel } from '../../../../shared/domain/report/model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastInfo } from '../../app/feedback';
import { useKeys } from '../../app/keys';
import { DateField } from '../../ui/date-field';
import { date, moment, today } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { FiguresGrid, complaintOf, isTyped, readFigure, showFigure, type Draft } from './figures-grid';
import { ModelsEditor } from './models-editor';
import { SourceSheet } from './source-sheet';
import './reports.css';

interface ReportDrawerProps {
  readonly dossierId: string;
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
  readonly office: OfficeView;
  readonly onClose: () => void;
}

/** One unit's report: its figures beside the previous period's, where they came from, returning it. */
export function ReportDrawer(props: ReportDrawerProps): ReactNode {
  useReturnFocus();
  const { dossierId, period, unit } = props;
  const report = useRpc('report.get', { dossierId, period, unit });
  return (
    <Drawer
      open
      size={780}
      title={`${props.unitName} – ${periodWords(period)}`}
      onClose={props.onClose}
      destroyOnHidden
      keyboard
    >
      <Answer of={report}>
        {(value) => <ReportForm key={value.report?.version ?? 0} {...props} value={value} />}
      </Answer>
    </Drawer>
  );
}

type Value = OutputOf<'report.get'>;

function startDraft(indicators: readonly Indicator[], value: Value): Draft {
  const draft: Record<string, string> = {};
  for (const indicator of indicators) {
    draft[indicator.id] =
      indicator.kind === 'T'
        ? (value.report?.narrative[indicator.id] ?? '')
        : showFigure(indicator, value.report?.values[indicator.id]);
  }
  return draft;
}

function ReportForm(props: ReportDrawerProps & { readonly value: Value }): ReactNode {
  const { dossierId, period, unit, value, office } = props;
  const { report } = value;
  const indicators = useMemo(
    () =>
      value.indicators
        .map((code) => office.indicators.find((each) => each.id === code))
        .filter((each): each is Indicator => each !== undefined),
    [value.indicators, office.indicators],
  );
  const [draft, setDraft] = useState<Draft>(() => startDraft(indicators, value));
  const [receivedOn, setReceivedOn] = useState<string>(report?.receivedOn ?? today());
  const [nil, setNil] = useState(report?.nil ?? false);
  const [nilSaidBy, setNilSaidBy] = useState(report?.nilSaidBy ?? '');
  const [models, setModels] = useState<readonly GoodModel[]>(report?.models ?? []);
  const [showing, setShowing] = useState(false);
  const [returning, setReturning] = useState(false);
  const put = useCommand('report.put', {
    form: true,
    showsError: true,
    done: `Đã lưu báo cáo của ${props.unitName}.`,
  });

  const errors: Record<string, string> = {};
  for (const indicator of indicators) {
    if (!isTyped(indicator) || nil) continue;
    const complaint =
      complaintOf(indicator, draft, office.indicators) ?? put.fields[`values.${indicator.id}`] ?? null;
    if (complaint !== null) errors[indicator.id] = complaint;
  }
  const faults = Object.keys(errors).length;

  const save = async () => {
    if (faults > 0) {
      toastInfo('Chưa lưu báo cáo', `Còn ${faults} ô cần sửa; lý do ghi dưới tên từng chỉ tiêu.`);
      document.querySelector<HTMLElement>('.figures [aria-invalid="true"]')?.focus();
      return;
    }
    const values: Record<string, number | null> = {};
    const narrative: Record<string, string> = {};
    for (const indicator of indicators.filter(isTyped)) {
      const read = readFigure(indicator, draft[indicator.id] ?? '');
      if (indicator.kind === 'T') {
        if (typeof read === 'string') narrative[indicator.id] = read;
      } else if (!nil) values[indicator.id] = typeof read === 'number' ? read : null;
    }
    const saved = await put.run({
      dossierId,
      period,
      unit,
      values,
      narrative,
      models: [...models],
      nil,
      nilSaidBy,
      receivedOn,
    });
    if (!saved) return;
    if (saved.warnings.length > 0) {
      toastInfo('Đã lưu; có điểm nên hỏi lại đơn vị', saved.warnings.map((each) => each.message).join(' '));
    }
    props.onClose();
  };

  const source = report?.source;
  // Wherever the focus is: outside the figures the browser would offer to save the page.
  useKeys([{ key: 'Ctrl+S', label: 'Lưu báo cáo', inInputs: true, run: () => void save() }]);

  return (
    <div className="stack report-form">
      {report?.state === 'returned' ? (
        <Alert type="warning" showIcon title={`Đã trả lại: ${report.returnedReason ?? ''}`} />
      ) : null}
      {put.error ? <Alert type="error" showIcon role="alert" title={put.error.message} /> : null}
      <div className="row">
        <span className="muted">Ngày nhận</span>
        <DateField label="Ngày nhận" value={receivedOn} onChange={(day) => setReceivedOn(day ?? today())} />
        <span className="muted">Hạn {date(value.period.lastDay)}</span>
        <Checkbox checked={nil} onChange={(event) => setNil(event.target.checked)}>
          Không phát sinh
        </Checkbox>
        {nil ? (
          <Input
            aria-label="Ai xác nhận không phát sinh"
            placeholder="Ai xác nhận"
            style={{ width: 180 }}
            value={nilSaidBy}
            onChange={(event) => setNilSaidBy(event.target.value)}
          />
        ) : null}
        <span className="grow" />
        {report && report.state === 'received' ? (
          <Button onClick={() => setReturning(true)}>Trả lại</Button>
        ) : null}
        <Button type="primary" loading={put.pending} disabled={faults > 0} onClick={() => void save()}>
          Lưu báo cáo
        </Button>
      </div>
      {source === undefined ? null : source.kind === 'form' ? (
        <div>
          <span className="muted">Nguồn:</span>{' '}
          <button type="button" className="link-button" onClick={() => setShowing(true)}>
            {source.fileName}
          </button>
          , trang tính “{source.sheet}”{' '}
          <span className="muted">
            · lần {report?.version} · vào máy {moment(report?.enteredAt)}
          </span>
        </div>
      ) : (
        <div className="muted">
          {source.by} nhập tay · lần {report?.version} · {moment(report?.enteredAt)}
        </div>
      )}
      {nil ? (
        <p>Các số phát sinh trong kỳ được tính là 0; các tổng số giữ giá trị của kỳ trước.</p>
      ) : (
        <FiguresGrid
          indicators={indicators}
          draft={draft}
          previous={value.previous}
          cells={source?.kind === 'form' ? source.cells : {}}
          errors={errors}
          readOnly={false}
          onChange={(next) => {
            put.reset();
            setDraft(next);
          }}
          onSave={() => void save()}
        />
      )}
      {nil ? null : <ModelsEditor models={models} errors={put.fields} onChange={setModels} />}
      {showing && source?.kind === 'form' ? (
        <SourceSheet
          dossierId={dossierId}
          place={{ sha256: source.sha256, name: source.fileName, sheet: source.sheet, cell: null }}
          received={null}
          onClose={() => setShowing(false)}
        />
      ) : null}
      {returning ? (
        <ReturnDialog {...props} onClose={() => setReturning(false)} onDone={props.onClose} />
      ) : null}
    </div>
  );
}

function ReturnDialog(
  props: Pick<ReportDrawerProps, 'dossierId' | 'period' | 'unit' | 'unitName'> & {
    readonly onClose: () => void;
    readonly onDone: () => void;
  },
): ReactNode {
  const [reason, setReason] = useState('');
  const { dossierId, period, unit } = props;
  const giveBack = useCommand('report.return', { done: `Đã trả lại báo cáo của ${props.unitName}.` });
  return (
    <Modal
      open
      title={`Trả lại báo cáo của ${props.unitName}`}
      okText="Trả lại"
      cancelText="Thôi"
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={giveBack.pending}
      onCancel={props.onClose}
      onOk={() =>
        void giveBack.run({ dossierId, period, unit, reason }).then((value) => {
          if (value) props.onDone();
        })
      }
    >
      <label htmlFor="return-reason">Lý do trả lại</label>
      <Input.TextArea
        id="return-reason"
        autoFocus
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
