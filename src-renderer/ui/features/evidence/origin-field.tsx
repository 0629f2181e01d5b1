import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { setOrigin } from '#renderer/commands/set-origin.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Where an item ultimately comes from; a new name makes a new origin. */
export function OriginField({
  evidence,
  readOnly,
}: {
  readonly evidence: Item<'evidence'>;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const origins = useCase((store) => store.state.origin);
  const names = useMemo(
    () => new Map([...origins.values()].map(({ id, name }) => [name, id] as const)),
    [origins],
  );
  const current = origins.get(evidence.originId ?? '')?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  async function take(text: string): Promise<void> {
    setTyped(null);
    const name = text.trim();
    if (name === current) return;
    const known = names.get(name);
    if (name === '') await run(setOrigin, { evidenceIds: [evidence.id], originId: null });
    else if (known) await run(setOrigin, { evidenceIds: [evidence.id], originId: known });
    else await run(createOrigin, { name, evidenceIds: [evidence.id] });
  }
  return (
    <Autocomplete
      label={t('evidence.origin')}
      placeholder={t('evidence.originHint')}
      dir="auto"
      readOnly={readOnly}
      data={[...names.keys()]}
      limit={12}
      value={typed ?? current}
      onChange={setTyped}
      onOptionSubmit={(name) => void take(name)}
      onBlur={() => typed !== null && void take(typed)}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' || typed === null) return;
        event.preventDefault();
        void take(typed);
      }}
    />
  );
}
