import { Button, Dropdown, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { dateOfInstant } from '../../../../shared/date/plain-date';
import { isMonthRange } from '../../../../shared/domain/report/periods';
import { BOTH, EXPORT_FORMATS, formatMenu } from '../../../../shared/app/export/registry';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { OCCASION, periodWords, type Occasion } from '../../../../shared/i18n/vi';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { moment, today } from '../../ui/format';
import { currentPeriod } from '../reports/current-period';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { ClosePeriod, Unfinished } from './close-period';
import { FirstPackage } from './first-package';
import { PeriodChooser } from './period-chooser';
import { SUMMARY_TABS } from './tabs';
import './summary.css';
import { READING } from '../../ui/writing';

const FORMATS = formatMenu(EXPORT_FORMATS);
type Format = (typeof FORMATS)[number]['key'];

/** A period added up: totals, both coverages, targets, who is missing, versions; every total can be opened. */
export default function Summary({ office }: { readonly office: OfficeView }): ReactNode {
  const [params, setParams] = useSearchParams();
  const plans = useRpc('plan.list', { query: '', archived: false });
  const reporting = (plans.data ?? []).filter((plan) => plan.reports !== null);
  const dossierId = params.get('ho-so') ?? reporting[0]?.dossierId ?? null;
  return (
    <Answer of={plans}>
      {(rows) =>
        dossierId === null ? (
          <FirstPackage office={office} />
        ) : (
          <SummaryOf
            key={dossierId}
            dossierId={dossierId}
            office={office}
            plans={rows.map((plan) => ({
              value: plan.dossierId,
              label: [plan.numberText, plan.title].filter(Boolean).join(' – '),
            }))}
            asked={params.get('ky')}
            occasion={occasionOf(params.get('dip'))}
            onChoose={(next) => setParams(next)}
          />
        )
      }
    </Answer>
  );
}

interface SummaryOfProps {
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly plans: { value: string; label: string }[];
  readonly asked: string | null;
  readonly occasion: Occasion | null;
  readonly onChoose: (params: Record<string, string>) => void;
}

/** In the address: `dip=so-ket`, `dip=tong-ket`. */
const OCCASION_KEYS: Readonly<Record<Occasion, string>> = { preliminary: 'so-ket', final: 'tong-ket' };

function occasionOf(key: string | null): Occasion | null {
  return key === OCCASION_KEYS.preliminary ? 'preliminary' : key === OCCASION_KEYS.final ? 'final' : null;
}

function SummaryOf({ dossierId, office, plans, asked, occasion, onChoose }: SummaryOfProps): ReactNode {
  const dossier = useRpc('plan.get', { dossierId });
  const owed = dossier.data?.periods ?? [];
  const period = asked ?? currentPeriod(owed, today())?.id ?? null;
  const chooser = (
    <>
      <Select
        {...READING}
        aria-label="Kế hoạch"
        style={{ width: 260 }}
        value={dossierId}
        options={plans}
        onChange={(value) => onChoose({ 'ho-so': value })}
      />
      <PeriodChooser
        owed={owed}
        period={period}
        closed={(dossier.data?.consolidations ?? []).map((each) => each.period)}
        onChoose={(value, called) =>
          onChoose({
            'ho-so': dossierId,
            ky: value,
            ...(called === null ? {} : { dip: OCCASION_KEYS[called] }),
          })
        }
      />
    </>
  );
  return (
    <Answer of={dossier}>
      {(value) =>
        period === null ? (
          <Page title="Tổng hợp" actions={chooser}>
            <EmptyPlace
              title="Kế hoạch này chưa yêu cầu kỳ báo cáo nào."
              hint="Chọn kế hoạch khác, hoặc yêu cầu báo cáo trong hồ sơ."
            />
          </Page>
        ) : (
          <Period
            key={period}
            dossierId={dossierId}
            period={period}
            office={office}
            occasion={occasion}
            chooser={chooser}
            versions={value.consolidations
              .filter((each) => each.period === period)
              .sort((left, right) => right.version - left.version)}
          />
        )
      }
    </Answer>
  );
}

interface PeriodProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
  readonly occasion: Occasion | null;
  readonly chooser: ReactNode;
  readonly versions: readonly {
    version: number;
    supplement: boolean;
    closedAt: string;
    closedBy: string;
    reason: string;
  }[];
}

function Period({ dossierId, period, office, occasion, chooser, versions }: PeriodProps): ReactNode {
  const [version, setVersion] = useState<number | null>(null);
  const current = useRpc('report.totals', { dossierId, period, cumulative: false, version }, { keep: true });
  const cumulative = useRpc(
    'report.totals',
    { dossierId, period, cumulative: true, version },
    { keep: true },
  );
  const delivery = useDelivery();
  const navigate = useNavigate();
  const { tab } = useParams();
  const { search } = useLocation();
  const part = SUMMARY_TABS.find((each) => each.key === tab) ?? SUMMARY_TABS[0];
  const Part = part.component;
  const closed = versions.find((each) => each.version === version);
  const day = closed ? dateOfInstant(closed.closedAt) : today();
  const exportAs = (format: Format) =>
    delivery.make(format, () =>
      callQuery('export.summary', { dossierId, period, format, version, occasion }),
    );

  return (
    <Page
      title={`Tổng hợp ${occasion === null ? '' : `${OCCASION[occasion]} `}${inText(periodWords(period), occasion !== null || isMonthRange(period))}`}
      note={
        <span className="summary-note">
          <span className="summary-choosers">
            {chooser}
            {versions.length === 0 ? (
              <span>○ Chưa chốt kỳ này</span>
            ) : (
              <>
                <Select
                  {...READING}
                  aria-label="Phiên bản"
                  style={{ width: 150 }}
                  popupMatchSelectWidth={false}
                  value={version ?? 0}
                  options={[
                    { value: 0, label: 'Số liệu hiện tại' },
                    ...versions.map((each) => ({
                      value: each.version,
                      label: `Lần chốt ${each.version}${each.supplement ? ' (bổ sung)' : ''} – ${moment(each.closedAt)}`,
                    })),
                  ]}
                  onChange={(value) => setVersion(value === 0 ? null : value)}
                />
                <span>● Đã chốt {versions.length} lần</span>
              </>
            )}
          </span>
          <Unfinished dossierId={dossierId} period={period} />
        </span>
      }
      tabs={
        <PlaceTabs
          label="Các phần của Tổng hợp"
          tabs={SUMMARY_TABS}
          current={part.key}
          onChoose={(key) => void navigate(`/tong-hop/${key}${search}`)}
        />
      }
      actions={
        <>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [...FORMATS],
              onClick: ({ key }) => exportAs(FORMATS.find((format) => format.key === key)?.key ?? BOTH),
            }}
          >
            <Button {...READING} loading={delivery.busy !== null}>
              Xuất
            </Button>
          </Dropdown>
          <ClosePeriod dossierId={dossierId} period={period} last={versions[0]?.version ?? 0} />
        </>
      }
    >
      <Answer of={current} loading="Đang cộng số liệu…">
        {(totals) => (
          <Part
            totals={totals}
            cumulative={cumulative.data ?? null}
            dossierId={dossierId}
            period={period}
            office={office}
            version={version}
            day={day}
          />
        )}
      </Answer>
    </Page>
  );
}

/** "từ tháng 02/2026 đến tháng 8/2026" after other words; names of plain periods keep their capital. */
function inText(words: string, lower: boolean): string {
  return lower ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}
