import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { MODEL_RESULT_LIMIT, MODEL_TITLE_LIMIT } from '../../../../shared/domain/report/judge-models';
import type { GoodModel } from '../../../../shared/domain/report/model';

interface ModelsEditorProps {
  readonly models: readonly GoodModel[];
  /** `models.MH1` → why it was not taken. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (models: readonly GoodModel[]) => void;
}

/** Mô hình hay, cách làm hiệu quả of one unit: what was done and its result, by title; no persons. */
export function ModelsEditor({ models, errors, onChange }: ModelsEditorProps): ReactNode {
  const change = (index: number, patch: Partial<GoodModel>) =>
    onChange(models.map((model, at) => (at === index ? { ...model, ...patch } : model)));
  return (
    <section className="stack models-editor" aria-label="Mô hình hay, cách làm hiệu quả">
      <div className="row">
        <strong>Mô hình hay, cách làm hiệu quả</strong>
        <span className="muted">Không ghi họ tên, địa chỉ, số điện thoại của công dân.</span>
        <span className="grow" />
        <Button size="small" onClick={() => onChange([...models, { title: '', result: '' }])}>
          Thêm mô hình
        </Button>
      </div>
      {models.map((model, index) => {
        const error = errors[`models.MH${index + 1}`];
        return (
          <div key={index} className="model-row">
            <Input
              aria-label={`Tên mô hình ${index + 1}`}
              placeholder="Tên mô hình, cách làm"
              maxLength={MODEL_TITLE_LIMIT}
              status={error === undefined ? '' : 'error'}
              value={model.title}
              onChange={(event) => change(index, { title: event.target.value })}
            />
            <Input.TextArea
              aria-label={`Kết quả của mô hình ${index + 1}`}
              placeholder="Kết quả nổi bật"
              rows={2}
              maxLength={MODEL_RESULT_LIMIT}
              value={model.result}
              onChange={(event) => change(index, { result: event.target.value })}
            />
            <Button
              aria-label={`Bỏ mô hình ${index + 1}`}
              onClick={() => onChange(models.filter((_, at) => at !== index))}
            >
              Bỏ
            </Button>
            {error === undefined ? null : <span className="field-error">{error}</span>}
          </div>
        );
      })}
    </section>
  );
}
