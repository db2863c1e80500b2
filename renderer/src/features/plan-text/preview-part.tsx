import { Button, Checkbox, Select } from 'antd';
import { Suspense, lazy, useState, type ReactNode } from 'react';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { useDelivery } from '../../ui/save-files';
import { Answer, Loading } from '../../ui/states';
import type { PlanTextPartProps } from './plan-text-part';
import { READING } from '../../ui/writing';

// pdf.js is as large as the rest of the window: it comes when it is first needed.
const PdfView = lazy(() => import('../preview/pdf-view'));

/** The plan as it prints, in the profile a person chooses; what is exported here is what is shown. */
export function PreviewPart({ dossier }: PlanTextPartProps): ReactNode {
  const { dossierId, plan, items } = dossier;
  const [profile, setProfile] = useState(plan.ruleProfileId);
  const [annex, setAnnex] = useState(false);
  const profiles = useRpc('office.ruleProfiles', {});
  const preview = useRpc('plan.preview', { dossierId, profile, annex }, { keep: true });
  const delivery = useDelivery();
  const hasTasks = items.some((item) => item.kind === 'task' && !item.dropped);
  const save = (format: 'docx' | 'pdf') =>
    delivery.make(format, () => callQuery('plan.export', { dossierId, profile, format, annex }));
  return (
    <Answer of={preview} loading="Đang dàn trang…">
      {({ pdf }) => (
        <Suspense fallback={<Loading what="Đang mở bản in…" />}>
          <PdfView pdf={pdf} label="Bản in của kế hoạch">
            <Select
              {...READING}
              aria-label="Thể thức của bản in"
              popupMatchSelectWidth={false}
              value={profile}
              options={(profiles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setProfile}
            />
            <Checkbox
              checked={annex}
              disabled={!hasTasks}
              onChange={(event) => setAnnex(event.target.checked)}
            >
              Kèm phụ lục phân công
            </Checkbox>
            <Button {...READING} loading={delivery.busy === 'docx'} onClick={() => save('docx')}>
              Xuất Word
            </Button>
            <Button {...READING} type="primary" loading={delivery.busy === 'pdf'} onClick={() => save('pdf')}>
              Xuất PDF
            </Button>
          </PdfView>
        </Suspense>
      )}
    </Answer>
  );
}
