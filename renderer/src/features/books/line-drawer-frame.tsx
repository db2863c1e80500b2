/** One line of a book in a drawer: the frame, what the line says, what was done to it. Both books are read in this. */
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { moment } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { ReadOnlyNote } from '../../ui/writing';

interface LineDrawerFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function LineDrawerFrame({ title, onClose, children }: LineDrawerFrameProps): ReactNode {
  useReturnFocus();
  return (
    <Drawer open size={640} title={title} onClose={onClose}>
      <ReadOnlyNote />
      {children}
    </Drawer>
  );
}

/** Label and value; what is empty is left out. */
export function LineFacts({ facts }: { readonly facts: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <table className="plain" aria-label="Nội dung dòng sổ">
      <tbody>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** One thing that was done; `by` is not known of lines that were written before it was kept. */
interface LineAct {
  readonly at: string;
  readonly by: string | undefined;
  readonly what: string;
}

export function LineActs({ acts }: { readonly acts: readonly LineAct[] }): ReactNode {
  return (
    <section>
      <h3>Đã làm</h3>
      <ul>
        {acts.map(({ at, by, what }, index) => (
          <li key={index}>
            {moment(at)}
            {by === undefined ? '' : ` – ${by}`}: {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
