import { act, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { later } from '#renderer/ui/components/later.tsx';

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;

type Told = { readonly words: string | null };

class Boundary extends Component<{ readonly children: ReactNode }, Told> {
  override state: Told = { words: null };
  static getDerivedStateFromError(error: unknown): Told {
    return { words: error instanceof Error ? error.message : '' };
  }
  override render(): ReactNode {
    return this.state.words ?? this.props.children;
  }
}

describe('a part of the window that is loaded later', () => {
  it('is loaded once, when it is first shown', async () => {
    const load = vi.fn<() => Promise<typeof Greeting>>(async () => Greeting);
    const Part = later(load);
    expect(load).not.toHaveBeenCalled();
    render(<Part name="Sami" />);
    render(<Part name="Omar" />);
    expect(await screen.findByText('Hello Sami')).toBeDefined();
    expect(screen.getByText('Hello Omar')).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is drawn in one pass with the rest once it is there', async () => {
    const Part = later(async () => Greeting);
    await Part.ready();
    render(<Part name="Layla" />);
    expect(screen.getByText('Hello Layla')).toBeDefined();
  });

  it('tells the boundary around it when it cannot be loaded', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Part = later<{ readonly name: string }>(() => Promise.reject(new Error('No such file.')));
    await act(async () => {
      render(
        <Boundary>
          <Part name="Sami" />
        </Boundary>,
      );
    });
    expect(screen.getByText('No such file.')).toBeDefined();
    await expect(Part.ready()).rejects.toThrow('No such file.');
    errors.mockRestore();
  });
});
