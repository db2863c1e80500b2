import { Alert, Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { chooseTheme, themeChoice, type ThemeChoice } from '../../app/theme';
import { Facts, Page, Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { moment } from '../../ui/format';
import { HistoryTab } from '../dossier/history-tab';
import { Backups } from './backups';
import { ProfileForm } from './profile-form';
import { FolderChoicePanel } from './use-folder';
import { READING } from '../../ui/writing';

type Fault = OutputOf<'store.check'>[number];

const HOST: Readonly<Record<string, string>> = {
  electron: 'cửa sổ riêng',
  web: 'trình duyệt trên máy này',
  cli: 'dòng lệnh',
  test: 'thử nghiệm',
};

export default function Settings({ office }: { readonly office: OfficeView }): ReactNode {
  const state = useRpc('store.state', {});
  return (
    <Page title="Cài đặt">
      {office.profile ? <ProfileForm key={office.revision} profile={office.profile} /> : null}
      <Answer of={state}>{(value) => <DataPanel state={value} />}</Answer>
      <Backups />
      <Look />
      <details className="panel">
        <summary>Lịch sử sửa danh mục và cài đặt của cơ quan</summary>
        <HistoryTab dossierId="office" kind="office" />
      </details>
      <Answer of={state}>
        {(value) => (
          <Panel title="Giới thiệu">
            <p>
              VPĐU Desk {value.version} – chạy trong {HOST[value.host] ?? value.host}. Chương trình làm việc
              không cần mạng; dữ liệu không rời khỏi máy này.
            </p>
          </Panel>
        )}
      </Answer>
    </Page>
  );
}

function DataPanel({ state }: { readonly state: OutputOf<'store.state'> }): ReactNode {
  const check = useCommand('store.check');
  const [faults, setFaults] = useState<readonly Fault[] | null>(null);
  const open = host.openDataFolder;
  const shown = faults ?? state.notices;
  return (
    <Panel
      title="Dữ liệu"
      actions={
        <>
          {open ? (
            <Button {...READING} onClick={() => void open()}>
              Mở thư mục dữ liệu
            </Button>
          ) : null}
          <Button
            {...READING}
            loading={check.pending}
            onClick={() => void check.run({}).then((value) => (value ? setFaults(value) : undefined))}
          >
            Kiểm tra dữ liệu
          </Button>
        </>
      }
    >
      <Facts
        items={[
          { label: 'Thư mục đang mở', value: <span className="pre">{state.folder}</span> },
          ...(state.previousFolder === null
            ? []
            : [{ label: 'Thư mục trước', value: <span className="pre">{state.previousFolder}</span> }]),
          { label: 'Ghi được', value: state.readOnlyBecause === null ? '● Có' : '○ Chỉ xem' },
          { label: 'Sao lưu gần nhất', value: state.lastBackup ? moment(state.lastBackup) : 'Chưa có' },
        ]}
      />
      <FolderChoicePanel state={state} />
      {state.readOnlyBecause === null ? null : (
        <Alert type="warning" showIcon title={state.readOnlyBecause} />
      )}
      {faults !== null && faults.length === 0 ? <p className="tone-good">● Dữ liệu nguyên vẹn.</p> : null}
      {shown.length > 0 ? (
        <ul aria-label="Thông báo về dữ liệu">
          {shown.map((fault) => (
            <li
              key={`${fault.place}|${fault.message}`}
              className={fault.severity === 'error' ? 'tone-bad' : 'tone-warn'}
            >
              {fault.severity === 'error' ? '✕' : '?'} {fault.message} {fault.repaired ? '(đã sửa)' : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function Look(): ReactNode {
  const [choice, setChoice] = useState<ThemeChoice>(themeChoice());
  return (
    <Panel title="Giao diện">
      <Radio.Group
        {...READING}
        aria-label="Giao diện"
        value={choice}
        options={[
          { value: 'light', label: 'Sáng' },
          { value: 'dark', label: 'Tối' },
          { value: 'system', label: 'Theo máy' },
        ]}
        onChange={(event) => {
          const next = event.target.value as ThemeChoice;
          setChoice(next);
          chooseTheme(next);
        }}
      />
    </Panel>
  );
}
