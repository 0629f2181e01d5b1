import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';

afterEach(cleanup);

function Keys(props: { readonly plain: () => void; readonly chord: () => void }) {
  useShortcuts({ KeyN: props.plain, 'Ctrl+KeyL': props.chord });
  return <input aria-label="field" />;
}

function show() {
  const [plain, chord] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(<Keys plain={plain} chord={chord} />);
  return { plain, chord, field: screen.getByLabelText('field') };
}

describe('shortcuts', () => {
  it('go by the place of the key, whatever the layout writes there', () => {
    const { plain } = show();
    fireEvent.keyDown(document.body, { code: 'KeyN', key: 'ى' });
    expect(plain).toHaveBeenCalledOnce();
  });

  it('are off while typing, except with Ctrl', () => {
    const { plain, chord, field } = show();
    fireEvent.keyDown(field, { code: 'KeyN', key: 'n' });
    fireEvent.keyDown(field, { code: 'KeyL', key: 'l', ctrlKey: true });
    expect(plain).not.toHaveBeenCalled();
    expect(chord).toHaveBeenCalledOnce();
  });

  it('leave alone what something nearer has answered, and words being composed', () => {
    const { plain } = show();
    fireEvent.keyDown(document.body, { code: 'KeyN', isComposing: true });
    fireEvent.keyDown(document.body, { code: 'KeyN', shiftKey: true });
    expect(plain).not.toHaveBeenCalled();
  });
});
