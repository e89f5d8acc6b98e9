import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Drawn instead of a screen that could not be drawn. */
  readonly fallback: ReactNode;
}

/** A screen that fails to draw must not leave a blank window, nor an old QR. React itself reports what was thrown. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
