import { useUnsavedWork } from '../../ui/unsaved-work';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OfficeProfile } from '../../../../shared/domain/office/model';
import { SYSTEM } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { Panel } from '../../ui/page';
import { offWhen } from '../../ui/writing';

const FIELDS: readonly (readonly [
  keyof OfficeProfile &
    ('parentBody' | 'issuingBody' | 'place' | 'symbol' | 'code' | 'archiveCode' | 'address' | 'phone'),
  string,
])[] = [
  ['parentBody', 'Cơ quan cấp trên'],
  ['issuingBody', 'Cơ quan ban hành'],
  ['place', 'Nơi ban hành'],
  ['symbol', 'Ký hiệu cơ quan'],
  ['code', 'Mã trên biểu mẫu'],
  ['archiveCode', 'Lưu tại'],
  ['address', 'Địa chỉ'],
  ['phone', 'Điện thoại'],
];

export function ProfileForm({ profile }: { readonly profile: OfficeProfile }): ReactNode {
  const [draft, setDraft] = useState(profile);
  const save = useCommand('office.saveProfile', { form: true, done: 'Đã lưu thông tin cơ quan.' });
  const profiles = useRpc('office.ruleProfiles', {});
  const changed = JSON.stringify(draft) !== JSON.stringify(profile);
  useUnsavedWork(changed);
  return (
    <Panel
      title="Cơ quan"
      actions={
        <Button
          type="primary"
          {...offWhen(!changed)}
          loading={save.pending}
          onClick={() => void save.run(draft)}
        >
          Lưu cơ quan
        </Button>
      }
    >
      <Form
        layout="horizontal"
        labelCol={{ flex: '150px' }}
        labelAlign="left"
        colon={false}
        className="two-columns"
      >
        {FIELDS.map(([key, label]) => (
          <Form.Item
            key={key}
            label={label}
            htmlFor={`profile-${key}`}
            {...(save.fields[key] === undefined
              ? {}
              : { validateStatus: 'error' as const, help: save.fields[key] })}
          >
            <Input
              id={`profile-${key}`}
              value={draft[key] ?? ''}
              onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
            />
          </Form.Item>
        ))}
        <Form.Item label="Loại văn bản">
          <Select
            aria-label="Loại văn bản"
            value={draft.system}
            options={[
              { value: 'party' as const, label: SYSTEM.party },
              { value: 'state' as const, label: SYSTEM.state },
            ]}
            onChange={(system) => setDraft({ ...draft, system })}
          />
        </Form.Item>
        <Form.Item label="Thể thức">
          <Select
            aria-label="Thể thức văn bản"
            value={draft.ruleProfileId}
            options={(profiles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(ruleProfileId) => setDraft({ ...draft, ruleProfileId })}
          />
        </Form.Item>
        <Form.Item label="Nhiệm kỳ">
          <div className="row">
            <Input
              aria-label="Tên nhiệm kỳ"
              style={{ width: 110 }}
              value={draft.term.name}
              onChange={(event) => setDraft({ ...draft, term: { ...draft.term, name: event.target.value } })}
            />
            <DateField
              label="Nhiệm kỳ từ"
              value={draft.term.from}
              onChange={(from) => setDraft({ ...draft, term: { ...draft.term, from: from ?? '' } })}
            />
            <DateField
              label="Nhiệm kỳ đến"
              value={draft.term.to}
              onChange={(to) => setDraft({ ...draft, term: { ...draft.term, to: to ?? '' } })}
            />
          </div>
        </Form.Item>
        <Form.Item label="Cách đặt dấu">
          <Radio.Group
            value={draft.spelling}
            options={[
              { value: 'ủy', label: 'ủy, hòa' },
              { value: 'uỷ', label: 'uỷ, hoà' },
            ]}
            onChange={(event) =>
              setDraft({ ...draft, spelling: event.target.value as OfficeProfile['spelling'] })
            }
          />
        </Form.Item>
      </Form>
    </Panel>
  );
}
