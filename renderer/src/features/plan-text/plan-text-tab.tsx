import { Button } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useCommand } from '../../api/commands';
import { PlacePanel, PlaceTabs } from '../../ui/place-tabs';
import { AssignmentsPart } from './assignments-part';
import { CheckPart } from './check-part';
import { ContentPart } from './content-part';
import { PreviewPart } from './preview-part';
import type { PlanTextPartProps } from './plan-text-part';
import { RecipientsPart } from './recipients-part';
import { VersionsPart } from './versions-part';

interface PlanTextPart {
  /** Last part of the address `/ke-hoach/:id/soan-thao/…`. */
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<PlanTextPartProps>;
}

/** The parts of Soạn thảo, in the order of their tabs; the first is where it opens. */
export const PLAN_TEXT_PARTS: readonly [PlanTextPart, ...PlanTextPart[]] = [
  { key: 'noi-dung', label: 'Nội dung', component: ContentPart },
  { key: 'phan-cong', label: 'Phân công', component: AssignmentsPart },
  { key: 'noi-nhan', label: 'Nơi nhận', component: RecipientsPart },
  { key: 'kiem-tra', label: 'Kiểm tra', component: CheckPart },
  { key: 'phien-ban', label: 'Phiên bản', component: VersionsPart },
  { key: 'xem-truoc', label: 'Xem trước', component: PreviewPart },
];

/** A plan's text: written, checked, looked at as it prints, compared with what it was. */
export function PlanTextTab({ dossier, office }: PlanTextPartProps): ReactNode {
  const { part } = useParams();
  const navigate = useNavigate();
  const base = `/ke-hoach/${dossier.dossierId}/soan-thao`;
  const finish = useCommand('plan.finishReview', { done: 'Đã soạn xong; lấy số khi trình ký.' });
  const finishWriting = async () => {
    if (await finish.run({ dossierId: dossier.dossierId }))
      await navigate(`/ke-hoach/${dossier.dossierId}/van-ban`);
  };
  const [first] = PLAN_TEXT_PARTS;
  const current = part === undefined ? first : PLAN_TEXT_PARTS.find(({ key }) => key === part);
  if (!current) return <Navigate to={base} replace />;
  const Part = current.component;
  return (
    <div className="plan-text">
      <div className="row plan-text-head">
        <PlaceTabs
          label="Các phần của Soạn thảo"
          tabs={PLAN_TEXT_PARTS}
          current={current.key}
          onChoose={(key) => void navigate(key === first.key ? base : `${base}/${key}`)}
        />
        <span className="grow" />
        {dossier.plan.composed && dossier.plan.status === 'review' ? (
          <Button type="primary" loading={finish.pending} onClick={() => void finishWriting()}>
            Soạn xong
          </Button>
        ) : null}
      </div>
      <PlacePanel>
        <Part dossier={dossier} office={office} />
      </PlacePanel>
    </div>
  );
}
