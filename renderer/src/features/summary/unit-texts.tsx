import { Button, Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import { periodWords, UNIT_STATE } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { fold } from '../../../../shared/text/normalize';
import { useRpc } from '../../api/queries';
import { Answer } from '../../ui/states';
import { ReportDrawer } from '../reports/report-drawer';
import { SourceSheet, type SourcePlace } from '../reports/source-sheet';
import type { TakenText } from './draft-editor';
import { READING } from '../../ui/writing';

type Row = OutputOf<'report.narratives'>['units'][number];

interface UnitTextsProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
  /** Narrative indicators that may be put side by side. */
  readonly sections: readonly Indicator[];
  readonly first: string | null;
  readonly onTake: (taken: TakenText) => void;
}

/** What each unit wrote in one section, with unit, version and cell; who wrote nothing is listed too. */
export function UnitTexts(props: UnitTextsProps): ReactNode {
  const { dossierId, period, sections } = props;
  const [code, setCode] = useState(props.first ?? 'NX01');
  const [filter, setFilter] = useState('');
  const [onlyFilled, setOnlyFilled] = useState(false);
  const [source, setSource] = useState<SourcePlace | null>(null);
  const [report, setReport] = useState<Row | null>(null);
  const answer = useRpc('report.narratives', { dossierId, period, indicator: code }, { keep: true });
  const wanted = fold(filter.trim());
  return (
    <>
      <div className="row">
        <Select
          {...READING}
          aria-label="Mục thuyết minh"
          style={{ width: 210 }}
          value={code}
          options={sections.map((each) => ({ value: each.id, label: each.name }))}
          onChange={setCode}
        />
        <Input
          {...READING}
          allowClear
          aria-label="Lọc theo đơn vị hoặc nội dung"
          placeholder="Lọc"
          style={{ width: 130 }}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Checkbox {...READING} checked={onlyFilled} onChange={(event) => setOnlyFilled(event.target.checked)}>
          Chỉ mục đã ghi
        </Checkbox>
      </div>
      <Answer of={answer} loading="Đang mở lời của các đơn vị…">
        {(value) => {
          const rows = value.units.filter(
            (row) =>
              (!onlyFilled || row.text !== null) &&
              (wanted === '' || fold(`${row.name} ${row.text ?? ''}`).includes(wanted)),
          );
          return (
            <>
              <p className="muted">
                {value.units.filter((row) => row.text !== null).length}/{value.units.length} báo cáo có mục
                này. Bôi đen một câu rồi bấm “Đưa vào dự thảo” để chỉ lấy câu đó.
              </p>
              <ul className="scroll unit-texts" aria-label={value.name} tabIndex={0}>
                {rows.map((row) => (
                  <UnitText
                    key={`${row.period}|${row.unit}`}
                    row={row}
                    withPeriod={row.period !== period}
                    onSource={() => (row.source?.file ? setSource(row.source.file) : setReport(row))}
                    onTake={(text) => {
                      if (row.report !== null && row.source !== null)
                        props.onTake({
                          text,
                          source: { report: row.report, indicator: code, version: row.source.version },
                        });
                    }}
                  />
                ))}
              </ul>
            </>
          );
        }}
      </Answer>
      {source ? (
        <SourceSheet dossierId={dossierId} place={source} received={null} onClose={() => setSource(null)} />
      ) : null}
      {report ? (
        <ReportDrawer
          dossierId={dossierId}
          period={report.period}
          unit={report.unit}
          unitName={report.name}
          office={props.office}
          onClose={() => setReport(null)}
        />
      ) : null}
    </>
  );
}

function UnitText(props: {
  readonly row: Row;
  readonly withPeriod: boolean;
  readonly onSource: () => void;
  readonly onTake: (text: string) => void;
}): ReactNode {
  const { row } = props;
  const { source, text } = row;
  const id = `text-${row.period}-${row.unit}`;
  return (
    <li>
      <div className="row nowrap-row">
        <strong>{row.name}</strong>
        {props.withPeriod ? <span className="muted">{periodWords(row.period)}</span> : null}
        <span className="grow" />
        {source === null || text === null ? null : (
          <>
            <button type="button" className="link-button unit-source" onClick={props.onSource}>
              lần {source.version}
              {source.file === null
                ? `, ${source.typedBy ?? ''} nhập tay`
                : `, ô ${source.file.cell ?? ''} của ${source.file.name}`}
            </button>
            <Button
              size="small"
              aria-label={`Đưa lời của ${row.name} vào dự thảo`}
              // The selection would be lost with the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onTake(selectedIn(id) ?? text)}
            >
              Đưa vào dự thảo
            </Button>
          </>
        )}
      </div>
      {text === null ? (
        <p className="muted">
          {row.nil
            ? '0 Không phát sinh'
            : row.report === null
              ? `${UNIT_STATE[row.state].sign} ${UNIT_STATE[row.state].word}`
              : '– Để trống mục này'}
        </p>
      ) : (
        <p id={id} className="unit-words">
          {text}
        </p>
      )}
    </li>
  );
}

/** The words that are selected inside an element; null where none are. */
function selectedIn(id: string): string | null {
  const selection = window.getSelection();
  const element = document.getElementById(id);
  if (!selection || !element || selection.isCollapsed || !element.contains(selection.anchorNode)) return null;
  const text = selection.toString().trim();
  return text === '' ? null : text;
}
