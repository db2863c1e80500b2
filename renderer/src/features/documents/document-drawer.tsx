import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DOCUMENT_MOVE, DOCUMENT_STATUS, DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useRpc } from '../../api/queries';
import { date, moment } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { DocumentStatusTag } from '../../ui/tags';
import { CommentsPart } from './comments-part';
import { DraftsPart } from './drafts-part';
import { MoveDialog, type PersonMove } from './move-dialog';
import { offWhen, ReadOnlyNote, useShut } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';

export type DocumentView = OutputOf<'document.get'>;

interface DocumentDrawerProps {
  readonly dossier: DossierView;
  readonly documentId: string;
  readonly office: OfficeView;
  readonly onClose: () => void;
}

/** One document: where it stands and what comes next, its drafts, what was said of them, every step so far. */
export function DocumentDrawer({ dossier, documentId, office, onClose }: DocumentDrawerProps): ReactNode {
  useReturnFocus();
  const { dossierId } = dossier;
  const view = useRpc('document.get', { dossierId, documentId });
  return (
    <Drawer
      open
      size={760}
      title={<DialogTitle>{view.data ? nameOf(view.data.document) : 'Văn bản'}</DialogTitle>}
      onClose={onClose}
    >
      <ReadOnlyNote />
      <Answer of={view}>
        {(value) => (
          <div className="stack">
            <Way view={value} dossier={dossier} />
            <DraftsPart view={value} dossierId={dossierId} closed={dossier.plan.status === 'closed'} />
            <CommentsPart
              view={value}
              dossierId={dossierId}
              office={office}
              closed={dossier.plan.status === 'closed'}
            />
          </div>
        )}
      </Answer>
    </Drawer>
  );
}

function nameOf({ type, numberText }: DocumentView['document']): string {
  return `${DOCUMENT_TYPE[type] ?? type} ${numberText ?? '(chưa lấy số)'}`;
}

function Way({ view, dossier }: { readonly view: DocumentView; readonly dossier: DossierView }): ReactNode {
  const [move, setMove] = useState<PersonMove | null>(null);
  const { document, steps, moves } = view;
  const titleOf = (id: string | null | undefined) =>
    dossier.documents.find((each) => each.id === id)?.title ?? 'văn bản khác';
  const closed = useShut(dossier.plan);
  return (
    <section aria-label="Các bước của văn bản">
      <h2>{document.title}</h2>
      <div className="row wrap">
        <DocumentStatusTag status={document.status} />
        {moves.map((each) =>
          each === 'issue' ? (
            document.status === 'issued' ? null : (
              <Link
                key={each}
                to={`/ke-hoach/${dossier.dossierId}/noi-nhan?van-ban=${encodeURIComponent(document.id)}`}
              >
                Phát hành…
              </Link>
            )
          ) : (
            <Button key={each} {...offWhen(closed)} onClick={() => setMove(each)}>
              {DOCUMENT_MOVE[each]}…
            </Button>
          ),
        )}
      </div>
      {document.waiver ? (
        <p className="tone-warn">
          ? Phát hành khi chưa có bản ký: {document.waiver.reason} ({document.waiver.by},{' '}
          {moment(document.waiver.at)}).
        </p>
      ) : null}
      {document.replaces === undefined ? null : <p>Thay thế “{titleOf(document.replaces)}”.</p>}
      <ul>
        <li>{moment(document.createdAt)}: Có trong hồ sơ.</li>
        {steps.map((step) => (
          <li key={step.id}>
            {date(step.on)}: {DOCUMENT_STATUS[step.from].word} → {DOCUMENT_STATUS[step.to].word}
            {step.otherId === null ? '' : `, bằng “${titleOf(step.otherId)}”`}
            {step.reason === '' ? '' : ` – ${step.reason}`}
            <span className="muted">
              {' '}
              ({step.by}, {moment(step.at)})
            </span>
          </li>
        ))}
      </ul>
      {move === null ? null : (
        <MoveDialog dossier={dossier} document={document} move={move} onClose={() => setMove(null)} />
      )}
    </section>
  );
}
