import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dateOfInstant } from '../../../../shared/date/plain-date';
import { DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import type { ConferenceView } from '../../../../shared/rpc/contract/conference';
import { callQuery } from '../../api/client';
import { date } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { offWhen, READING } from '../../ui/writing';

interface InvitationsProps {
  readonly conference: ConferenceView;
  /** Those invited were changed and not saved: an invitation would not know of them. */
  readonly unsaved: boolean;
  readonly onInvite: () => void;
  readonly onMark: () => void;
}

/** What was made to invite, each with the step that it waits for. */
export function Invitations({ conference, unsaved, onInvite, onMark }: InvitationsProps): ReactNode {
  const { dossierId, id, invitations, record, closed, invited, day } = conference;
  const delivery = useDelivery();
  const take = (documentId: string, format: 'docx' | 'pdf') =>
    delivery.make(`${documentId}${format}`, () =>
      callQuery('conference.invitation', { dossierId, id, documentId, format }),
    );
  const why = record.halted
    ? 'Hội nghị đang hoãn hoặc đã hủy: định lại ngày trước khi mời.'
    : unsaved
      ? 'Lưu thành phần trước khi làm giấy mời.'
      : day === null
        ? 'Hội nghị chưa có ngày: định ngày trước khi làm giấy mời.'
        : invited.length === 0
          ? 'Ghi thành phần trước khi làm giấy mời.'
          : '';
  return (
    <section aria-label="Giấy mời" className="stack">
      <div className="row">
        <h3>Giấy mời</h3>
        <span className="grow" />
        {closed ? null : (
          <>
            <Button {...offWhen(record.halted !== null)} onClick={onMark}>
              Đã mời bằng cách khác
            </Button>
            <Button
              type={invitations.length === 0 ? 'primary' : 'default'}
              {...offWhen(why !== '')}
              onClick={onInvite}
            >
              Làm giấy mời
            </Button>
          </>
        )}
      </div>
      {why === '' || closed ? null : <p className="muted">{why}</p>}
      {record.invitedBy ? (
        <p>
          Đã mời ngày {date(record.invitedBy.on)}: {record.invitedBy.how}.
        </p>
      ) : null}
      {invitations.length > 0 ? (
        <table className="plain" aria-label="Giấy mời đã làm">
          <thead>
            <tr>
              <th>Loại</th>
              <th>Trích yếu</th>
              <th>Số</th>
              <th>Làm ngày</th>
              <th>Tệp</th>
              <th>Bước tiếp theo</th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((one) => (
              <tr key={one.documentId}>
                <td>{DOCUMENT_TYPE[one.type] ?? one.type}</td>
                <td className="wide">{one.title}</td>
                <td className="nowrap">{one.numberText ?? 'chưa có'}</td>
                <td className="nowrap">{date(dateOfInstant(one.madeAt))}</td>
                <td className="nowrap">
                  <Button {...READING} size="small" onClick={() => take(one.documentId, 'docx')}>
                    Word
                  </Button>{' '}
                  <Button {...READING} size="small" onClick={() => take(one.documentId, 'pdf')}>
                    PDF
                  </Button>
                </td>
                <td className="nowrap">
                  {one.outdated ? (
                    <span className="tone-warn">! Ghi ngày giờ cũ; làm giấy mời mới </span>
                  ) : null}
                  {one.sent ? (
                    <span className="tone-good">● Đã gửi</span>
                  ) : one.numberText === null ? (
                    <Link to={`/ke-hoach/${dossierId}/van-ban`}>Lấy số ở Văn bản</Link>
                  ) : (
                    <Link to={`/ke-hoach/${dossierId}/noi-nhan?van-ban=${one.documentId}`}>
                      Gửi ở Nơi nhận
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
