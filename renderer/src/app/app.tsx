import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import viVN from 'antd/locale/vi_VN';
import { useEffect, type ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../api/queries';
import { connectToasts } from './feedback';
import { Gate } from './gate';
import { styleNonce } from './style-nonce';
import { themeConfig, useDark } from './theme';

export function App(): ReactNode {
  const dark = useDark();
  return (
    <ConfigProvider
      locale={viVN}
      theme={themeConfig(dark)}
      componentSize="middle"
      // A dialog is closed by its buttons or Esc: the second press of a double click fell on what lies behind it.
      modal={{ mask: { closable: false } }}
      {...(styleNonce === '' ? {} : { csp: { nonce: styleNonce } })}
    >
      {/* Over the top bar: below, they lay on the last rows of a grid and on the button that saves it. */}
      <AntApp notification={{ placement: 'top', top: 3, maxCount: 3, stack: { threshold: 1 } }}>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <Toasts />
            <Gate />
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

function Toasts(): ReactNode {
  const { notification } = AntApp.useApp();
  useEffect(
    () =>
      connectToasts({
        show: (kind, options) => notification[kind](options),
        close: (key) => notification.destroy(key),
      }),
    [notification],
  );
  return null;
}
