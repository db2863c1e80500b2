import { Button } from 'antd';
import type { ReactNode } from 'react';

/** Bodies that nobody counted keep the conference in Hôm nay until a person says that they are not tracked. */
export function RestOfBodies({
  left,
  untracked,
  disabled,
  onChoose,
}: {
  readonly left: number;
  readonly untracked: boolean;
  readonly disabled: boolean;
  readonly onChoose: (untracked: boolean) => void;
}): ReactNode {
  if (left === 0) return null;
  return untracked ? (
    <>
      <span className="muted">{left} thành phần còn lại: không theo dõi.</span>
      <Button size="small" disabled={disabled} onClick={() => onChoose(false)}>
        Theo dõi tiếp
      </Button>
    </>
  ) : (
    <Button size="small" disabled={disabled} onClick={() => onChoose(true)}>
      Không theo dõi {left} thành phần còn lại
    </Button>
  );
}
