import { useEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { focusOpenTab, PlaceTabs } from '../../ui/place-tabs';
import DifficultiesTab from '../obligations/difficulties-tab';
import OwedTab from '../obligations/owed-tab';
import OwnPlansTab from '../obligations/own-plans-tab';
import UpwardTab from '../obligations/upward-tab';
import Board from './board';
import EntrySheet from './entry-sheet';
import QuestionsTab from './questions-tab';
import { FollowUp } from './follow-up';
import type { ReportTabProps } from './report-tab';
import Tray from './tray';

interface ReportTab {
  /** Last part of the address `/bao-cao/…`. */
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<ReportTabProps>;
}

/** The parts of Báo cáo, in the order of their tabs; the first is where the place opens. */
const REPORT_TABS: readonly ReportTab[] = [
  { key: 'bang', label: 'Bảng theo dõi', component: Board },
  { key: 'khay', label: 'Khay tiếp nhận', component: Tray },
  { key: 'nhap', label: 'Nhập bảng', component: EntrySheet },
  { key: 'cau-hoi', label: 'Câu hỏi số liệu', component: QuestionsTab },
  { key: 'don-doc', label: 'Đôn đốc', component: FollowUp },
  { key: 'phai-bao-cao', label: 'Phải báo cáo', component: OwedTab },
  { key: 'gui-cap-tren', label: 'Gửi cấp trên', component: UpwardTab },
  { key: 'ke-hoach-don-vi', label: 'Kế hoạch của đơn vị', component: OwnPlansTab },
  { key: 'kho-khan', label: 'Khó khăn, vướng mắc', component: DifficultiesTab },
];

export default function Reports(): ReactNode {
  const { tab } = useParams();
  const navigate = useNavigate();
  const [first] = REPORT_TABS;
  const current = tab === undefined ? first : REPORT_TABS.find((each) => each.key === tab);
  // Each part brings its own page, bar and all: the focus goes over to the new bar.
  const chosen = useRef(false);
  useEffect(() => {
    if (chosen.current) focusOpenTab();
    chosen.current = false;
  }, [tab]);
  if (!current) return <Navigate to="/bao-cao" replace />;
  const Part = current.component;
  return (
    <Part
      tabs={
        <PlaceTabs
          label="Các phần của Báo cáo"
          tabs={REPORT_TABS}
          current={current.key}
          onChoose={(key) => {
            chosen.current = true;
            void navigate(key === first?.key ? '/bao-cao' : `/bao-cao/${key}`);
          }}
        />
      }
    />
  );
}
