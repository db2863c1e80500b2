import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  draftPieces,
  fieldIndex,
  fieldText,
  NO_FIGURE,
  resolveDraft,
  type DraftField,
} from '../../../../shared/documents/draft-fields';
import type { DraftPart } from '../../../../shared/documents/report-outline';
import type { DraftSource } from '../../../../shared/domain/report/narrative-model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { moment } from '../../ui/format';
import { useUnsavedWork } from '../../ui/unsaved-work';
import { useReadOnly } from '../../ui/writing';

export interface TakenText {
  readonly text: string;
  readonly source: DraftSource;
}

interface DraftEditorProps {
  readonly dossierId: string;
  readonly period: string;
  readonly part: DraftPart;
  readonly draft: OutputOf<'report.draft'>;
  readonly office: OfficeView;
  /** A unit's words on their way into this part. */
  readonly taken: TakenText | null;
  readonly onTaken: () => void;
}

/** A pause in typing after which the part is saved. */
const SAVE_AFTER_MS = 1_500;

/** One part of the draft: text with fields, how it prints, what to ask about it. Saved by itself, each save undoable. */
export function DraftEditor(props: DraftEditorProps): ReactNode {
  const { dossierId, period, part, draft, taken, onTaken } = props;
  const section = draft.sections.find((each) => each.code === part.code);
  const kept = section?.text ?? '';
  const [text, setText] = useState(kept);
  const [sources, setSources] = useState<readonly DraftSource[]>(section?.sources ?? []);
  const save = useCommand('report.saveDraft');
  const area = useRef<HTMLTextAreaElement | null>(null);
  const sent = useRef(kept);
  // Saved by itself after a pause; a page that goes within it asks.
  useUnsavedWork(text !== kept);

  /** How many savings are on their way: what stands then is not yet what was typed. */
  const saving = useRef(0);
  const [failed, setFailed] = useState(false);

  const store = async (next: string, nextSources: readonly DraftSource[]) => {
    const before = sent.current;
    sent.current = next;
    saving.current += 1;
    const done = await save.run({
      dossierId,
      period,
      sections: [{ code: part.code, text: next, sources: [...nextSources] }],
    });
    saving.current -= 1;
    // What was not kept is not taken for kept: it is tried again with the next word, and when the part is left.
    if (done === null && sent.current === next) sent.current = before;
    setFailed(done === null);
  };
  const latest = useRef({ text, sources, store });
  latest.current = { text, sources, store };

  // What another window or an undo brought; what is being typed here stays.
  useEffect(() => {
    if (saving.current === 0 && kept !== sent.current && latest.current.text === sent.current) {
      sent.current = kept;
      setText(kept);
      setSources(section?.sources ?? []);
    }
  }, [kept, section?.sources]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => void latest.current.store(text, latest.current.sources), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // Leaving the part saves what the pause has not yet.
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.text !== sent.current) void last.store(last.text, last.sources);
    },
    [],
  );
  useEffect(() => {
    if (!taken || part.byPerson) return;
    const next = `${latest.current.text.trimEnd()}${latest.current.text.trim() === '' ? '' : '\n'}${taken.text}`;
    const nextSources = withSource(latest.current.sources, taken.source);
    setText(next);
    setSources(nextSources);
    void latest.current.store(next, nextSources);
    onTaken();
  }, [taken, part.byPerson, onTaken]);

  const insert = (words: string) => {
    const element = area.current;
    const [start, end] = [element?.selectionStart ?? text.length, element?.selectionEnd ?? text.length];
    setText(text.slice(0, start) + words + text.slice(end));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(start + words.length, start + words.length);
    });
  };
  const proposal = draft.proposals[part.code];
  const { problems } = resolveDraft(text, draft.fields, { askAboutNumbers: !part.byPerson });
  return (
    <>
      <div className="row">
        {part.byPerson ? null : <FieldMenu fields={draft.fields} onInsert={insert} />}
        {proposal === undefined ? null : (
          <Button onClick={() => insert(text.trim() === '' ? proposal : `\n${proposal}`)}>
            Chèn câu số liệu
          </Button>
        )}
        <span className="grow" />
        <span className="muted" role="status">
          {save.pending
            ? 'Đang lưu…'
            : text !== sent.current
              ? failed
                ? '✕ Chưa lưu được; bấm vào ô và gõ tiếp để lưu lại'
                : '○ Chưa lưu'
              : draft.editedAt === null
                ? ''
                : `✓ ${draft.editedBy ?? ''} lưu ${moment(draft.editedAt)}`}
        </span>
      </div>
      <Input.TextArea
        ref={(element) => {
          area.current = element?.resizableTextArea?.textArea ?? null;
        }}
        aria-label={`Dự thảo phần ${part.title}`}
        className="draft-text"
        rows={9}
        maxLength={40_000}
        value={text}
        placeholder={
          part.byPerson
            ? 'Người soạn thảo viết phần này.'
            : 'Viết phần này, hoặc đưa lời của đơn vị vào; số liệu chọn trong “Chèn số liệu”. Để trống thì báo cáo in câu mặc định.'
        }
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (text !== sent.current) void store(text, sources);
        }}
      />
      {text.trim() === '' ? null : (
        <div className="draft-preview scroll" aria-label="Khi in ra" role="region" tabIndex={0}>
          <Preview text={text} fields={draft.fields} />
        </div>
      )}
      {problems.length === 0 ? null : (
        <ul className="draft-problems" aria-label="Cần xem lại">
          {problems.map((problem, index) => (
            <li key={index} className={problem.kind === 'unknown-field' ? 'tone-bad' : 'tone-warn'}>
              {problem.kind === 'unknown-field' ? '✕' : '?'} {problem.message}
            </li>
          ))}
        </ul>
      )}
      <Sources
        sources={sources}
        office={props.office}
        onDrop={(dropped) => {
          const next = sources.filter((each) => each !== dropped);
          setSources(next);
          void store(text, next);
        }}
      />
    </>
  );
}

function withSource(sources: readonly DraftSource[], added: DraftSource): readonly DraftSource[] {
  const same = (each: DraftSource) => each.report === added.report && each.indicator === added.indicator;
  return [...sources.filter((each) => !same(each)), added];
}

/** Every field, searched by code or name; choosing one puts it where the caret is. */
function FieldMenu(props: {
  readonly fields: readonly DraftField[];
  readonly onInsert: (text: string) => void;
}): ReactNode {
  const groups = [...new Set(props.fields.map((field) => field.group))];
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      aria-label="Chèn số liệu"
      placeholder="Chèn số liệu"
      style={{ width: 190 }}
      popupMatchSelectWidth={460}
      value={null}
      options={groups.map((group) => ({
        label: group,
        options: props.fields
          .filter((field) => field.group === group)
          .map((field) => ({ value: field.key, label: `${field.label}: ${field.text ?? NO_FIGURE}` })),
      }))}
      onChange={(key: string) => props.onInsert(fieldText(key))}
    />
  );
}

/** How the part prints: each field's figure is marked, with what it is. */
function Preview(props: { readonly text: string; readonly fields: readonly DraftField[] }): ReactNode {
  const index = fieldIndex(props.fields);
  return draftPieces(props.text).map((piece, at) => {
    if (piece.kind === 'text') return <span key={at}>{piece.text}</span>;
    const field = index.get(piece.key.toLowerCase());
    return field ? (
      <mark key={at} title={field.label}>
        {field.text ?? NO_FIGURE}
      </mark>
    ) : (
      <mark key={at} className="unknown" title="Không có trường này">
        {piece.raw}
      </mark>
    );
  });
}

/** Whose words stand in the part; a note for the writer, never printed. */
function Sources(props: {
  readonly sources: readonly DraftSource[];
  readonly office: OfficeView;
  readonly onDrop: (source: DraftSource) => void;
}): ReactNode {
  const readOnly = useReadOnly() !== null;
  if (props.sources.length === 0) return null;
  return (
    <ul className="draft-sources" aria-label="Lấy lời từ">
      {props.sources.map((source) => (
        <li key={`${source.report}|${source.indicator}`}>
          <span className="muted">Lấy từ {sourceWords(source, props.office)}</span>{' '}
          <button
            type="button"
            className="link-button"
            disabled={readOnly}
            onClick={() => props.onDrop(source)}
          >
            Bỏ ghi nguồn
          </button>
        </li>
      ))}
    </ul>
  );
}

/** "Chi bộ Tổ dân phố số 1, mục Ưu điểm, Quý I/2026 (báo cáo lần 2)" */
function sourceWords({ report, indicator, version }: DraftSource, office: OfficeView): string {
  const [period = '', unitId = ''] = report.split('|');
  const unit = office.entries.find(({ id }) => id === unitId)?.name ?? unitId;
  const name = office.indicators.find(({ id }) => id === indicator)?.name ?? indicator;
  return `${unit}, mục ${name}, ${periodWords(period)} (báo cáo lần ${version})`;
}
