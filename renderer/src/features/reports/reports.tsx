import type { ComponentType, ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { PlaceTabs } from '../../ui/place-tabs';
import Board from './board';
import EntrySheet from './entry-sheet';
import QuestionsTab from './questions-tab';
import type { ReportTabProps } from './report-tab';

interface ReportTab {
  /** Last part of the address `/bao-cao/…`. */
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<ReportTabProps>;
}

/** The parts of Báo cáo, in the order of their tabs; the first is where the place opens. */
const REPORT_TABS: readonly ReportTab[] = [
  { key: 'bang', label: 'Bảng theo dõi', component: Board },
  { key: 'nhap', label: 'Nhập bảng', component: EntrySheet },
  { key: 'cau-hoi', label: 'Câu hỏi số liệu', component: QuestionsTab },
];

export default function Reports(): ReactNode {
  const { tab } = useParams();
  const navigate = useNavigate();
  const [first] = REPORT_TABS;
  const current = tab === undefined ? first : REPORT_TABS.find((each) => each.key === tab);
  if (!current) return <Navigate to="/bao-cao" replace />;
  const Part = current.component;
  return (
    <Part
      tabs={
        <PlaceTabs
          label="Các phần của Báo cáo"
          tabs={REPORT_TABS}
          current={current.key}
          onChoose={(key) => void navigate(key === first?.key ? '/bao-cao' : `/bao-cao/${key}`)}
        />
      }
    />
  );
}
