import { Component, type ReactNode } from 'react';
import { BrokenScreen } from './broken-screen.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly kind: string | null };

/**
 * Shows one calm screen in place of what can no longer be drawn; without it React takes everything
 * away and leaves an empty window. What is typed is stored as its fields go.
 */
export class WindowBoundary extends Component<Props, State> {
  override state: State = { kind: null };

  /** The error's kind alone: its message may hold words of the case. */
  static getDerivedStateFromError(error: unknown): State {
    return { kind: error instanceof Error ? error.name : typeof error };
  }

  private readonly drawAgain = (): void => this.setState({ kind: null });

  override render(): ReactNode {
    const { kind } = this.state;
    return kind === null ? this.props.children : <BrokenScreen kind={kind} drawAgain={this.drawAgain} />;
  }
}
