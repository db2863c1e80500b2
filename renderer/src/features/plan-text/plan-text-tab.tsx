import type { ComponentType, ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { PlacePanel, PlaceTabs } from '../../ui/place-tabs';
import { ContentPart } from './content-part';
import type { PlanTextPartProps } from './plan-text-part';

interface PlanTextPart {
  /** Last part of the address `/ke-hoach/:id/soan-thao/…`. */
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<PlanTextPartProps>;
}

/** The parts of Soạn thảo, in the order of their tabs; the first is where it opens. */
export const PLAN_TEXT_PARTS: readonly [PlanTextPart, ...PlanTextPart[]] = [
  { key: 'noi-dung', label: 'Nội dung', component: ContentPart },
];

/** A plan's text: written, checked, looked at as it prints, compared with what it was. */
export function PlanTextTab({ dossier, office }: PlanTextPartProps): ReactNode {
  const { part } = useParams();
  const navigate = useNavigate();
  const base = `/ke-hoach/${dossier.dossierId}/soan-thao`;
  const [first] = PLAN_TEXT_PARTS;
  const current = part === undefined ? first : PLAN_TEXT_PARTS.find(({ key }) => key === part);
  if (!current) return <Navigate to={base} replace />;
  const Part = current.component;
  return (
    <div className="plan-text">
      <PlaceTabs
        label="Các phần của Soạn thảo"
        tabs={PLAN_TEXT_PARTS}
        current={current.key}
        onChoose={(key) => void navigate(key === first.key ? base : `${base}/${key}`)}
      />
      <PlacePanel>
        <Part dossier={dossier} office={office} />
      </PlacePanel>
    </div>
  );
}
