import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
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

/** What the office shares over all dossiers: edited in place, or imported from Excel. */
export default function Directory({ office }: { readonly office: OfficeView }): ReactNode {
  const { section = 'don-vi' } = useParams();
  const navigate = useNavigate();
  const intake = useIntake();
  const delivery = useDelivery();
  const count = (kind: string) => office.entries.filter((entry) => entry.kind === kind).length;
  const tabs: readonly (readonly [string, string, ReactNode])[] = [
    ['don-vi', `Đơn vị (${count('unit')})`, <EntryTable key="u" kind="unit" office={office} />],
    ['nhom', `Nhóm (${count('group')})`, <EntryTable key="g" kind="group" office={office} />],
    ['cap-tren', `Cấp trên (${count('superior')})`, <EntryTable key="s" kind="superior" office={office} />],
    ['chuc-danh', `Chức danh (${count('position')})`, <EntryTable key="p" kind="position" office={office} />],
    ['chi-tieu', `Chỉ tiêu (${office.indicators.length})`, <IndicatorTable key="i" office={office} />],
    ['nguoi-ky', `Người ký (${office.signers.length})`, <SignerTable key="n" office={office} />],
    ['ngay-nghi', 'Ngày nghỉ', <HolidayTable key="h" office={office} />],
    ['bao-quan', 'Thời hạn bảo quản', <RetentionTable key="r" office={office} />],
    ['kiem-tra', 'Quy tắc kiểm tra', <LintRuleTable key="l" />],
    ['the-thuc', 'Thể thức', <RuleProfiles key="t" />],
    ['mac-dinh', 'Mặc định báo cáo', <DefaultsForm key="d" office={office} />],
  ];
  const current = tabs.some(([key]) => key === section) ? section : 'don-vi';
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
            loading={delivery.busy === 'template'}
            onClick={() => delivery.make('template', () => callQuery('office.importTemplate', {}))}
          >
            Tải tệp mẫu
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
