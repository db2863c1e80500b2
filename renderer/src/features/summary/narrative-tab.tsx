import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DRAFT_PARTS } from '../../../../shared/documents/report-outline';
import { useRpc } from '../../api/queries';
import { Answer } from '../../ui/states';
import { DraftEditor, type TakenText } from './draft-editor';
import type { SummaryTabProps } from './summary-tab';
import { UnitTexts } from './unit-texts';
import './narrative.css';
import { READING } from '../../ui/writing';

/**
 * Units' own words on the left, the draft that a person writes on the right, part by part of the outline. The part on
 * tư tưởng, dư luận is written by a person alone: nothing of the units is put beside it.
 */
export function NarrativeTab({ dossierId, period, office, version }: SummaryTabProps): ReactNode {
  const [code, setCode] = useState('III.1');
  const [taken, setTaken] = useState<TakenText | null>(null);
  const draft = useRpc('report.draft', { dossierId, period, version }, { keep: true });
  const part = DRAFT_PARTS.find((each) => each.code === code) ?? DRAFT_PARTS[0];
  const sections = office.indicators
    .filter((indicator) => indicator.kind === 'T' && !indicator.restricted && indicator.enabled)
    .sort((left, right) => left.order - right.order);
  return (
    <div className="narrative">
      <section className="narrative-side" aria-label="Lời của các đơn vị">
        {part?.byPerson === true ? (
          <p className="muted narrative-person">
            Phần nắm bắt tư tưởng, dư luận xã hội do người soạn thảo tự viết. Ứng dụng không đặt lời của các
            đơn vị cạnh nhau và không ghép vào phần này; mở báo cáo của từng đơn vị để đọc.
          </p>
        ) : (
          <UnitTexts
            key={code}
            dossierId={dossierId}
            period={period}
            office={office}
            sections={sections}
            first={part?.narratives.find((id) => sections.some((each) => each.id === id)) ?? null}
            onTake={setTaken}
          />
        )}
      </section>
      <section className="narrative-side" aria-label="Dự thảo">
        <Answer of={draft} loading="Đang mở dự thảo…">
          {(value) => (
            <>
              <div className="row">
                <Select
                  {...READING}
                  aria-label="Phần của báo cáo"
                  style={{ width: 380 }}
                  value={code}
                  options={DRAFT_PARTS.map((each) => ({
                    value: each.code,
                    label: `${value.sections.some((section) => section.code === each.code) ? '● ' : '○ '}${each.title}`,
                  }))}
                  onChange={setCode}
                />
              </div>
              {part ? (
                <DraftEditor
                  key={`${period}|${code}`}
                  dossierId={dossierId}
                  period={period}
                  part={part}
                  draft={value}
                  office={office}
                  taken={taken}
                  onTaken={() => setTaken(null)}
                />
              ) : null}
            </>
          )}
        </Answer>
      </section>
    </div>
  );
}
