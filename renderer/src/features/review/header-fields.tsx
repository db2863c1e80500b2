import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { InputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { EditableText } from '../../ui/editable';
import { offWhen, useShut } from '../../ui/writing';

interface HeaderFieldsProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}

/** Trích yếu, cơ quan ban hành, ngày, người ký: corrected in place. */
export function HeaderFields({ dossier, office }: HeaderFieldsProps): ReactNode {
  const { plan, dossierId } = dossier;
  const save = useCommand('plan.saveHeader');
  const profiles = useRpc('office.ruleProfiles', {});
  const set = (fields: InputOf<'plan.saveHeader'>['fields']) => save.run({ dossierId, fields });
  const closed = useShut(plan);
  const textField = (
    label: string,
    value: string | null,
    onSave: (value: string) => unknown,
    error?: string,
  ): ReactNode => (
    <div className="item-field">
      <span className="muted">{label}</span>
      <EditableText
        label={label}
        value={value ?? ''}
        onSave={onSave}
        error={error}
        disabled={closed}
        multiline
      />
    </div>
  );
  const signer = plan.signer;

  return (
    <section aria-label="Thông tin chung" className="header-fields">
      <h2>Thông tin chung</h2>
      {textField('Trích yếu', plan.title, (title) => set({ title }), save.fields['fields.title'])}
      {textField('Tên loại', plan.kind, (kind) => set({ kind: kind || null }))}
      {textField('Cơ quan ban hành', plan.issuingBody, (issuingBody) =>
        set({ issuingBody: issuingBody || null }),
      )}
      {textField('Nơi ban hành', plan.place, (place) => set({ place: place || null }))}
      <div className="item-field">
        <span className="muted">Ngày</span>
        <DateField
          label="Ngày văn bản"
          allowClear
          value={plan.date}
          {...offWhen(closed)}
          onChange={(date) => void set({ date })}
        />
      </div>
      <div className="item-field">
        <span className="muted">Người ký</span>
        <span>
          <EditableText
            label="Người ký"
            value={signer.name ?? ''}
            {...offWhen(closed)}
            onSave={(name) => set({ signer: { ...signer, name: name || null } })}
          />{' '}
          {office.signers.length > 0 && !closed ? (
            <Select
              aria-label="Chọn người ký"
              size="small"
              placeholder="Chọn từ danh mục"
              value={null}
              style={{ width: 170 }}
              options={office.signers.map(({ id, name, position }) => ({
                value: id,
                label: `${name} – ${position}`,
              }))}
              onChange={(id: string | null) => {
                const found = office.signers.find((each) => each.id === id);
                if (found) {
                  const { authority, onBehalf, position, name } = found;
                  void set({ signer: { authority, onBehalf, position, name } });
                }
              }}
            />
          ) : null}
        </span>
      </div>
      {textField('Thẩm quyền', signer.authority, (authority) =>
        set({ signer: { ...signer, authority: authority || null } }),
      )}
      {textField('Chức vụ', signer.position, (position) =>
        set({ signer: { ...signer, position: position || null } }),
      )}
      {textField('Lưu', plan.archive.join('; '), (archive) =>
        set({
          archive: archive
            .split(';')
            .map((part) => part.trim())
            .filter(Boolean),
        }),
      )}
      <div className="item-field">
        <span className="muted">Thể thức</span>
        <Select
          aria-label="Thể thức"
          style={{ minWidth: 200 }}
          {...offWhen(closed)}
          value={plan.ruleProfileId}
          options={(profiles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ruleProfileId) => void set({ ruleProfileId })}
        />
      </div>
    </section>
  );
}
