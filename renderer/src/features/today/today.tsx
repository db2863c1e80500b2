import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { date } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import type { Tone } from '../../ui/tags';
import { READING, useReadOnly } from '../../ui/writing';

type Item = OutputOf<'today.list'>['items'][number];

const KIND: Readonly<
  Record<Item['kind'], { readonly sign: string; readonly word: string; readonly tone: Tone }>
> = {
  overdue: { sign: '!', word: 'Quá hạn', tone: 'bad' },
  due: { sign: '◷', word: 'Đến hạn', tone: 'warn' },
  review: { sign: '◔', word: 'Cần rà soát', tone: 'warn' },
  register: { sign: '№', word: 'Chờ lấy số', tone: 'info' },
  send: { sign: '→', word: 'Chờ gửi', tone: 'info' },
  confirm: { sign: '?', word: 'Chờ xác nhận', tone: 'info' },
  'close-period': { sign: 'Σ', word: 'Chờ chốt kỳ', tone: 'info' },
  archive: { sign: '■', word: 'Chờ kết thúc', tone: 'quiet' },
  soon: { sign: '…', word: 'Sắp tới', tone: 'quiet' },
};

type About = NonNullable<Item['about']>['kind'];

function partOfReports(tab: string, name: string): (item: Item, id: string | null) => string {
  return (item, id) => `/bao-cao/${tab}?ho-so=${item.dossierId ?? ''}${id === null ? '' : `&${name}=${id}`}`;
}

/** Where the step of a line that is about one thing is done. */
const ADDRESS_OF: Readonly<Record<About, (item: Item, id: string | null) => string>> = {
  numbers: () => '/van-ban-di/cho-so',
  incoming: (_, id) => `/van-ban-den?dong=${id ?? ''}`,
  'own-plan': partOfReports('ke-hoach-don-vi', 'yeu-cau'),
  upward: partOfReports('gui-cap-tren', 'muc'),
  difficulty: partOfReports('kho-khan', 'muc'),
  document: (item, id) =>
    `/ke-hoach/${item.dossierId ?? ''}/van-ban${id === null ? '' : `?van-ban=${encodeURIComponent(id)}`}`,
  sending: (item, id) =>
    `/ke-hoach/${item.dossierId ?? ''}/noi-nhan${id === null ? '' : `?van-ban=${encodeURIComponent(id)}`}`,
  conference: (item, id) => `/ke-hoach/${item.dossierId ?? ''}/hoi-nghi?hoi-nghi=${id ?? ''}`,
  task: (item, id) => `/ke-hoach/${item.dossierId ?? ''}/nhiem-vu${id === null ? '' : `?muc=${id}`}`,
  counts: (item, id) => `/ke-hoach/${item.dossierId ?? ''}/nhiem-vu/dinh-ky?muc=${id ?? ''}&thieu=1`,
  inspection: (item, id) =>
    `/ke-hoach/${item.dossierId ?? ''}/nhiem-vu/kiem-tra${id === null ? '' : `?muc=${id}`}`,
};

function addressFor(item: Item): string {
  const { about } = item;
  if (about !== null) return ADDRESS_OF[about.kind](item, about.id);
  if (item.dossierId === null) return '/ke-hoach';
  const base = `/ke-hoach/${item.dossierId}`;
  const period = item.period === null ? '' : `?ky=${item.period}`;
  switch (item.kind) {
    case 'review':
      return `${base}/ra-soat`;
    case 'register':
      return `${base}/van-ban`;
    case 'send':
    case 'confirm':
      return `${base}/noi-nhan`;
    case 'archive':
      return `${base}/luu-tru`;
    case 'close-period':
      return `/tong-hop?ho-so=${item.dossierId}${item.period === null ? '' : `&ky=${item.period}`}`;
    case 'overdue':
      if (item.period === null) return base;
      return `/bao-cao/don-doc?ho-so=${item.dossierId}&ky=${item.period}&mo=1`;
    default:
      return item.period === null ? base : `${base}/bao-cao${period}`;
  }
}

export default function Today(): ReactNode {
  const today = useRpc('today.list', {});
  const navigate = useNavigate();
  const intake = useIntake();
  const open = (item: Item) => void navigate(addressFor(item));

  return (
    <Page
      title="Hôm nay"
      {...(today.data ? { note: `${capital(today.data.weekday)}, ${date(today.data.date)}` } : {})}
      actions={
        <Button onClick={() => intake.open({ kind: 'plan', files: [] })} aria-keyshortcuts="Control+I">
          Nhập kế hoạch
        </Button>
      }
    >
      <Answer of={today}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPlace
              title="Hôm nay không còn việc nào chờ."
              hint="Cơ quan mới: nhập danh sách đơn vị ở Danh mục trước, rồi nhập kế hoạch. Khi có kế hoạch, nơi này nhắc việc cần rà soát, lấy số, gửi, đôn đốc, chốt kỳ và lưu trữ."
              action={
                <Button type="primary" onClick={() => intake.open({ kind: 'plan', files: [] })}>
                  Nhập kế hoạch
                </Button>
              }
            />
          ) : (
            <div className="panel flush">
              <table className="plain today" aria-label="Việc hôm nay">
                {byKind(items).map((group, index) => (
                  <Group key={group.kind} {...group} first={index === 0} onOpen={open} />
                ))}
              </table>
            </div>
          )
        }
      </Answer>
    </Page>
  );
}

interface KindGroup {
  readonly kind: Item['kind'];
  readonly items: readonly Item[];
}

/** What is alike together; the most urgent kind comes first, as the list has it. */
function byKind(items: readonly Item[]): readonly KindGroup[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }));
}

/** So many of a kind are shown at first: the next kind stays in sight. */
const SHOWN = 5;

interface GroupProps extends KindGroup {
  /** The first step of the first group is the page's main action. */
  readonly first: boolean;
  readonly onOpen: (item: Item) => void;
}

function Group({ kind, items, first, onOpen }: GroupProps): ReactNode {
  const readOnly = useReadOnly() !== null;
  const [all, setAll] = useState(false);
  const { sign, word, tone } = KIND[kind];
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <tbody>
      <tr>
        <th colSpan={3} scope="rowgroup" className={`tone-${tone}`}>
          <span aria-hidden="true">{sign}</span> {word} ({items.length})
        </th>
      </tr>
      {shown.map((item, index) => (
        <tr key={`${item.dossierId ?? ''}|${item.period ?? ''}|${item.about?.id ?? ''}|${index}`}>
          <td className="nowrap number">{date(item.date)}</td>
          <td className="wide">
            <div className="strong sentence block" title={item.title}>
              {item.title}
            </div>
            <div className="muted sentence block" title={item.detail}>
              {item.detail}
            </div>
          </td>
          <td className="nowrap number">
            <Button
              {...READING}
              type={first && index === 0 ? 'primary' : 'default'}
              onClick={() => onOpen(item)}
            >
              {readOnly ? 'Mở' : item.action}
            </Button>
          </td>
        </tr>
      ))}
      {shown.length < items.length ? (
        <tr>
          <td colSpan={3}>
            <button type="button" className="link-button" onClick={() => setAll(true)}>
              Xem {items.length - shown.length} việc nữa
            </button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
