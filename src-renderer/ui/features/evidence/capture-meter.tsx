import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gapsOfLink } from '#core/finding/capture-set.ts';
import { OPTIONAL_PARTS, type OptionalPart } from '#core/model/capture.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { Item } from '#core/model/item.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

type Props = { readonly link: Item<'evidence'>; readonly readOnly: boolean };

function PageHasNone({ link, readOnly }: Props) {
  const { t } = useTranslation();
  const run = useRun();
  const toggle = (part: OptionalPart): void => {
    const held = link.captureNone;
    const captureNone = held.includes(part) ? held.filter((one) => one !== part) : [...held, part];
    void run(editEvidence, { evidenceId: link.id, fields: { captureNone } });
  };
  return (
    <div className={styles['row']} role="group" aria-label={t('evidence.captures.pageHasNone')}>
      <span className={styles['label']}>{t('evidence.captures.pageHasNone')}</span>
      {OPTIONAL_PARTS.map((part) => (
        <Chip
          key={part}
          on={link.captureNone.includes(part)}
          disabled={readOnly}
          onClick={() => toggle(part)}
        >
          {t(`evidence.capturePart.${part}`)}
        </Chip>
      ))}
    </div>
  );
}

/** Says in words what the captures of a link still lack; a desk's case asks for it first. */
export function CaptureMeter({ link, readOnly }: Props) {
  const { t, i18n } = useTranslation();
  const state = useCase((store) => store.state);
  const legal = state.case.get(CASE_ITEM_ID)?.mode === 'legal';
  const [asked, ask] = useState(false);
  const gaps = gapsOfLink(state, link);
  const shown = legal || asked;
  return (
    <>
      {!legal && (
        <div>
          <Button look="quiet" aria-expanded={asked} onClick={() => ask(!asked)}>
            {t(asked ? 'evidence.captures.hide' : 'evidence.captures.show')}
          </Button>
        </div>
      )}
      {shown && (
        <div className={styles['list']} data-capture-gaps={gaps.length}>
          {gaps.length === 0 ? (
            <p role="status">{t('evidence.captures.complete')}</p>
          ) : (
            <p role="status">
              {t('evidence.captures.lacks')}{' '}
              {new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
                gaps.map((gap) => t(`evidence.captureElement.${gap}`)),
              )}
              {'.'}
            </p>
          )}
          <PageHasNone link={link} readOnly={readOnly} />
          <p className={styles['faint']}>{t('evidence.captures.source')}</p>
        </div>
      )}
    </>
  );
}
