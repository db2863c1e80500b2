import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../ui/return-focus';
import { GLOBAL_KEYS, PAGE_KEYS } from './keys';
import { keyOfPlace, PLACES } from './places';

const GLOBAL: readonly (readonly [string, string])[] = [
  ...PLACES.map((place, index) => [keyOfPlace(index), `Tới ${place.name}`] as const),
  ...GLOBAL_KEYS.map(({ key, label }) => [key, label] as const),
];

export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  useReturnFocus();
  return (
    <Modal open onCancel={onClose} footer={null} title="Các phím tắt" width={1080}>
      <div className="key-help">
        {[{ where: 'Ở mọi nơi', keys: GLOBAL }, ...PAGE_KEYS].map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
