import { Button } from 'antd';
import type { ReactNode } from 'react';
import { offWhen } from '../../ui/writing';

/** Small buttons at the end of a line of data: a sign to see, a name to hear. `locked`: nothing can be changed now. */
export function itemTool(locked: boolean) {
  return (label: string, sign: string, run: () => void, disabled = false): ReactNode => (
    <Button
      size="small"
      type="text"
      aria-label={label}
      title={label}
      {...offWhen(disabled || locked)}
      onClick={run}
    >
      {sign}
    </Button>
  );
}
