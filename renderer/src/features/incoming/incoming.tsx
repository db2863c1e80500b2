import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { INCOMING_FILTERS, type IncomingFilter } from '../../../../shared/domain/incoming/standing';
import { callQuery } from '../../api/client';
import { useKeys } from '../../app/keys';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { useDelivery } from '../../ui/save-files';
import { BookTab } from './book-tab';
import { LineDialog } from './line-dialog';
import { LineDrawer } from './line-drawer';
import { BasesTab, UnitsTab, WithoutPlanTab } from './waiting-tabs';
import { READING } from '../../ui/writing';

const TABS = [
  { key: 'so', label: 'Sổ đăng ký' },
  { key: 'chua-co-ke-hoach', label: 'Cấp trên: chưa có kế hoạch' },
  { key: 'don-vi', label: 'Đơn vị chưa ban hành' },
  { key: 'can-cu', label: 'Căn cứ của kế hoạch' },
] as const;
type TabKey = (typeof TABS)[number]['key'];

const BOOKS = [
  { key: 'den xlsx', label: 'Sổ đăng ký, Excel' },
  { key: 'den pdf', label: 'Sổ đăng ký, PDF' },
  { key: 'theo-doi xlsx', label: 'Sổ theo dõi giải quyết, Excel' },
  { key: 'theo-doi pdf', label: 'Sổ theo dõi giải quyết, PDF' },
] as const;

/** Văn bản đến: the book, and what its lines and the units wait for. The address keeps tab, year, filter and line. */
export default function Incoming(): ReactNode {
  const { tab: named } = useParams();
  const tab: TabKey = TABS.find(({ key }) => key === named)?.key ?? 'so';
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const [registering, setRegistering] = useState(false);
  const delivery = useDelivery();
  useKeys([{ key: 'Ctrl+Shift+D', label: 'Đăng ký văn bản đến', run: () => setRegistering(true) }]);
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
  const exportBook = (key: string) => {
    const [book, format] = key.split(' ');
    delivery.make(key, () =>
      callQuery('register.export', {
        book: book === 'den' ? 'den' : 'theo-doi',
        year: year ?? Number(today().slice(0, 4)),
        format: format === 'pdf' ? 'pdf' : 'xlsx',
      }),
    );
  };
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
          <Dropdown
            trigger={['click']}
            menu={{ items: BOOKS.map((book) => ({ ...book })), onClick: ({ key }) => exportBook(key) }}
          >
            <Button {...READING} loading={delivery.busy !== null}>
              Xuất sổ văn bản đến
            </Button>
          </Dropdown>
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
