import { useTranslation } from 'react-i18next';
import { capturesOf } from '#core/finding/capture-set.ts';
import { guessParts } from '#core/model/capture.ts';
import type { BlobRef, Evidence } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { RefText } from '../fields/ref-text.tsx';
import { CaptureMeter } from './capture-meter.tsx';
import { EvidenceIcon } from './evidence-icon.tsx';
import { momentText } from './moment-now.ts';
import { useAttach } from './use-attach.ts';

type Props = { readonly link: Item<'evidence'>; readonly readOnly: boolean };

/** What is filled in for a new capture: when its file was written, who works here, and the tool of last time. */
function firstFields(linkId: string, file: BlobRef): Partial<Evidence> {
  const { state, actor } = useCase.getState();
  const last = [...state.evidence.values()].findLast(({ capture }) => capture?.tool);
  return {
    capture: {
      linkId,
      shows: guessParts(file),
      at: momentText(file.modified === null ? new Date() : new Date(file.modified)),
      tool: last?.capture?.tool ?? null,
      by: state.actor.get(actor ?? '')?.alias ?? null,
    },
  };
}

function CaptureLine({ item }: { readonly item: Item<'evidence'> }) {
  const { t } = useTranslation();
  const { capture } = item;
  const shows = capture?.shows.map((part) => t(`evidence.capturePart.${part}`)) ?? [];
  const facts = [...shows, capture?.at, capture?.tool, capture?.by].filter(Boolean);
  return (
    <li className={styles['row']}>
      <EvidenceIcon evidence={item} />
      <button
        type="button"
        className={styles['link']}
        onClick={() => useView.setState({ evidenceId: item.id })}
      >
        <RefText entity="evidence" id={item.id} text={item.ref} /> <bdi>{item.title}</bdi>
      </button>
      <span className={styles['quiet']}>
        <bdi>{facts.join(' · ')}</bdi>
      </span>
    </li>
  );
}

/** The captures of a link, and what their set still lacks. */
export function CapturesSection({ link, readOnly }: Props) {
  const { t } = useTranslation();
  const { pick } = useAttach();
  const evidence = useCase((store) => store.state.evidence);
  const captures = capturesOf({ evidence }, link.id);
  const add = readOnly ? null : (
    <Button look="quiet" onClick={() => void pick(null, (file) => firstFields(link.id, file))}>
      {t('evidence.captures.add')}
    </Button>
  );
  return (
    <Section label={t('evidence.captures.label')} aside={add}>
      {captures.length === 0 ? (
        <p className={styles['quiet']}>
          {t('evidence.captures.none')} {t('evidence.captures.hint')}
        </p>
      ) : (
        <ul className={styles['list']}>
          {captures.map((item) => (
            <CaptureLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      <CaptureMeter link={link} readOnly={readOnly} />
    </Section>
  );
}
