import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { EntryKind } from '../../../../shared/domain/office/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { callQuery } from '../../api/client';
import { useIntake } from '../../app/intake-context';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { useDelivery } from '../../ui/save-files';
import { DefaultsForm } from './defaults-form';
import { EntryTable } from './entry-table';
import { HolidayTable } from './holiday-table';
import { IndicatorTable } from './indicator-table';
import { LintRuleTable } from './lint-rule-table';
import { RetentionTable } from './retention-table';
import { RuleProfiles } from './rule-profiles';
import { SignerTable } from './signer-table';
import { READING } from '../../ui/writing';

const TAB_OF: Readonly<Record<EntryKind, string>> = {
  unit: 'don-vi',
  group: 'nhom',
  superior: 'cap-tren',
  position: 'chuc-danh',
};

/** What the office shares over all dossiers: edited in place, or imported from Excel. */
export default function Directory({ office }: { readonly office: OfficeView }): ReactNode {
  const { section = 'don-vi' } = useParams();
  const navigate = useNavigate();
  const intake = useIntake();
  const delivery = useDelivery();
  const count = (kind: string) => office.entries.filter((entry) => entry.kind === kind).length;
  const [params] = useSearchParams();
  const found = office.entries.find(({ id }) => id === params.get('tim'));
  const about = { office, sought: found?.id ?? null };
  const tabs: readonly (readonly [string, string, ReactNode])[] = [
    ['don-vi', `Đơn vị (${count('unit')})`, <EntryTable key="u" kind="unit" {...about} />],
    ['nhom', `Nhóm (${count('group')})`, <EntryTable key="g" kind="group" {...about} />],
    ['cap-tren', `Cấp trên (${count('superior')})`, <EntryTable key="s" kind="superior" {...about} />],
    ['chuc-danh', `Chức danh (${count('position')})`, <EntryTable key="p" kind="position" {...about} />],
    ['chi-tieu', `Chỉ tiêu (${office.indicators.length})`, <IndicatorTable key="i" office={office} />],
    ['nguoi-ky', `Người ký (${office.signers.length})`, <SignerTable key="n" office={office} />],
    ['ngay-nghi', 'Ngày nghỉ', <HolidayTable key="h" office={office} />],
    ['bao-quan', 'Thời hạn bảo quản', <RetentionTable key="r" office={office} />],
    ['kiem-tra', 'Quy tắc kiểm tra', <LintRuleTable key="l" />],
    ['the-thuc', 'Thể thức', <RuleProfiles key="t" />],
    ['mac-dinh', 'Mặc định báo cáo', <DefaultsForm key="d" office={office} />],
  ];
  // A hit of the search names an entry of any kind.
  const wanted = found ? TAB_OF[found.kind] : section;
  const current = tabs.some(([key]) => key === wanted) ? wanted : 'don-vi';
  return (
    <Page
      title="Danh mục dùng chung"
      tabs={
        <PlaceTabs
          label="Các phần của Danh mục"
          tabs={tabs.map(([key, label]) => ({ key, label }))}
          current={current}
          onChoose={(key) => void navigate(`/danh-muc/${key}`)}
        />
      }
      actions={
        <>
          <Button
            {...READING}
            loading={delivery.busy === 'template'}
            onClick={() => delivery.make('template', () => callQuery('office.importTemplate', {}))}
          >
            Tải tệp mẫu
          </Button>
          <Button
            loading={delivery.busy === 'export'}
            onClick={() => delivery.make('export', () => callQuery('office.exportDirectory', {}))}
          >
            Xuất Excel
          </Button>
          <Button
            // A form in the place has its own main action.
            type={section === 'mac-dinh' || section === 'the-thuc' ? 'default' : 'primary'}
            onClick={() => intake.open({ kind: 'directory', files: [] })}
          >
            Nhập từ Excel
          </Button>
        </>
      }
    >
      {tabs.find(([key]) => key === current)?.[2]}
    </Page>
  );
}
