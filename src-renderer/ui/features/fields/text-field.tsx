import { Textarea } from '@mantine/core';
import { useDraft } from '#renderer/ui/hooks/use-draft.ts';

/** A text that stores itself while it is typed; Enter leaves it where it is one line. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly store: (value: string) => Promise<boolean>;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly multiline?: boolean;
  readonly showLabel?: boolean;
  readonly className?: string;
  readonly autoFocus?: boolean;
}) {
  const draft = useDraft(props.value, props.store);
  return (
    <Textarea
      {...(props.showLabel ? { label: props.label } : { 'aria-label': props.label })}
      className={props.className ?? ''}
      dir="auto"
      autosize
      minRows={1}
      maxRows={14}
      value={draft.value}
      readOnly={props.readOnly ?? false}
      placeholder={props.placeholder ?? ''}
      data-autofocus={props.autoFocus ? true : undefined}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={() => void draft.flush()}
      onKeyDown={(event) => {
        if (event.code === 'Escape') draft.reset();
        if (event.code !== 'Enter' || props.multiline || event.shiftKey || event.nativeEvent.isComposing)
          return;
        event.preventDefault();
        void draft.flush();
      }}
    />
  );
}
