import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useReturnFocus } from './return-focus';

interface QuestionProps {
  readonly title: string;
  /** The verb that gives something up. */
  readonly yes: string;
  /** The verb that goes on. */
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ReactNode;
}

/**
 * Asks before something typed is given up. Mount it only while it asks: a dialog of the library that is hidden but
 * still mounted goes on taking Esc until some effects later, so that on a slow PC the next Esc would do nothing.
 */
export function Question({ title, yes, no, onYes, onNo, children }: QuestionProps): ReactNode {
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={no}
      onOk={onYes}
      onCancel={onNo}
      // Enter after Esc must not lose what was typed.
      cancelButtonProps={{ autoFocus: true }}
    >
      {children}
    </Modal>
  );
}
