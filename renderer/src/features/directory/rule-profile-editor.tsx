import { Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { Suspense, lazy, useState, type ReactNode } from 'react';
import { rangeText, type FieldValue, type ProfileField } from '../../../../shared/documents/profile-fields';
import type { RuleProfileView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { Question } from '../../ui/question';
import { Answer, Failure, Loading } from '../../ui/states';
import { useUnsavedWork } from '../../ui/unsaved-work';
import { offWhen, READING } from '../../ui/writing';

const PdfView = lazy(() => import('../preview/pdf-view'));

type Values = Readonly<Record<string, FieldValue>>;

interface RuleProfileEditorProps {
  readonly id: string;
  readonly onBack: () => void;
}

/** One rule profile: its fields left, the sample plan printed with them right. */
export function RuleProfileEditor({ id, onBack }: RuleProfileEditorProps): ReactNode {
  const profile = useRpc('office.ruleProfile', { id });
  return (
    <Answer of={profile}>
      {(view) => <Editor key={JSON.stringify(view.fields)} view={view} onBack={onBack} />}
    </Answer>
  );
}

function Editor({
  view,
  onBack,
}: {
  readonly view: RuleProfileView;
  readonly onBack: () => void;
}): ReactNode {
  const { id } = view;
  const [values, setValues] = useState<Values>({});
  /** Values that the preview shows: those that stand when a field is left. */
  const [shown, setShown] = useState<Values>({});
  const save = useCommand('office.saveRuleProfile', {
    form: true,
    showsError: true,
    done: 'Đã lưu thể thức.',
  });
  const reset = useCommand('office.resetRuleProfile', { done: 'Đã khôi phục thể thức mặc định.' });
  const [leaving, setLeaving] = useState(false);
  const unsaved = view.fields.some(({ key, value }) => (values[key] ?? value) !== value);
  useUnsavedWork(unsaved);
  const change = (key: string, value: FieldValue) => {
    save.reset();
    setValues({ ...values, [key]: value });
  };
  const restore = async () => {
    if ((await reset.run({ id })) === null) return;
    setValues({});
    setShown({});
  };
  const groups = [...new Set(view.fields.map(({ group }) => group))];
  return (
    <div className="profile-place">
      <div className="profile-fields">
        <div className="row">
          <Button {...READING} onClick={() => (unsaved ? setLeaving(true) : onBack())}>
            ‹ Danh sách
          </Button>
          <h2 className="grow">{view.name}</h2>
        </div>
        <p className="muted">{view.source}</p>
        {save.error ? (
          <p className="tone-bad" role="alert">
            {save.error.message}
          </p>
        ) : null}
        <div className="row">
          <Button
            type="primary"
            loading={save.pending}
            {...offWhen(Object.keys(values).length === 0)}
            onClick={() => void save.run({ id, values })}
          >
            Lưu thể thức
          </Button>
          <Button loading={reset.pending} onClick={() => void restore()}>
            Khôi phục mặc định
          </Button>
        </div>
        <Form layout="horizontal" labelCol={{ flex: '190px' }} labelAlign="left" colon={false}>
          {groups.map((group) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              {view.fields
                .filter((field) => field.group === group)
                .map((field) => (
                  <Field
                    key={field.key}
                    field={field}
                    value={values[field.key] ?? field.value}
                    fault={save.fields[field.key] ?? fault(field, values[field.key])}
                    onChange={(value) => change(field.key, value)}
                    onLeave={(value) =>
                      setShown({ ...values, ...(value === undefined ? {} : { [field.key]: value }) })
                    }
                  />
                ))}
            </section>
          ))}
        </Form>
      </div>
      <Sample id={id} values={allowedOf(view, shown)} />
      {leaving ? (
        <Question
          title="Bỏ những chỗ vừa sửa?"
          yes="Bỏ chỗ sửa"
          no="Sửa tiếp"
          onYes={onBack}
          onNo={() => setLeaving(false)}
        >
          Thể thức “{view.name}” có chỗ vừa sửa chưa được lưu.
        </Question>
      ) : null}
    </div>
  );
}

/** What can be printed: a value that is refused leaves the sample as it was. */
function allowedOf(view: RuleProfileView, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      const field = view.fields.find((one) => one.key === key);
      return field !== undefined && fault(field, value) === undefined;
    }),
  );
}

/** Said at once; the host refuses it too. */
function fault(field: ProfileField, value: FieldValue | undefined): string | undefined {
  if (field.kind !== 'number' || typeof value !== 'number') return undefined;
  return value >= field.from && value <= field.to ? undefined : `Quy định ${rangeText(field)}.`;
}

interface FieldProps {
  readonly field: ProfileField;
  readonly value: FieldValue;
  readonly fault: string | undefined;
  readonly onChange: (value: FieldValue) => void;
  /** `value` where the choice itself is what ends the editing. */
  readonly onLeave: (value?: FieldValue) => void;
}

function Field({ field, value, fault: said, onChange, onLeave }: FieldProps): ReactNode {
  const id = `profile-${field.key}`;
  const both = (next: FieldValue) => {
    onChange(next);
    onLeave(next);
  };
  return (
    <Form.Item
      label={field.label}
      htmlFor={id}
      {...(said === undefined ? {} : { validateStatus: 'error' as const, help: said })}
    >
      {field.kind === 'number' ? (
        <span className="row nowrap-row">
          <InputNumber
            id={id}
            controls={false}
            decimalSeparator=","
            value={Number(value)}
            onChange={(next) => onChange(next ?? Number.NaN)}
            onBlur={() => onLeave()}
            onPressEnter={() => onLeave()}
          />
          <span className="muted nowrap">{rangeText(field)}</span>
        </span>
      ) : field.kind === 'choice' ? (
        <Select
          id={id}
          aria-label={field.label}
          value={String(value)}
          options={field.choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={both}
        />
      ) : (
        <Checkbox id={id} checked={value === true} onChange={(event) => both(event.target.checked)} />
      )}
    </Form.Item>
  );
}

function Sample({ id, values }: { readonly id: string; readonly values: Values }): ReactNode {
  const sample = useRpc('office.previewRuleProfile', { id, values }, { keep: true });
  return (
    <div>
      {sample.error ? <Failure error={sample.error} /> : null}
      {sample.data ? (
        <Suspense fallback={<Loading what="Đang mở bản in thử…" />}>
          <PdfView pdf={sample.data.pdf} label="Bản in thử" />
        </Suspense>
      ) : null}
    </div>
  );
}
