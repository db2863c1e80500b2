import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { AppError } from '../../../../shared/result';
import { useKeys } from '../../app/keys';
import { offWhen } from '../../ui/writing';

interface SaveBarProps {
  readonly changed: boolean;
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly label?: string;
}

/** Says that something is not saved, and saves it (Ctrl+S); why it was refused stands above. */
export function SaveBar(props: SaveBarProps): ReactNode {
  useKeys([
    {
      key: 'Ctrl+S',
      label: 'Lưu',
      inInputs: true,
      run: () => {
        if (props.changed && !props.pending) props.onSave();
      },
    },
  ]);
  return (
    <>
      {props.error ? <Alert type="error" showIcon role="alert" title={props.error.message} /> : null}
      <div className="row">
        {/* On the right: messages of the window come up on the left. */}
        <span className="grow" />
        {props.changed ? (
          <>
            <span className="tone-warn" role="status">
              ✎ Chưa lưu
            </span>
            <Button type="text" onClick={props.onDrop}>
              Bỏ sửa
            </Button>
          </>
        ) : null}
        <Button type="primary" {...offWhen(!props.changed)} loading={props.pending} onClick={props.onSave}>
          {props.label ?? 'Lưu'}
        </Button>
      </div>
    </>
  );
}
