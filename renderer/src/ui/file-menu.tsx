/** A button with the files that can be made here; the one that is chosen is made and delivered. */
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { OfferedFiles } from '../../../shared/rpc/contract/common';
import { useDelivery } from './save-files';
import { READING } from './writing';

interface FileMenuProps<Wanted> {
  readonly label: string;
  readonly files: readonly (Wanted & { readonly label: string })[];
  readonly make: (wanted: Wanted) => Promise<OfferedFiles>;
  readonly disabled?: boolean;
}

export function FileMenu<Wanted extends object>(props: FileMenuProps<Wanted>): ReactNode {
  const delivery = useDelivery();
  return (
    <Dropdown
      trigger={['click']}
      disabled={props.disabled === true}
      menu={{
        items: props.files.map(({ label }) => ({ key: label, label })),
        onClick: ({ key }) => {
          const wanted = props.files.find(({ label }) => label === key);
          if (wanted) delivery.make(key, () => props.make(wanted));
        },
      }}
    >
      <Button {...READING} loading={delivery.busy !== null}>
        {props.label}
      </Button>
    </Dropdown>
  );
}
