import { Alert, Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { compareWords } from '../../../../shared/text/compare-texts';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { TextDraftView } from '../../../../shared/rpc/contract/composing';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { useKeys } from '../../app/keys';
import { moment } from '../../ui/format';
import { Answer } from '../../ui/states';
import { AddSectionDialog } from './add-section-dialog';
import { ComparedRow } from './compared-rows';
import { OutlineTree } from './outline-tree';
import type { PlanTextPartProps } from './plan-text-part';
import { RenumberDialog } from './renumber-dialog';
import { SectionEditor } from './section-editor';
import { usePlanChange } from './use-plan-change';
import './plan-text.css';
import { offWhen, useShut } from '../../ui/writing';

/** Left the outline, in the middle the text of the chosen part, right what was understood of it. */
export function ContentPart({ dossier }: PlanTextPartProps): ReactNode {
  const outline = useRpc('plan.outline', { dossierId: dossier.dossierId }, { keep: true });
  return (
    <Answer of={outline} loading="Đang mở nội dung…">
      {(value) => <Content dossier={dossier} outline={value} />}
    </Answer>
  );
}

interface ContentProps {
  readonly dossier: PlanTextPartProps['dossier'];
  readonly outline: OutputOf<'plan.outline'>;
}

function Content({ dossier, outline }: ContentProps): ReactNode {
  const { dossierId } = dossier;
  const first = outline.nodes.find(({ kind }) => kind === 'section') ?? outline.nodes[0];
  const [chosen, setChosen] = useState(first?.key ?? '');
  const [dialog, setDialog] = useState<'add' | 'renumber' | null>(null);
  const [taken, setTaken] = useState<{ readonly key: string; readonly text: string } | null>(null);
  const moves = usePlanChange(dossierId, 'Đã chuyển phần này.');
  const removal = usePlanChange(dossierId, 'Đã bỏ phần này khỏi kế hoạch.');
  const node = outline.nodes.find(({ key }) => key === chosen) ?? first;
  const closed = useShut(dossier.plan);
  const section = node?.kind === 'section' && !closed;
  // Parts are moved, added and renumbered in the text as it is saved: typed words go into it first.
  const saveTyped = useRef<() => Promise<boolean>>(() => Promise.resolve(true));

  const move = async (by: -1 | 1) => {
    if (!node || !section || !(await saveTyped.current())) return;
    if (!(await moves.change({ kind: 'moveSection', key: node.key, by }))) return;
    const parts = node.key.split('.');
    setChosen([...parts.slice(0, -1), String(Number(parts.at(-1)) + by)].join('.'));
  };
  const remove = async () => {
    // Saved first also here: what is taken back with Ctrl+Z comes back with its last words.
    if (node && (await saveTyped.current())) await removal.change({ kind: 'removeSection', key: node.key });
  };
  const open = async (wanted: 'add' | 'renumber') => {
    if (await saveTyped.current()) setDialog(wanted);
  };
  useKeys([
    { key: 'Alt+ArrowUp', label: 'Chuyển phần lên', run: () => void move(-1) },
    { key: 'Alt+ArrowDown', label: 'Chuyển phần xuống', run: () => void move(1) },
  ]);

  const registered = dossier.documents.some(
    (document) => document.id === dossierId && document.numberText !== null,
  );
  return (
    <div className="plan-content">
      {registered ? (
        <Alert
          type="warning"
          showIcon
          title="Văn bản này đã lấy số. Sửa nội dung ở đây không sửa bản đã ký; bản ký vẫn giữ nguyên từng byte."
        />
      ) : null}
      <StaleDrafts
        dossierId={dossierId}
        drafts={outline.drafts.filter(({ stale }) => stale)}
        onTake={(draft) => {
          const home = outline.nodes.some(({ key }) => key === draft.key) ? draft.key : (node?.key ?? '');
          setTaken({ key: home, text: draft.text });
          setChosen(home);
        }}
      />
      <div className="plan-panes">
        <section className="outline" aria-label="Dàn ý kế hoạch">
          <OutlineTree
            nodes={outline.nodes}
            current={node?.key ?? ''}
            unsaved={new Set(outline.drafts.map(({ key }) => key))}
            onChoose={setChosen}
          />
          <div className="outline-tools" role="toolbar" aria-label="Sắp xếp các phần">
            <Button
              {...offWhen(!section)}
              title="Chuyển lên (Alt+↑)"
              aria-label="Chuyển lên"
              onClick={() => void move(-1)}
            >
              ↑
            </Button>
            <Button
              {...offWhen(!section)}
              title="Chuyển xuống (Alt+↓)"
              aria-label="Chuyển xuống"
              onClick={() => void move(1)}
            >
              ↓
            </Button>
            <Button {...offWhen(closed)} onClick={() => void open('add')}>
              Thêm phần
            </Button>
            <Button {...offWhen(!section)} onClick={() => void remove()}>
              Bỏ
            </Button>
            <Button {...offWhen(closed)} onClick={() => void open('renumber')}>
              Đánh số lại
            </Button>
          </div>
        </section>
        {node ? (
          <SectionEditor
            key={`${node.key}|${taken?.key === node.key ? taken.text.length : ''}`}
            dossierId={dossierId}
            node={node}
            outline={outline}
            items={dossier.items}
            readOnly={closed}
            taken={taken?.key === node.key ? taken.text : null}
            saveTyped={saveTyped}
          />
        ) : null}
      </div>
      {dialog === 'add' ? (
        <AddSectionDialog dossierId={dossierId} node={node ?? null} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'renumber' ? (
        <RenumberDialog dossierId={dossierId} styles={outline.styles} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}

/** What was typed into parts that are no longer as they were: shown for a decision, never lost. */
function StaleDrafts(props: {
  readonly dossierId: string;
  readonly drafts: readonly TextDraftView[];
  readonly onTake: (draft: TextDraftView) => void;
}): ReactNode {
  const drop = useCommand('plan.saveTextDraft', { done: 'Đã bỏ phần gõ.' });
  return props.drafts.map((draft) => (
    <Alert
      key={draft.key}
      type="warning"
      showIcon
      title={`Phần “${draft.title}” có chữ ${draft.by} gõ lúc ${moment(draft.at)} chưa lưu, nhưng phần đó đã đổi sau khi gõ.`}
      description={
        <div className="change-preview scroll">
          <ComparedRow
            index={0}
            row={{
              kind: 'changed',
              before: draft.base,
              after: draft.text,
              words: compareWords(draft.base, draft.text),
            }}
          />
        </div>
      }
      action={
        <span className="row">
          <Button onClick={() => props.onTake(draft)}>Dùng phần đã gõ</Button>
          <Button
            onClick={() =>
              void drop.run({
                dossierId: props.dossierId,
                key: draft.key,
                title: draft.title,
                textHash: '',
                base: '',
                text: null,
              })
            }
          >
            Bỏ
          </Button>
        </span>
      }
    />
  ));
}
