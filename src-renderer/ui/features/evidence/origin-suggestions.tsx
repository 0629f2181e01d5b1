import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type OriginSuggestion, originSuggestions } from '#core/finding/origin-suggestions.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import { partyName } from '#core/model/names.ts';
import { siteOf } from '#core/text/web-address.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { setOrigin } from '#renderer/commands/set-origin.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

const refOf = (state: CaseState, { evidenceId, documentId }: OriginSuggestion): string =>
  (evidenceId === null ? state.document.get(documentId ?? '')?.ref : state.evidence.get(evidenceId)?.ref) ??
  '';

/** A first name for the origin of an item: the site it stands on, or its title. */
const nameFor = ({ url, title }: Item<'evidence'>): string => (url === null ? null : siteOf(url)) ?? title;

/** What suggests that an item is a copy, each with what follows if a person agrees. */
export function OriginSuggestions({ evidence }: { readonly evidence: Item<'evidence'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const state = useCase((store) => store.state);
  const suggestions = useMemo(() => originSuggestions(state, evidence.id), [state, evidence.id]);
  if (suggestions.length === 0) return null;

  function join({ evidenceId, documentId, originId }: OriginSuggestion): Promise<boolean> {
    const evidenceIds = [evidence.id, ...(evidenceId === null ? [] : [evidenceId])];
    if (originId !== null) return run(setOrigin, { evidenceIds, originId });
    const partyId = state.document.get(documentId ?? '')?.publisherId ?? null;
    const name =
      evidenceId === null
        ? partyName(state, partyId) || t('evidence.copies.outlet')
        : nameFor(state.evidence.get(evidenceId) ?? evidence);
    return run(createOrigin, { name, partyId, evidenceIds });
  }

  return (
    <Notice tone="warn">
      <ul className={styles['list']} aria-label={t('evidence.copies.label')}>
        {suggestions.map((suggestion) => {
          const { why, evidenceId, documentId, originId } = suggestion;
          const ref = refOf(state, suggestion);
          const name = state.origin.get(originId ?? '')?.name;
          return (
            <li key={`${evidenceId} ${documentId}`} className={styles['row']} data-suggested={why}>
              <span className={styles['grow']}>{t(`evidence.copies.${why}`, { ref })}</span>
              <Button onClick={() => void join(suggestion)} aria-describedby="origin-suggestions-hint">
                {name ? t('evidence.copies.joinNamed', { name }) : t('evidence.copies.join')}
              </Button>
            </li>
          );
        })}
      </ul>
      <p id="origin-suggestions-hint" className={styles['quiet']}>
        {t('evidence.copies.hint')}
      </p>
    </Notice>
  );
}
