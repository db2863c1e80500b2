import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useRpc } from '../../api/queries';
import { Page } from '../../ui/page';
import { Answer } from '../../ui/states';
import { DocumentStatusTag, PlanStatusTag } from '../../ui/tags';
import { Review } from '../review/review';
import { isUncertain } from '../review/item-fields';
import { ConferencesTab } from '../conferences/conferences-tab';
import { ArchiveTab } from './archive-tab';
import { DispatchTab } from './dispatch-tab';
import { DocumentsTab } from './documents-tab';
import { FilesTab } from './files-tab';
import { HistoryTab } from './history-tab';
import { OverviewTab } from './overview-tab';
import { PlanTextTab } from '../plan-text/plan-text-tab';
import { TasksTab } from '../tasks/tasks-tab';
import { ReportsTab } from './reports-tab';
import { READING } from '../../ui/writing';

/** One dossier: its tabs, and one main action that follows its state. */
export default function Dossier({ office }: { readonly office: OfficeView }): ReactNode {
  const { dossierId = '', tab } = useParams();
  const dossier = useRpc('plan.get', { dossierId });
  return (
    <Answer of={dossier} loading="Đang mở hồ sơ…">
      {(value) => <DossierPage key={dossierId} dossier={value} office={office} tab={tab ?? 'tong-quan'} />}
    </Answer>
  );
}

interface DossierPageProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
  readonly tab: string;
}

function DossierPage({ dossier, office, tab }: DossierPageProps): ReactNode {
  const navigate = useNavigate();
  const { dossierId, plan } = dossier;
  const base = `/ke-hoach/${dossierId}`;
  // Of the plan itself: an invitation or a letter beside it has a number of its own.
  const number = dossier.documents.find(({ id }) => id === dossierId)?.numberText ?? null;
  const uncertain = dossier.items.filter(isUncertain).length;
  const next = nextStep(dossier);
  const tabs: readonly (readonly [string, string, ReactNode])[] = [
    ['tong-quan', 'Tổng quan', <OverviewTab key="o" dossier={dossier} office={office} />],
    [
      'ra-soat',
      uncertain > 0 ? `Rà soát (${uncertain})` : 'Rà soát',
      <Review key="r" dossier={dossier} office={office} />,
    ],
    ['soan-thao', 'Soạn thảo', <PlanTextTab key="s" dossier={dossier} office={office} />],
    ['van-ban', 'Văn bản', <DocumentsTab key="d" dossier={dossier} office={office} />],
    ['noi-nhan', 'Nơi nhận và phát hành', <DispatchTab key="n" dossier={dossier} office={office} />],
    ['nhiem-vu', 'Nhiệm vụ', <TasksTab key="v" dossier={dossier} office={office} />],
    ['hoi-nghi', 'Hội nghị', <ConferencesTab key="h" dossier={dossier} office={office} />],
    ['bao-cao', 'Báo cáo', <ReportsTab key="b" dossier={dossier} office={office} />],
    ['tep', `Tệp (${dossier.files.length})`, <FilesTab key="t" dossier={dossier} />],
    ['lich-su', 'Lịch sử', <HistoryTab key="l" dossierId={dossierId} />],
    ['luu-tru', 'Lưu trữ', <ArchiveTab key="a" dossier={dossier} />],
  ];
  return (
    <Page
      title={plan.title}
      note={
        <span className="row">
          <Link to="/ke-hoach">Kế hoạch</Link>
          <PlanStatusTag
            status={plan.status}
            composed={plan.composed === true}
            document={dossier.documents.find(({ id }) => id === dossierId)?.status ?? null}
          />
          <PlanOverTag dossier={dossier} />
          <span>{number === null ? 'Chưa lấy số' : `Số ${number}`}</span>
          <span>{plan.issuingBody}</span>
        </span>
      }
      actions={
        next && next.tab !== tab ? (
          <Button
            {...READING}
            type={tab === 'tong-quan' ? 'primary' : 'default'}
            onClick={() => void navigate(`${base}/${next.tab}${next.search ?? ''}`)}
          >
            Bước tiếp theo: {next.label}
          </Button>
        ) : null
      }
    >
      <Tabs
        className="dossier-tabs"
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => void navigate(`${base}/${key}`)}
        items={tabs.map(([key, label, children]) => ({ key, label, children }))}
      />
    </Page>
  );
}

interface Step {
  readonly tab: string;
  /** Which document the tab opens at. */
  readonly search?: string;
  readonly label: string;
}

/** The plan was issued, and then taken back or replaced: said beside its state, which does not change. */
function PlanOverTag({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const plan = dossier.documents.find(({ id }) => id === dossier.dossierId);
  if (plan?.status !== 'recalled' && plan?.status !== 'replaced') return null;
  const by = dossier.documents.find(({ id }) => id === plan.replacedBy);
  return (
    <>
      <DocumentStatusTag status={plan.status} />
      {by === undefined ? null : (
        <Link to={`/ke-hoach/${dossier.dossierId}/van-ban?van-ban=${encodeURIComponent(by.id)}`}>
          bằng {by.numberText ?? `“${by.title}”`}
        </Link>
      )}
    </>
  );
}

/** What a plan that was taken back or replaced waits for: the document in its place. Null once that was sent. */
function afterThePlan({ documents, dispatches, dossierId }: DossierView): Step | null {
  const plan = documents.find(({ id }) => id === dossierId);
  if (plan?.status === 'recalled') return { tab: 'van-ban', label: 'Soạn văn bản thay thế' };
  const by = documents.find(({ id }) => plan?.status === 'replaced' && id === plan.replacedBy);
  if (by === undefined || by.status === 'recalled' || by.status === 'replaced') return null;
  const search = `?van-ban=${encodeURIComponent(by.id)}`;
  if (by.numberText === null) return { tab: 'van-ban', search, label: 'Lấy số văn bản thay thế' };
  return dispatches.some(({ documentId }) => documentId === by.id)
    ? null
    : { tab: 'noi-nhan', search, label: 'Phát hành văn bản thay thế' };
}

/** What a dossier in this state waits for. */
export function nextStep(dossier: DossierView): Step | null {
  const { plan, periods, dossierId } = dossier;
  const documents = dossier.documents.filter(({ id }) => id === dossierId);
  const dispatches = dossier.dispatches.filter(({ documentId }) => documentId === dossierId);
  if (plan.status === 'review')
    return plan.composed
      ? { tab: 'soan-thao', label: 'Soạn tiếp' }
      : { tab: 'ra-soat', label: 'Rà soát kế hoạch' };
  if (plan.status === 'closed') return { tab: 'luu-tru', label: 'Xuất hồ sơ lưu trữ' };
  if (!documents.some((document) => document.numberText !== null)) return { tab: 'van-ban', label: 'Lấy số' };
  const over = afterThePlan(dossier);
  if (over !== null) return over;
  if (dispatches.length === 0) return { tab: 'noi-nhan', label: 'Phát hành' };
  if (periods.length === 0) return { tab: 'bao-cao', label: 'Yêu cầu báo cáo' };
  return { tab: 'bao-cao', label: 'Theo dõi báo cáo' };
}
