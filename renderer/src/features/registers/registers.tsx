import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { REGISTER_FILTERS, type RegisterBookRow } from '../../../../shared/rpc/contract/register';
import { useRpc } from '../../api/queries';
import { useKeys } from '../../app/keys';
import { patched, type AddressPatch } from '../../ui/address';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { Answer, EmptyPlace } from '../../ui/states';
import { LedgerPart } from '../delivery/ledger';
import { BookTab } from './book-tab';
import { EnterDialog } from './entry-dialog';
import { EntryDrawer } from './entry-drawer';
import { ReserveDialog, StartDialog } from './number-dialogs';
import { PrintDialog } from './print-dialog';
import { TransfersTab } from './transfers-tab';
import { WaitingTab } from './waiting-tab';
import { mostUsed } from './book-field';
import { READING, refusedBecause, useReadOnly } from '../../ui/writing';

const TABS = [
  { key: 'so', label: 'Sổ đăng ký' },
  { key: 'cho-so', label: 'Chờ số' },
  { key: 'giao-nhan', label: 'Sổ giao nhận' },
  { key: 'chuyen-giao', label: 'Sổ chuyển giao' },
] as const;
type TabKey = (typeof TABS)[number]['key'];
type Dialog = 'enter' | 'reserve' | 'start' | 'print';

/** Văn bản đi: the books, what waits for a number, who has received it, who was passed what. The address keeps tab, book, year and line. */
export default function Registers({ office }: { readonly office: OfficeView }): ReactNode {
  const registers = useRpc('register.list', {});
  return <Answer of={registers}>{(books) => <Books books={books} office={office} />}</Answer>;
}

interface BooksProps {
  readonly books: readonly RegisterBookRow[];
  readonly office: OfficeView;
}

function Books({ books, office }: BooksProps): ReactNode {
  const { tab: named } = useParams();
  const tab: TabKey = TABS.find(({ key }) => key === named)?.key ?? 'so';
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [days, setDays] = useState({ from: `${today().slice(0, 4)}-01-01`, to: today() });
  const because = useReadOnly();
  const enter = () => (refusedBecause(because) ? undefined : setDialog('enter'));
  useKeys([{ key: 'Ctrl+Alt+N', label: 'Ghi văn bản đi vào sổ', run: enter }]);
  const open = (key: TabKey) => void navigate(`/van-ban-di${key === 'so' ? '' : `/${key}`}`);
  const change = (patch: AddressPatch) => setParams(patched(params, patch), { replace: true });
  const seriesId =
    books.find((book) => book.seriesId === params.get('so'))?.seriesId ?? mostUsed(books)?.seriesId;
  const line = Number(params.get('dong') ?? '') || null;
  const close = () => setDialog(null);
  const about = { books, seriesId: seriesId ?? null, onClose: close };
  return (
    <Page
      title="Văn bản đi"
      tabs={<PlaceTabs label="Phần của Văn bản đi" tabs={TABS} current={tab} onChoose={open} />}
      actions={
        <>
          <Button {...READING} onClick={() => setDialog('print')}>
            Xuất sổ
          </Button>
          <Button onClick={() => setDialog('reserve')}>Giữ số</Button>
          <Button type="primary" onClick={() => setDialog('enter')} aria-keyshortcuts="Control+Alt+N">
            Ghi văn bản đi
          </Button>
        </>
      }
    >
      {tab !== 'so' ? null : seriesId === undefined ? (
        <EmptyPlace
          title="Sổ văn bản đi chưa có dòng nào."
          hint="Mở một kế hoạch đã rà soát, phần Văn bản, rồi bấm “Lấy số”: văn bản được ghi vào sổ và nhận số tiếp theo. Sổ giấy đang dùng dở: ghi số cuối của sổ giấy, sổ ở đây cấp tiếp."
          action={<Button onClick={() => setDialog('start')}>Sổ giấy đã đến số…</Button>}
        />
      ) : (
        <BookTab
          key={seriesId}
          books={books}
          seriesId={seriesId}
          onSeries={(id) => change({ so: id, nam: null, dong: null })}
          year={Number(params.get('nam') ?? '') || null}
          onYear={(year) => change({ nam: year === null ? null : String(year) })}
          filter={REGISTER_FILTERS.find((one) => one === params.get('loc')) ?? 'all'}
          onFilter={(filter) => change({ loc: filter === 'all' ? null : filter })}
          onOpen={(number) => change({ so: seriesId, dong: String(number) })}
          onStart={() => setDialog('start')}
        />
      )}
      {tab === 'cho-so' ? <WaitingTab onReserve={() => setDialog('reserve')} /> : null}
      {tab === 'giao-nhan' ? <LedgerPart office={office} /> : null}
      {tab === 'chuyen-giao' ? <TransfersTab {...days} onDays={(from, to) => setDays({ from, to })} /> : null}
      {dialog === 'enter' ? (
        <EnterDialog
          {...about}
          onWaiting={() => {
            close();
            open('cho-so');
          }}
        />
      ) : null}
      {dialog === 'reserve' ? <ReserveDialog {...about} /> : null}
      {dialog === 'start' ? <StartDialog {...about} /> : null}
      {dialog === 'print' ? (
        <PrintDialog {...about} days={days} book={tab === 'chuyen-giao' ? 'chuyen-giao' : 'di'} />
      ) : null}
      {line !== null && seriesId !== undefined ? (
        <EntryDrawer
          key={`${seriesId}|${line}`}
          seriesId={seriesId}
          number={line}
          onClose={() => change({ dong: null })}
        />
      ) : null}
    </Page>
  );
}
