import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { INCOMING_FILTERS, type IncomingFilter } from '../../../../shared/domain/incoming/standing';
import type { InputOf } from '../../../../shared/rpc/contract';
import { callQuery } from '../../api/client';
import { useKeys } from '../../app/keys';
import { FileMenu } from '../../ui/file-menu';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { refusedBecause, useReadOnly } from '../../ui/writing';
import { BookTab } from './book-tab';
import { LineDialog } from './line-dialog';
import { LineDrawer } from './line-drawer';
import { BasesTab, UnitsTab, WithoutPlanTab } from './waiting-tabs';

const TABS = [
  { key: 'so', label: 'Sổ đăng ký' },
  { key: 'chua-co-ke-hoach', label: 'Cấp trên: chưa có kế hoạch' },
  { key: 'don-vi', label: 'Đơn vị chưa ban hành' },
  { key: 'can-cu', label: 'Căn cứ của kế hoạch' },
] as const;
type TabKey = (typeof TABS)[number]['key'];

type WantedBook = Pick<InputOf<'register.export'>, 'book' | 'format'>;
const BOOKS: readonly (WantedBook & { readonly label: string })[] = [
  { book: 'den', format: 'xlsx', label: 'Sổ đăng ký, Excel' },
  { book: 'den', format: 'pdf', label: 'Sổ đăng ký, PDF' },
  { book: 'theo-doi', format: 'xlsx', label: 'Sổ theo dõi giải quyết, Excel' },
  { book: 'theo-doi', format: 'pdf', label: 'Sổ theo dõi giải quyết, PDF' },
];

/** Văn bản đến: the book, and what its lines and the units wait for. The address keeps tab, year, filter and line. */
export default function Incoming(): ReactNode {
  const { tab: named } = useParams();
  const tab: TabKey = TABS.find(({ key }) => key === named)?.key ?? 'so';
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const [registering, setRegistering] = useState(false);
  const because = useReadOnly();
  const register = () => (refusedBecause(because) ? undefined : setRegistering(true));
  useKeys([{ key: 'Ctrl+Shift+D', label: 'Đăng ký văn bản đến', run: register }]);
  const year = Number(params.get('nam') ?? '') || null;
  const filter: IncomingFilter = INCOMING_FILTERS.find((one) => one === params.get('loc')) ?? 'all';
  const line = params.get('dong');
  const change = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const open = (id: string) => change('dong', id);
  return (
    <Page
      title="Văn bản đến"
      tabs={
        <PlaceTabs
          label="Phần của Văn bản đến"
          tabs={TABS}
          current={tab}
          onChoose={(key) => void navigate(`/van-ban-den${key === 'so' ? '' : `/${key}`}`)}
        />
      }
      actions={
        <>
          <FileMenu<WantedBook>
            label="Xuất sổ văn bản đến"
            files={BOOKS}
            make={({ book, format }) =>
              callQuery('register.export', { book, format, year: year ?? Number(today().slice(0, 4)) })
            }
          />
          <Button type="primary" onClick={() => setRegistering(true)} aria-keyshortcuts="Control+Shift+D">
            Đăng ký văn bản đến
          </Button>
        </>
      }
    >
      {tab === 'so' ? (
        <BookTab
          year={year}
          onYear={(next) => change('nam', String(next))}
          filter={filter}
          onFilter={(next) => change('loc', next === 'all' ? null : next)}
          onOpen={open}
          onRegister={() => setRegistering(true)}
        />
      ) : null}
      {tab === 'chua-co-ke-hoach' ? <WithoutPlanTab onOpen={open} /> : null}
      {tab === 'don-vi' ? <UnitsTab /> : null}
      {tab === 'can-cu' ? <BasesTab /> : null}
      {registering ? <LineDialog standing={null} onClose={() => setRegistering(false)} /> : null}
      {line === null ? null : <LineDrawer key={line} id={line} onClose={() => change('dong', null)} />}
    </Page>
  );
}
