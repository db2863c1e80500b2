import { Alert, Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Channel } from '../../../../shared/domain/dispatch/channel';
import { unreachedWords } from '../../../../shared/domain/dispatch/recipients';
import { otherWays } from '../../../../shared/domain/dispatch/line-ways';
import { CHANNEL } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { today } from '../../ui/format';
import { Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { SentBefore } from './sent-before';
import { ChooseRecipients } from './choose-recipients';
import { CrossCheck } from './cross-check';
import { RecipientLines } from './recipient-lines';
import { WaiverDialog } from './waiver-dialog';
import { offWhen, useShut } from '../../ui/writing';

interface SendPanelProps {
  readonly dossier: DossierView;
  readonly documentId: string;
  readonly office: OfficeView;
  /** Which document: shown among the actions. */
  readonly select: ReactNode;
  readonly onSent: () => void;
}

const CHANNELS = Object.entries(CHANNEL).map(([value, label]) => ({ value: value as Channel, label }));

/** Why these recipients are proposed. */
const PROPOSED = {
  replacement: 'Đang đề xuất đúng những nơi đã nhận văn bản được thay thế.',
  invitation: 'Đang đề xuất thành phần dự hội nghị có trong danh mục.',
  chasing: 'Đang đề xuất đúng những đơn vị được đôn đốc.',
} as const;

/** Whom one document goes to, which way each, and sending it. Without a signed copy the reason is asked for. */
export function SendPanel({ dossier, documentId, office, select, onSent }: SendPanelProps): ReactNode {
  const { dossierId } = dossier;
  const [day, setDay] = useState(today());
  const [channel, setChannel] = useState<Channel>('network');
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [own, setOwn] = useState(false);
  const [also, setAlso] = useState<readonly string[]>([]);
  const [ways, setWays] = useState<ReadonlyMap<string, Channel>>(new Map());
  const [choosing, setChoosing] = useState(false);
  const [waiving, setWaiving] = useState(false);
  const document = dossier.documents.find(({ id }) => id === documentId);
  const view = useRpc(
    'document.get',
    { dossierId, documentId },
    // The plan itself goes to its own recipients.
    { enabled: document !== undefined && documentId !== dossierId },
  );
  const proposed = view.data?.proposed ?? null;
  const to = chosen ?? (own ? null : (proposed?.entryIds ?? null));
  const expanded = useRpc(
    'dispatch.recipients',
    {
      dossierId,
      documentId: document ? documentId : null,
      date: day,
      to: to === null ? null : [...to],
      also: [...also],
    },
    { keep: true, enabled: document !== undefined },
  );
  const send = useCommand('dispatch.send', {
    done: (value) => `Đã gửi tới ${value.deliveries.length} nơi nhận.`,
    note: (value) => unreachedWords(value.unreached),
  });
  const before = new Map(proposed?.channels.map((each) => [each.entryId, each.channel]));
  const usual = new Map(office.entries.map(({ id, channel: own }) => [id, before.get(id) ?? own]));
  const submit = async (waiver: string | null) => {
    const done = await send.run({
      dossierId,
      documentId,
      date: day,
      channel,
      to: to === null ? null : [...to],
      also: [...also],
      channels: expanded.data ? otherWays(expanded.data, ways, usual, channel) : [],
      waiver,
    });
    if (!done) return;
    setWaiving(false);
    onSent();
  };
  const unsigned = document?.signedFile === null && document.waiver === undefined;
  const numbered = document?.numberText != null;
  const closed = useShut(dossier.plan);
  const count = expanded.data?.recipients.length ?? 0;
  return (
    <Panel
      title="Phát hành"
      actions={
        <>
          {select}
          <DateField label="Ngày gửi" value={day} onChange={(value) => setDay(value ?? today())} />
          <Select
            aria-label="Cách gửi"
            value={channel}
            options={CHANNELS}
            onChange={setChannel}
            style={{ width: 140 }}
          />
          <Button onClick={() => setChoosing(true)}>Chọn nơi nhận khác</Button>
          <Button
            type="primary"
            loading={send.pending}
            {...offWhen(closed || count === 0 || !numbered)}
            onClick={() => (unsigned ? setWaiving(true) : void submit(null))}
          >
            Gửi {expanded.data ? `${count} nơi nhận` : ''}
          </Button>
        </>
      }
    >
      {numbered ? null : <p className="tone-warn">? Văn bản chưa có số. Lấy số ở phần Văn bản trước.</p>}
      {to === null ? null : (
        <p>
          {chosen === null && proposed !== null
            ? PROPOSED[proposed.because]
            : 'Đang gửi theo danh sách tự chọn.'}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setChosen(null);
              setOwn(true);
            }}
          >
            Dùng lại nơi nhận của kế hoạch
          </button>
        </p>
      )}
      {document === undefined ? null : (
        <Answer of={expanded} loading="Đang mở danh sách nơi nhận…">
          {(value) => (
            <>
              <SentBefore dossier={dossier} documentId={documentId} expanded={value} onOnly={setChosen} />
              {value.lines.some((line) => line.problem !== null) ? (
                <Alert
                  type="warning"
                  showIcon
                  title="Một số dòng nơi nhận chưa khớp danh mục nên chưa được gửi. Sửa ở phần Rà soát hoặc chọn nơi nhận khác."
                  style={{ marginBottom: 8 }}
                />
              ) : null}
              <RecipientLines
                expanded={value}
                office={office}
                channel={channel}
                before={before}
                ways={ways}
                onWay={(key, way) => {
                  const next = new Map(ways);
                  if (way === null) next.delete(key);
                  else next.set(key, way);
                  setWays(next);
                }}
              />
              {/* An invitation or a letter goes to whom it is about, not to everybody who was given work. */}
              {documentId !== dossierId && proposed?.because !== 'replacement' ? null : (
                <CrossCheck
                  dossier={dossier}
                  check={value.check}
                  also={also}
                  chosen={chosen ?? []}
                  entries={new Map(office.entries.map((entry) => [entry.id, entry]))}
                  onAdd={(ids) => setAlso([...new Set([...also, ...ids])])}
                  onRemove={() => setAlso([])}
                />
              )}
            </>
          )}
        </Answer>
      )}
      {choosing ? (
        <ChooseRecipients
          office={office}
          value={to ?? []}
          onClose={() => setChoosing(false)}
          onChoose={setChosen}
        />
      ) : null}
      {waiving && document ? (
        <WaiverDialog
          dossierId={dossierId}
          document={document}
          pending={send.pending}
          error={send.error}
          onClose={() => setWaiving(false)}
          onSigned={() => void submit(null)}
          onWaived={(reason) => void submit(reason)}
        />
      ) : null}
    </Panel>
  );
}
