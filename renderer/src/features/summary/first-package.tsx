import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { Page, Panel } from '../../ui/page';
import { EmptyPlace } from '../../ui/states';
import { PackageReview } from './package-review';
import { usePackage } from './use-package';

/** Nothing to add up yet: a plan is asked for reports, or a period comes from another PC of the office. */
export function FirstPackage({ office }: { readonly office: OfficeView }): ReactNode {
  const [, setParams] = useSearchParams();
  const intake = usePackage();
  return (
    <Page title="Tổng hợp">
      {intake.opened === null ? (
        <EmptyPlace
          title="Chưa có kỳ báo cáo nào để tổng hợp."
          hint="Mở một kế hoạch, phần Báo cáo, bấm “Yêu cầu báo cáo”; khi có báo cáo, tổng hợp hiện ở đây. Kỳ do máy khác của cơ quan gửi sang thì nhập gói kỳ."
          action={
            <Button loading={intake.opening} onClick={intake.choose}>
              Nhập gói kỳ…
            </Button>
          }
        />
      ) : (
        <Panel title="Nhập gói kỳ">
          <PackageReview
            key={intake.opened.ticket}
            {...intake.opened}
            indicators={office.indicators}
            onDone={(taken) => {
              intake.close();
              if (taken) setParams({ 'ho-so': taken.dossierId, ky: taken.period });
            }}
          />
        </Panel>
      )}
    </Page>
  );
}
