import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { editOrigin } from '#renderer/commands/edit-origin.ts';
import { useCase } from '#renderer/state/case-store.ts';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { PartyField } from '../fields/party-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { OriginField } from './origin-field.tsx';
import { OriginSuggestions } from './origin-suggestions.tsx';

/** Where an item ultimately comes from, and who is behind that. */
export function OriginSection(props: { readonly evidence: Item<'evidence'>; readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const run = useRun();
  const { evidence, readOnly } = props;
  const origin = useCase((store) => store.state.origin.get(evidence.originId ?? ''));
  const others = useCase((store) => {
    if (evidence.originId === null) return 0;
    let count = -1;
    for (const { originId } of store.state.evidence.values()) if (originId === evidence.originId) count += 1;
    return count;
  });
  return (
    <Section label={t('evidence.originSection')}>
      <div className={styles['fields']}>
        <OriginField evidence={evidence} readOnly={readOnly} />
        {origin && (
          <PartyField
            label={t('evidence.originParty')}
            showLabel
            value={origin.partyId}
            readOnly={readOnly}
            placeholder={t('evidence.originPartyHint')}
            onChange={(partyId) => void run(editOrigin, { originId: origin.id, fields: { partyId } })}
          />
        )}
      </div>
      {!readOnly && <OriginSuggestions evidence={evidence} />}
      {origin && (
        <TextField
          key={`name ${origin.id}`}
          label={t('evidence.originName')}
          showLabel
          value={origin.name}
          readOnly={readOnly}
          store={(name) =>
            run(editOrigin, { originId: origin.id, fields: { name } }, `origin-${origin.id}-name`)
          }
        />
      )}
      {origin && (
        <TextField
          key={origin.id}
          label={t('evidence.originNote')}
          showLabel
          value={origin.note ?? ''}
          readOnly={readOnly}
          store={(note) =>
            run(editOrigin, { originId: origin.id, fields: { note } }, `origin-${origin.id}-note`)
          }
        />
      )}
      {others > 0 && <p className={styles['quiet']}>{t('evidence.sameOrigin', { count: others })}</p>}
    </Section>
  );
}
