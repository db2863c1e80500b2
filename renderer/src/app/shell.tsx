import { Button, Tooltip } from 'antd';
import { Suspense, lazy, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import type { OfficeView } from '../../../shared/rpc/contract/office';
import { useRpc } from '../api/queries';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/states';
import { moment } from '../ui/format';
import { readOnlyWords, refusedBecause, Writing } from '../ui/writing';
import { DropZone } from './drop-zone';
import { ErrorBoundary } from './error-boundary';
import { undoLast } from './feedback';
import { IntakeContext, type Intake } from './intake-context';
import { KeyHelp } from './key-help';
import { GLOBAL_KEYS, useKeys, type GlobalKey } from './keys';
import { Palette } from './palette';
import { useActions } from './use-actions';
import { PLACES, addressOf, keyOfPlace, placeOf, rememberAddress } from './places';

const Today = lazy(() => import('../features/today/today'));
const Plans = lazy(() => import('../features/plans/plans'));
const Dossier = lazy(() => import('../features/dossier/dossier'));
const Reports = lazy(() => import('../features/reports/reports'));
const Summary = lazy(() => import('../features/summary/summary'));
const Registers = lazy(() => import('../features/registers/registers'));
const Calendar = lazy(() => import('../features/calendar/calendar'));
const Incoming = lazy(() => import('../features/incoming/incoming'));
const IncomingIntake = lazy(() => import('../features/incoming/incoming-intake'));
const Archive = lazy(() => import('../features/archive/archive'));
const Directory = lazy(() => import('../features/directory/directory'));
const Settings = lazy(() => import('../features/settings/settings'));
const PlanIntake = lazy(() => import('../features/plans/plan-intake'));
const ReportIntake = lazy(() => import('../features/reports/report-intake'));
const OwnPlanIntake = lazy(() => import('../features/obligations/own-plan-intake'));
const DirectoryIntake = lazy(() => import('../features/directory/directory-intake'));

export function Shell({ office }: { readonly office: OfficeView }): ReactNode {
  const location = useLocation();
  const navigate = useNavigate();
  const [searching, setSearching] = useState(false);
  const [help, setHelp] = useState(false);
  const [intake, setIntake] = useState<Intake | null>(null);
  // The daily backup is made without any change of the data: look again now and then.
  const state = useRpc('store.state', {}, { every: 60_000 });

  useEffect(() => rememberAddress(location.pathname, location.search), [location]);

  const because = state.data?.readOnlyBecause ?? null;
  const refuse = useCallback((): boolean => refusedBecause(because), [because]);
  // A drop, a key, an action of the palette: what would end in a refusal says so before anything is read.
  const openIntake = useCallback((next: Intake) => (refuse() ? undefined : setIntake(next)), [refuse]);
  const actions = useActions({ openIntake, showKeys: () => setHelp(true) });
  const work: Readonly<Record<GlobalKey, () => void>> = {
    'Ctrl+K': () => setSearching(true),
    'Ctrl+I': () => openIntake({ kind: 'plan', files: [] }),
    'Ctrl+Z': () => (refuse() ? undefined : void undoLast()),
    'Shift+?': () => setHelp(true),
  };
  useKeys([
    ...PLACES.map((place, index) => ({
      key: keyOfPlace(index),
      label: place.name,
      inInputs: true,
      run: () => void navigate(addressOf(place, location.pathname)),
    })),
    ...GLOBAL_KEYS.map((each) => ({ ...each, run: work[each.key] })),
  ]);
  const intakeActions = useMemo(() => ({ open: openIntake }), [openIntake]);
  const close = () => setIntake(null);
  const here = placeOf(location.pathname);

  return (
    <IntakeContext value={intakeActions}>
      <div className="shell">
        <header className="top-bar">
          <Link to="/hom-nay" className="brand">
            VPĐU Desk
          </Link>
          <Button className="search-button" onClick={() => setSearching(true)} aria-keyshortcuts="Control+K">
            <Icon name="search" size={15} /> <span>Tìm kế hoạch, văn bản, đơn vị…</span> <kbd>Ctrl+K</kbd>
          </Button>
          <span className="grow" />
          <span className="office-name" data-testid="office-name">
            {office.profile?.issuingBody}
          </span>
          <Tooltip title="Mở phần sao lưu trong Cài đặt">
            <Link to="/cai-dat" className="backup-state" data-testid="backup-state">
              {state.data?.lastBackup ? `● Sao lưu ${moment(state.data.lastBackup)}` : '○ Chưa sao lưu'}
            </Link>
          </Tooltip>
          <Button type="text" aria-label="Các phím tắt" onClick={() => setHelp(true)}>
            ?
          </Button>
        </header>
        <nav className="rail" aria-label="Các nơi làm việc">
          {PLACES.map((place, index) => (
            <Link
              key={place.path}
              to={addressOf(place, location.pathname)}
              className={here === place ? 'active' : ''}
              aria-current={here === place ? 'page' : undefined}
              aria-keyshortcuts={keyOfPlace(index)}
              title={`${place.name} (${keyOfPlace(index)})`}
            >
              <Icon name={place.icon} />
              <span>{place.name}</span>
            </Link>
          ))}
        </nav>
        {because === null ? null : (
          <div className="banner" role="alert">
            {readOnlyWords(because)}
          </div>
        )}
        <main className="content">
          <Writing because={because}>
            <ErrorBoundary key={here?.path ?? ''}>
              <Suspense fallback={<Loading />}>
                <Routes>
                  <Route path="/hom-nay" element={<Today />} />
                  <Route path="/ke-hoach" element={<Plans />} />
                  <Route path="/ke-hoach/:dossierId/:tab?/:part?" element={<Dossier office={office} />} />
                  <Route path="/bao-cao/:tab?" element={<Reports />} />
                  <Route path="/tong-hop/:tab?" element={<Summary office={office} />} />
                  <Route path="/van-ban-di/:tab?" element={<Registers office={office} />} />
                  <Route path="/lich/:view?" element={<Calendar />} />
                  <Route path="/van-ban-den/:tab?" element={<Incoming />} />
                  <Route path="/luu-tru" element={<Archive />} />
                  <Route path="/danh-muc/:section?" element={<Directory office={office} />} />
                  <Route path="/cai-dat" element={<Settings office={office} />} />
                  <Route path="*" element={<Navigate to="/hom-nay" replace />} />
                </Routes>
              </Suspense>
            </ErrorBoundary>
          </Writing>
        </main>
        {searching ? <Palette onClose={() => setSearching(false)} actions={actions} /> : null}
        {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
        <Suspense fallback={null}>
          {intake?.kind === 'plan' ? (
            <PlanIntake files={intake.files} incomingId={intake.incomingId ?? null} onClose={close} />
          ) : null}
          {intake?.kind === 'reports' ? (
            <ReportIntake
              files={intake.files}
              {...(intake.items ? { items: intake.items } : {})}
              onClose={close}
            />
          ) : null}
          {intake?.kind === 'incoming' ? <IncomingIntake files={intake.files} onClose={close} /> : null}
          {intake?.kind === 'own-plans' ? <OwnPlanIntake files={intake.files} onClose={close} /> : null}
          {intake?.kind === 'directory' ? <DirectoryIntake files={intake.files} onClose={close} /> : null}
        </Suspense>
        <DropZone onIntake={openIntake} />
      </div>
    </IntakeContext>
  );
}
