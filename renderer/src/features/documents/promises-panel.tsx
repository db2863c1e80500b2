import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { PromisedDocument } from '../../../../shared/domain/dispatch/document-model';
import { DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { date, today } from '../../ui/format';
import { Panel } from '../../ui/page';
import { StateTag } from '../../ui/tags';
import { offWhen, useShut } from '../../ui/writing';

interface PromisesPanelProps {
  readonly dossier: DossierView;
}

/** "có văn bản riêng": what the plan promises, proposed from its text; a person takes each or waves it off. */
export function PromisesPanel({ dossier }: PromisesPanelProps): ReactNode {
  const { dossierId } = dossier;
  const promises = useRpc('promise.list', { dossierId });
  const settle = useCommand('promise.settle', { offerUndo: true, done: 'Đã ghi.' });
  const closed = useShut(dossier.plan);
  const proposed = promises.data?.proposed ?? [];
  const settled = (promises.data?.settled ?? []).filter(({ state }) => state !== 'dismissed');
  if (proposed.length === 0 && settled.length === 0) return null;
  return (
    <Panel title="Văn bản kế hoạch hứa ban hành riêng">
      <table className="plain" aria-label="Văn bản đã hứa">
        <thead>
          <tr>
            <th>Câu trong kế hoạch</th>
            <th>Hạn</th>
            <th>Tình trạng</th>
            <th>Thao tác</th>
          </tr>
        </thead>
        <tbody>
          {proposed.map(({ id, text, type, lastDay }) => (
            <tr key={id}>
              <td>{text}</td>
              <td className="nowrap">{date(lastDay) || <span className="muted">Không ghi</span>}</td>
              <td>
                <span className="tone-warn">? {DOCUMENT_TYPE[type] ?? 'Văn bản'} phải ban hành?</span>
              </td>
              <td className="number nowrap">
                <Button
                  {...offWhen(closed)}
                  onClick={() => void settle.run({ dossierId, text, decision: 'accept', lastDay })}
                >
                  Nhận là việc phải làm
                </Button>{' '}
                <Button
                  type="text"
                  {...offWhen(closed)}
                  onClick={() => void settle.run({ dossierId, text, decision: 'dismiss' })}
                >
                  Không phải
                </Button>
              </td>
            </tr>
          ))}
          {settled.map((promise) => (
            <Settled key={promise.id} promise={promise} dossier={dossier} closed={closed} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface SettledProps {
  readonly promise: PromisedDocument;
  readonly dossier: DossierView;
  readonly closed: boolean;
}

function Settled({ promise, dossier, closed }: SettledProps): ReactNode {
  const { dossierId } = dossier;
  const { text, lastDay, state, documentId } = promise;
  const settle = useCommand('promise.settle', { offerUndo: true, done: 'Đã ghi.' });
  const linked = dossier.documents.find(({ id }) => id === documentId);
  const others = dossier.documents.filter(({ id }) => id !== dossierId);
  const late = state === 'owed' && lastDay !== null && lastDay < today();
  return (
    <tr>
      <td>{text}</td>
      <td className="nowrap">
        {state === 'owed' ? (
          <DateField
            label={`Hạn: ${text}`}
            value={lastDay}
            allowClear
            {...offWhen(closed)}
            onChange={(day) => void settle.run({ dossierId, text, decision: 'accept', lastDay: day })}
          />
        ) : (
          date(lastDay)
        )}
      </td>
      <td>
        {state === 'issued' ? (
          <>
            <StateTag words={{ sign: '●', word: 'Đã có' }} tone="good" />{' '}
            {linked?.numberText ?? linked?.title ?? ''}
          </>
        ) : (
          <StateTag
            words={late ? { sign: '!', word: 'Quá hạn' } : { sign: '○', word: 'Chưa có văn bản' }}
            tone={late ? 'bad' : 'warn'}
          />
        )}
      </td>
      <td className="number nowrap">
        {state === 'owed' ? (
          <Dropdown
            trigger={['click']}
            {...offWhen(closed || others.length === 0)}
            menu={{
              items: others.map(({ id, numberText, title }) => ({
                key: id,
                label: [numberText, title].filter(Boolean).join(' – '),
              })),
              onClick: ({ key }) =>
                void settle.run({ dossierId, text, decision: 'issued', lastDay, documentId: key }),
            }}
          >
            <Button title={others.length === 0 ? 'Thêm văn bản vào hồ sơ trước.' : ''}>Đã ban hành…</Button>
          </Dropdown>
        ) : null}{' '}
        <Button
          type="text"
          {...offWhen(closed)}
          onClick={() => void settle.run({ dossierId, text, decision: 'forget' })}
        >
          Quyết lại
        </Button>
      </td>
    </tr>
  );
}
