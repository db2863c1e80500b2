import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** A new key (another address) tries again. */
  readonly children: ReactNode;
}

/** A fault in one place leaves the rail and the rest of the window working. A class: React has no other way. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="state empty" role="alert">
        <strong>Trang này chưa mở được.</strong>
        <p className="muted">
          Dữ liệu đã lưu vẫn còn nguyên. Mở lại trang, hoặc chọn nơi làm việc khác bên trái.
        </p>
        <Button type="primary" onClick={() => window.location.reload()}>
          Mở lại trang
        </Button>
      </div>
    );
  }
}
