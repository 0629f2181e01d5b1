import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { splitClaim } from '#renderer/commands/split-claim.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';
import { type NamedPart, partsByName } from './parts-by-name.ts';

/** Splits a claim: one statement a line, or one a name. */
export function SplitForm({ claim, close }: { readonly claim: Item<'claim'>; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const form = useInlineForm<HTMLDivElement>(close);
  const [text, setText] = useState(claim.statement);
  const [named, setNamed] = useState<readonly NamedPart[]>([]);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const byName = partsByName(claim);
  const wordsOf = (statement: string): string | null =>
    named.find((part) => part.statement === statement)?.words ?? null;
  async function split(): Promise<void> {
    const parts = lines.map((statement) => ({ statement, words: wordsOf(statement) }));
    if (await run(splitClaim, { claimId: claim.id, parts })) close();
  }
  return (
    <div ref={form} className={styles['form']} role="group" aria-label={t('finding.split')}>
      <Textarea
        label={t('finding.splitTitle')}
        value={text}
        dir="auto"
        autosize
        autoFocus
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            event.stopPropagation();
            void split();
          }
        }}
      />
      <div className={styles['actions']}>
        {byName.length > 1 && (
          <Button
            onClick={() => {
              setNamed(byName);
              setText(byName.map(({ statement }) => statement).join('\n'));
            }}
          >
            {t('finding.splitNames')}
          </Button>
        )}
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={lines.length < 2} onClick={() => void split()}>
          {t('finding.splitDo', { count: lines.length })}
        </Button>
      </div>
    </div>
  );
}
