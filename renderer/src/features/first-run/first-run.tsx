import { Button, Form, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { InputOf } from '../../../../shared/rpc/contract';
import { DEFAULT_RULE_PROFILE, DEFAULT_TERM } from '../../../../shared/domain/office/setup-defaults';
import { SYSTEM } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';

type Setup = InputOf<'office.setup'>;

const START: Setup = {
  system: 'party',
  wardKind: 'phường',
  wardName: '',
  city: 'Hải Phòng',
  code: '',
  term: DEFAULT_TERM,
  ruleProfileId: DEFAULT_RULE_PROFILE.party,
  spelling: 'ủy',
};

/** The first thing a new user sees: the office's own data, or the sample office to try everything with. */
export function FirstRun({ onBusy }: { readonly onBusy: (busy: boolean) => void }): ReactNode {
  const [setup, setSetup] = useState<Setup>(START);
  const profiles = useRpc('office.ruleProfiles', {});
  const save = useCommand('office.setup', {
    form: true,
    done: 'Đã lập cơ quan. Bước tiếp theo: nhập danh mục đơn vị.',
  });
  const sample = useCommand('sample.create', { done: 'Đã mở cơ quan mẫu “Phường An Bình”.' });
  const openSample = async () => {
    onBusy(true);
    await sample.run({ units: 60, plans: 3, years: 1, seed: 1 });
    onBusy(false);
  };
  const set = (patch: Partial<Setup>) => setSetup({ ...setup, ...patch });
  const item = (field: string, label: string, control: ReactNode, help?: string) => (
    <Form.Item
      label={label}
      htmlFor={`setup-${field}`}
      {...(save.fields[field] === undefined ? {} : { validateStatus: 'error' as const })}
      {...(save.fields[field] !== undefined
        ? { help: save.fields[field] }
        : help === undefined
          ? {}
          : { help })}
    >
      {control}
    </Form.Item>
  );

  return (
    <main className="gate first-run">
      <h1>Lập cơ quan</h1>
      <p className="muted">
        Dữ liệu chỉ nằm trên máy này. Có thể mở cơ quan mẫu để thử trước; khi dùng thật, lập cơ quan của mình.
      </p>
      <section className="panel">
        <div className="panel-head">
          <h2>Dùng thử</h2>
        </div>
        <div className="row">
          <span className="grow">Cơ quan mẫu “Phường An Bình” có sẵn 60 đơn vị, kế hoạch và báo cáo.</span>
          <Button loading={sample.pending} disabled={save.pending} onClick={() => void openSample()}>
            Mở cơ quan mẫu
          </Button>
        </div>
      </section>
      <section className="panel" aria-label="Cơ quan của tôi">
        <div className="panel-head">
          <h2>Cơ quan của tôi</h2>
        </div>
        <Form
          layout="horizontal"
          labelCol={{ flex: '210px' }}
          labelAlign="left"
          colon={false}
          onFinish={() => void save.run(setup)}
        >
          {item(
            'system',
            'Loại văn bản',
            <Radio.Group
              value={setup.system}
              options={[
                { value: 'party', label: SYSTEM.party },
                { value: 'state', label: SYSTEM.state },
              ]}
              onChange={(event) => {
                const system = event.target.value as Setup['system'];
                set({ system, ruleProfileId: DEFAULT_RULE_PROFILE[system] });
              }}
            />,
          )}
          {item(
            'wardKind',
            'Đơn vị hành chính',
            <Radio.Group
              value={setup.wardKind}
              options={['phường', 'xã', 'đặc khu'].map((value) => ({ value, label: value }))}
              onChange={(event) => set({ wardKind: event.target.value as Setup['wardKind'] })}
            />,
          )}
          {item(
            'wardName',
            'Tên phường, xã',
            <Input
              id="setup-wardName"
              autoFocus
              placeholder="An Bình"
              value={setup.wardName}
              onChange={(event) => set({ wardName: event.target.value })}
            />,
          )}
          {item(
            'city',
            'Tỉnh, thành phố',
            <Input
              id="setup-city"
              value={setup.city}
              onChange={(event) => set({ city: event.target.value })}
            />,
          )}
          {item(
            'code',
            'Mã cơ quan trên biểu mẫu',
            <Input
              id="setup-code"
              placeholder="AB"
              maxLength={6}
              value={setup.code}
              onChange={(event) => set({ code: event.target.value.toUpperCase() })}
            />,
            '1–6 chữ cái in hoa không dấu; in trên từng biểu mẫu báo cáo.',
          )}
          {item(
            'term',
            'Nhiệm kỳ',
            <div className="row">
              <Input
                id="setup-term"
                style={{ width: 130 }}
                value={setup.term.name}
                onChange={(event) => set({ term: { ...setup.term, name: event.target.value } })}
              />
              <span>từ</span>
              <DateField
                label="Nhiệm kỳ từ ngày"
                value={setup.term.from}
                onChange={(from) => set({ term: { ...setup.term, from: from ?? '' } })}
              />
              <span>đến</span>
              <DateField
                label="Nhiệm kỳ đến ngày"
                value={setup.term.to}
                onChange={(to) => set({ term: { ...setup.term, to: to ?? '' } })}
              />
            </div>,
          )}
          {item(
            'ruleProfileId',
            'Thể thức văn bản',
            <Select
              id="setup-ruleProfileId"
              value={setup.ruleProfileId}
              options={(profiles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(ruleProfileId) => set({ ruleProfileId })}
            />,
          )}
          {item(
            'spelling',
            'Cách đặt dấu',
            <Radio.Group
              value={setup.spelling}
              options={[
                { value: 'ủy', label: 'ủy, hòa' },
                { value: 'uỷ', label: 'uỷ, hoà' },
              ]}
              onChange={(event) => set({ spelling: event.target.value as Setup['spelling'] })}
            />,
          )}
          <Button type="primary" htmlType="submit" loading={save.pending} disabled={sample.pending}>
            Lập cơ quan
          </Button>
        </Form>
      </section>
    </main>
  );
}
