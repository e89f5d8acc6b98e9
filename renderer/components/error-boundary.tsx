import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Drawn instead of a screen that could not be drawn. */
  readonly fallback: ReactNode;
}

/** Catches errors of drawing, so that neither a blank window nor an old QR remains. React reports the error. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
