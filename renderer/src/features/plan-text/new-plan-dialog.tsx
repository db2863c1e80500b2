import { Alert, Button, Form, Input, InputNumber, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { partsOf } from '../../../../shared/date/plain-date';
import type { BasisReference } from '../../../../shared/domain/plan/composing/template';
import type { InputOf, OutputOf } from '../../../../shared/rpc/contract';
import { PLAN_YEARS, PLAN_YEARS_WORDS } from '../../../../shared/rpc/contract/composing';
import { useCommand } from '../../api/commands';
import { today } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { BasisFields } from './basis-fields';
import { CloneFields, type DateChoices } from './clone-fields';
import { TemplateList } from './template-list';
import './plan-text.css';

interface NewPlanDialogProps {
  readonly onClose: () => void;
}

type Dates = OutputOf<'plan.cloneDates'>;

/** A new plan from a template or from last year's; every date that would move is confirmed here. */
export function NewPlanDialog({ onClose }: NewPlanDialogProps): ReactNode {
  const navigate = useNavigate();
  const thisYear = partsOf(today()).year;
  const [from, setFrom] = useState<'template' | 'clone'>('template');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [cloned, setCloned] = useState<{ readonly dossierId: string; readonly dates: Dates } | null>(null);
  const [choices, setChoices] = useState<DateChoices>({});
  const [title, setTitle] = useState('');
  const [year, setYear] = useState<number | null>(thisYear);
  const wrongYear =
    year === null || !Number.isInteger(year) || year < PLAN_YEARS.first || year > PLAN_YEARS.last;
  const [basis, setBasis] = useState<readonly BasisReference[]>([]);
  const create = useCommand('plan.create', { showsError: true });

  const source = (): InputOf<'plan.create'>['source'] | null => {
    if (from === 'template') return templateId === null ? null : { kind: 'template', templateId };
    if (cloned === null) return null;
    const dates = cloned.dates.dates.flatMap((date) => {
      const text = choices[date.start] ?? date.after;
      return text === date.before ? [] : [{ start: date.start, end: date.end, text }];
    });
    return { kind: 'clone', dossierId: cloned.dossierId, textHash: cloned.dates.textHash, dates };
  };
  const submit = async () => {
    const chosen = source();
    if (!chosen || year === null || wrongYear) return;
    const made = await create.run({
      source: chosen,
      title: title.trim() === '' ? null : title,
      year,
      basis: [...basis],
    });
    if (made === null) return;
    onClose();
    void navigate(`/ke-hoach/${made.dossierId}/soan-thao`);
  };
  return (
    <FormDialog
      title="Soạn kế hoạch mới"
      action="Bắt đầu soạn"
      width={980}
      pending={create.pending}
      error={create.error}
      disabled={source() === null || wrongYear}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Form.Item label="Bắt đầu từ">
        <Segmented
          value={from}
          options={[
            { value: 'template', label: 'Một mẫu' },
            { value: 'clone', label: 'Kế hoạch cũ, chuyển ngày' },
          ]}
          onChange={(value) => setFrom(value === 'clone' ? 'clone' : 'template')}
        />
      </Form.Item>
      {from === 'template' ? (
        <TemplateList chosen={templateId} onChoose={setTemplateId} />
      ) : (
        <CloneFields choices={choices} onLoaded={setCloned} onChoices={setChoices} onYear={setYear} />
      )}
      <Form.Item label="Trích yếu">
        <Input
          aria-label="Trích yếu"
          placeholder="Để trống: lấy theo mẫu hoặc kế hoạch cũ"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        label="Năm"
        {...(wrongYear ? { validateStatus: 'error' as const, help: PLAN_YEARS_WORDS } : {})}
      >
        {/* No limits of the field's own: it would put another year in the typed one's place without a word. */}
        <InputNumber
          aria-label="Năm"
          value={year}
          changeOnWheel={false}
          disabled={from === 'clone'}
          onChange={setYear}
        />
      </Form.Item>
      <Form.Item label="Căn cứ">
        <BasisFields basis={basis} onChange={setBasis} />
      </Form.Item>
      {from === 'clone' ? (
        <Alert
          type="info"
          title="Số, ngày văn bản để trống; ngày của văn bản làm căn cứ không tự đổi. Rà lại phần Mở đầu sau khi lập."
        />
      ) : null}
    </FormDialog>
  );
}

/** The button that opens it: the plan place's other main action. */
export function NewPlanButton(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Soạn kế hoạch mới</Button>
      {open ? <NewPlanDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
