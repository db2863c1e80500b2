import { Alert, Button, Checkbox, Drawer } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import type { GoodModel } from '../../../../shared/domain/report/model';
import { dueOf } from '../../../../shared/domain/report/lateness';
import { nilSaidWords, periodWords } from '../../../../shared/i18n/vi';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastInfo, toastQuestion } from '../../app/feedback';
import { useKeys } from '../../app/keys';
import { due } from '../../ui/format';
import { Question } from '../../ui/question';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { useUnsavedWork } from '../../ui/unsaved-work';
import { complaintOf, isTyped, readFigure, showFigure, type Draft } from './figure-text';
import { FiguresGrid } from './figures-grid';
import { ModelsEditor } from './models-editor';
import { NilFields } from './nil-fields';
import { ReceiptFields, receivedTimeOf, useHourQuestion, useReceiptMoment } from './receipt-moment';
import { ReceiptDialog, ReturnDialog } from './report-dialogs';
import { ReportChases } from './report-chases';
import { ReportEvidence } from './report-evidence';
import { ReportQuestions } from './report-questions';
import { ReportSource } from './report-source';
import { ReportVersions } from './report-versions';
import './reports.css';
import { offWhen, ReadOnlyNote, useReadOnly } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';

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
  const unsaved = useRef(false);
  const [asking, setAsking] = useState(false);
  return (
    <Drawer
      open
      size={820}
      title={<DialogTitle>{`${props.unitName} – ${periodWords(period)}`}</DialogTitle>}
      // What was typed is never dropped by a stray Esc or click.
      onClose={() => (unsaved.current ? setAsking(true) : props.onClose())}
      destroyOnHidden
      keyboard
    >
      <ReadOnlyNote />
      <Answer of={report}>
        {(value) => (
          <ReportForm key={value.report?.version ?? 0} {...props} value={value} unsaved={unsaved} />
        )}
      </Answer>
      {asking ? (
        <Question
          title="Bỏ những gì vừa nhập?"
          yes="Bỏ, không lưu"
          no="Nhập tiếp"
          onYes={props.onClose}
          onNo={() => setAsking(false)}
        >
          Báo cáo của {props.unitName} có chỗ chưa lưu. Bấm “Nhập tiếp” rồi “Lưu báo cáo” để giữ lại.
        </Question>
      ) : null}
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

function ReportForm(
  props: ReportDrawerProps & { readonly value: Value; readonly unsaved: RefObject<boolean> },
): ReactNode {
  const { dossierId, period, unit, value, office } = props;
  const readOnly = useReadOnly() !== null;
  const { report } = value;
  const known = useMemo(() => new Map(office.indicators.map((each) => [each.id, each])), [office.indicators]);
  const indicators = useMemo(
    () => value.indicators.map((code) => known.get(code)).filter((each) => each !== undefined),
    [value.indicators, known],
  );
  const [draft, setDraft] = useState<Draft>(() => startDraft(indicators, value));
  const { unsaved } = props;
  const receipt = useReceiptMoment(report?.receivedOn);
  const unitDue = dueOf(value.period, unit);
  const hour = useHourQuestion(receipt);
  const [nil, setNil] = useState(report?.nil ?? false);
  const [nilSaidBy, setNilSaidBy] = useState(report?.nilSaidBy ?? '');
  const [nilHow, setNilHow] = useState(report?.nilHow ?? '');
  const [models, setModels] = useState<readonly GoodModel[]>(report?.models ?? []);
  /** Chosen before there is a report to attach them to. */
  const [waiting, setWaiting] = useState<readonly HandedFile[]>([]);
  const [dialog, setDialog] = useState<'return' | 'receipt' | null>(null);
  const figuresDiffer = useMemo(() => {
    const start = startDraft(indicators, value);
    return indicators.some(({ id }) => (draft[id] ?? '') !== (start[id] ?? ''));
  }, [draft, indicators, value]);
  const said = { nil, nilSaidBy, nilHow, models };
  const stands = {
    nil: report?.nil ?? false,
    nilSaidBy: report?.nilSaidBy ?? '',
    nilHow: report?.nilHow ?? '',
    models: report?.models ?? [],
  };
  const differs = figuresDiffer || waiting.length > 0 || JSON.stringify(said) !== JSON.stringify(stands);
  useEffect(() => {
    unsaved.current = differs;
  }, [differs, unsaved]);
  useUnsavedWork(differs);
  const put = useCommand('report.put', {
    form: true,
    showsError: true,
    done: `Đã lưu báo cáo của ${props.unitName}.`,
  });

  const errors: Record<string, string> = {};
  for (const indicator of indicators) {
    if (!isTyped(indicator) || nil) continue;
    const complaint = complaintOf(indicator, draft, known) ?? put.fields[`values.${indicator.id}`] ?? null;
    if (complaint !== null) errors[indicator.id] = complaint;
  }
  const faults = Object.keys(errors).length;
  const questions: Record<string, string[]> = {};
  for (const question of value.questions)
    if (question.indicator !== null && question.answer === null)
      (questions[question.indicator] ??= []).push(withoutCode(question.message));

  const received = report?.state === 'received';
  const save = () => {
    // A key reaches the page beneath a question of this drawer, and while it is saved.
    if (dialog !== null || put.pending) return;
    if (faults > 0) {
      toastInfo('Chưa lưu báo cáo', `Còn ${faults} ô cần sửa; lý do ghi dưới tên từng chỉ tiêu.`);
      document.querySelector<HTMLElement>('.figures [aria-invalid="true"]')?.focus();
      return;
    }
    hour.before(received ? [] : [unitDue], () => void send());
  };
  const send = async () => {
    const values: Record<string, number | null> = {};
    const narrative: Record<string, string> = {};
    for (const indicator of indicators.filter(isTyped)) {
      const read = readFigure(indicator, draft[indicator.id] ?? '');
      if (indicator.kind === 'T') {
        if (typeof read === 'string') narrative[indicator.id] = read;
      } else if (!nil) values[indicator.id] = typeof read === 'number' ? read : null;
    }
    const evidence = waiting.map(({ ticket }) => ticket);
    const saved = await put.run({
      dossierId,
      period,
      unit,
      values,
      narrative,
      ...said,
      models: [...models],
      receivedOn: receipt.day,
      ...receivedTimeOf(receipt, [unitDue]),
      evidence,
    });
    if (!saved) return;
    if (saved.warnings.length > 0) {
      toastQuestion(
        'Đã lưu; có điểm nên hỏi lại đơn vị',
        saved.warnings.map((each) => each.message).join(' '),
      );
    }
    props.onClose();
  };

  // Wherever the focus is: outside the figures the browser would offer to save the page.
  useKeys([{ key: 'Ctrl+S', label: 'Lưu báo cáo', inInputs: true, run: save }]);

  return (
    <div className="stack report-form">
      {report?.state === 'returned' ? (
        <Alert type="warning" showIcon title={`Đã trả lại: ${report.returnedReason ?? ''}`} />
      ) : null}
      {put.error ? <Alert type="error" showIcon role="alert" title={put.error.message} /> : null}
      <div className="row">
        <span className="muted">Ngày nhận</span>
        {received ? (
          <>
            <strong>
              {due({
                lastDay: report.receivedOn,
                time: unitDue.time === null ? null : report.receivedTime,
              })}
            </strong>
            <Button onClick={() => setDialog('receipt')}>Sửa ngày nhận</Button>
          </>
        ) : (
          <ReceiptFields label="Ngày nhận" hourLabel="Giờ nhận" moment={receipt} dues={[unitDue]} />
        )}
        <span className="muted">Hạn {due(unitDue)}</span>
        <Checkbox checked={nil} onChange={(event) => setNil(event.target.checked)}>
          Không phát sinh
        </Checkbox>
        <span className="grow" />
        {received ? <Button onClick={() => setDialog('return')}>Trả lại</Button> : null}
        <Button type="primary" loading={put.pending} {...offWhen(faults > 0)} onClick={save}>
          Lưu báo cáo
        </Button>
      </div>
      <ReportChases chases={value.chases} />
      {nil ? <NilFields saidBy={nilSaidBy} how={nilHow} onSaidBy={setNilSaidBy} onHow={setNilHow} /> : null}
      {report ? <ReportSource dossierId={dossierId} report={report} /> : null}
      <ReportEvidence
        at={report ? { dossierId, period, unit } : null}
        dossierId={dossierId}
        files={value.files}
        waiting={waiting}
        onWaiting={setWaiting}
      />
      {report ? <ReportQuestions at={{ dossierId, period, unit }} report={report} value={value} /> : null}
      {nil ? (
        <p>
          Các số phát sinh trong kỳ được tính là 0; các tổng số giữ giá trị của kỳ trước.
          {received && report.nil ? ` ${nilSaidWords(report)}` : ''}
        </p>
      ) : (
        <FiguresGrid
          indicators={indicators}
          draft={draft}
          previous={value.previous}
          cells={report?.source.kind === 'form' ? report.source.cells : {}}
          errors={errors}
          questions={questions}
          readOnly={readOnly}
          onChange={(next) => {
            put.reset();
            setDraft(next);
          }}
          onSave={save}
        />
      )}
      {nil ? null : <ModelsEditor models={models} errors={put.fields} onChange={setModels} />}
      {report ? <ReportVersions at={{ dossierId, period, unit }} indicators={known} /> : null}
      {dialog === 'return' ? (
        <ReturnDialog {...props} onClose={() => setDialog(null)} onDone={props.onClose} />
      ) : null}
      {dialog === 'receipt' && report ? (
        <ReceiptDialog
          {...props}
          receivedOn={report.receivedOn}
          receivedTime={report.receivedTime}
          due={unitDue}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {hour.question}
    </div>
  );
}

/** "HN01 (Hội nghị): kỳ này …" stands in its own row already. */
function withoutCode(message: string): string {
  return message.replace(/^[A-Z]{2}\d{2} \([^:]*\): /u, '');
}
