import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** Lines that a press brings: thousands at once would hold up the window. */
const MORE = 100;

/** The first of many lines, and more at a press. */
export function FirstOf<T>(props: {
  readonly items: readonly T[];
  /** One line, with a key. */
  readonly renderLine: (item: T) => ReactNode;
  /** How many are shown at first. */
  readonly first?: number;
  /** Whether the lines stand in a list. */
  readonly inList?: boolean;
}) {
  const { t } = useTranslation();
  const { items, renderLine, first = 50, inList = false } = props;
  const [shown, setShown] = useState(first);
  const left = items.length - shown;
  const more = left > 0 && (
    <Button look="quiet" onClick={() => setShown(shown + MORE)}>
      {t('common.showMore', { count: left })}
    </Button>
  );
  return (
    <>
      {items.slice(0, shown).map(renderLine)}
      {more && (inList ? <li>{more}</li> : <div>{more}</div>)}
    </>
  );
}
