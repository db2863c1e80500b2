import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/commands';
import type { PartProps } from './conference-page';
import { useKeptDraft } from './kept-draft';
import { LineTable, type LineColumn } from './line-table';
import { SaveBar } from './save-bar';
import { offWhen } from '../../ui/writing';
import { TextAreaItem } from '../../ui/text-item';

interface Info {
  readonly name: string;
  readonly organizer: string;
  readonly mode: 'online' | 'in-person' | null;
  readonly place: string;
  readonly chair: string;
  readonly contact: string;
  readonly bring: string;
  readonly points: PartProps['conference']['record']['points'];
}
type Point = Info['points'][number];

const POINT_COLUMNS: readonly LineColumn<Point>[] = [
  { key: 'name', title: 'Điểm cầu', kind: 'text', placeholder: 'Điểm cầu số 1' },
  { key: 'place', title: 'Địa điểm', kind: 'text' },
  { key: 'host', title: 'Đơn vị phụ trách', kind: 'text' },
  { key: 'seats', title: 'Số chỗ', kind: 'number', width: 100 },
];

/** Thông tin: name, who convenes and presides, where; points of an online conference. */
export function InfoPart({ conference }: PartProps): ReactNode {
  const { dossierId, id, item, record, closed } = conference;
  const draft = useKeptDraft<Info>(`${dossierId}|${id}|info`, {
    name: item.name,
    organizer: item.organizer ?? '',
    mode: item.mode,
    place: record.place,
    chair: record.chair,
    contact: record.contact,
    bring: record.bring,
    points: record.points,
  });
  const save = useCommand('conference.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu thông tin hội nghị.',
  });
  const { value } = draft;
  const set = (patch: Partial<Info>) => draft.set({ ...value, ...patch });
  const store = async () => {
    const { name, organizer, mode, ...parts } = value;
    const standing = { name: item.name, organizer: item.organizer ?? '', mode: item.mode };
    const done = await save.run({
      dossierId,
      id,
      // Only what was changed: the plan's own words stay as they were read.
      item: {
        ...(name === standing.name ? {} : { name }),
        ...(organizer === standing.organizer
          ? {}
          : { organizer: organizer.trim() === '' ? null : organizer.trim() }),
        ...(mode === standing.mode ? {} : { mode }),
      },
      parts: { ...parts, points: [...parts.points] },
    });
    if (done) draft.drop();
  };
  const text = (key: 'place' | 'chair' | 'contact' | 'bring' | 'organizer', label: string, hint = '') => (
    <Form.Item label={label} htmlFor={`conference-${key}`}>
      <Input
        id={`conference-${key}`}
        {...offWhen(closed)}
        maxLength={300}
        placeholder={hint}
        value={value[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="horizontal" labelCol={{ flex: '170px' }} labelAlign="left" colon={false} className="stack">
      <div>
        <TextAreaItem
          id="conference-title"
          label="Tên hội nghị"
          rows={2}
          {...offWhen(closed)}
          maxLength={500}
          value={value.name}
          onChange={(text) => set({ name: text })}
        />
        <div className="conference-fields">
          {text('organizer', 'Cơ quan triệu tập')}
          {text('chair', 'Chủ trì', 'Đồng chí Bí thư Đảng ủy')}
          <Form.Item label="Hình thức">
            <Select
              aria-label="Hình thức"
              allowClear
              {...offWhen(closed)}
              style={{ width: 200 }}
              value={value.mode}
              placeholder="Chưa rõ"
              options={[
                { value: 'in-person', label: 'Trực tiếp' },
                { value: 'online', label: 'Trực tuyến' },
              ]}
              onChange={(mode: 'online' | 'in-person' | undefined) => set({ mode: mode ?? null })}
            />
          </Form.Item>
          {text(
            'place',
            value.mode === 'online' ? 'Điểm cầu chính' : 'Địa điểm',
            'Hội trường tầng 3, trụ sở Đảng ủy',
          )}
          {text('contact', 'Liên hệ', 'Văn phòng Đảng ủy, số máy cơ quan')}
          {text('bring', 'Đại biểu mang theo', 'Tài liệu đã gửi kèm')}
        </div>
      </div>
      {value.mode === 'online' || value.points.length > 0 ? (
        <LineTable
          label="Điểm cầu thành phần"
          lines={value.points}
          columns={POINT_COLUMNS}
          blank={(point) => ({ id: point, name: '', place: '', host: '', seats: null })}
          onChange={(points) => set({ points: [...points] })}
          add="Thêm điểm cầu"
          disabled={closed}
        />
      ) : null}
      {closed ? null : (
        <SaveBar
          changed={draft.changed}
          pending={save.pending}
          error={save.error}
          onSave={() => void store()}
          onDrop={draft.drop}
        />
      )}
    </Form>
  );
}
