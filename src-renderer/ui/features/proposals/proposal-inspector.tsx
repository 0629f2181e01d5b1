import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#core/proposing/draft.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { Known } from './known.tsx';
import { ProposalDetails } from './proposal-details.tsx';
import { ProposalVoice } from './proposal-voice.tsx';
import styles from './proposals.module.css';
import { SkipReasons } from './skip-reasons.tsx';
import { chosenOf, editDraft, setReady, useDrafts, useReady } from './use-drafts.ts';
import { type ProposalActions, STATEMENT_ID, useProposalActions } from './use-proposal-actions.ts';

function Actions({ actions }: { readonly actions: ProposalActions }) {
  const { t } = useTranslation();
  return (
    <div className={styles['actions']}>
      <Button look="primary" onClick={() => void actions.take(null)}>
        {t('proposals.accept')} <Kbd keys={['⏎']} />
      </Button>
      <Button title={t('proposals.mergeHint')} onClick={actions.merge}>
        {t('proposals.merge')} <Kbd keys={['M']} />
      </Button>
      <Button onClick={actions.split}>
        {t('proposals.split')} <Kbd keys={['S']} />
      </Button>
      <Button onClick={() => setReady(() => ({ asked: 'skip' }))}>
        {t('proposals.skip')} <Kbd keys={['X']} />
      </Button>
    </div>
  );
}

/** Whom the claim is about: each may be left out. */
function Subjects({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const toggle = (name: string) => () =>
    editDraft(draft.key, {
      leftOut: draft.leftOut.includes(name)
        ? draft.leftOut.filter((held) => held !== name)
        : [...draft.leftOut, name],
    });
  return (
    <Section label={t('proposals.about')}>
      {draft.subjects.length === 0 && <span className={styles['quiet']}>{t('proposals.aboutNone')}</span>}
      <ul className={styles['rungs']}>
        {draft.subjects.map(({ name, kind }) => {
          const out = draft.leftOut.includes(name);
          return (
            <li key={name} className={out ? styles['out'] : undefined}>
              <span>
                <bdi>{name}</bdi>
                <span className={styles['quiet']}>{` · ${t(`terms.partyKind.${kind}`)}`}</span>
              </span>
              {!out && <Known name={name} />}
              <Button
                look="quiet"
                aria-label={t(out ? 'proposals.takeIn' : 'proposals.leaveOut', { name })}
                onClick={toggle(name)}
              >
                {out ? '+' : '×'}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className={styles['chips']}>
        <Chip
          on={draft.accuses}
          tone={draft.accuses ? 'danger' : 'plain'}
          onClick={() => editDraft(draft.key, { accuses: !draft.accuses })}
        >
          {t('proposals.accuses')}
        </Chip>
      </div>
    </Section>
  );
}

function Reasons({ draft, text }: { readonly draft: Draft; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Section label={t('proposals.why')}>
      {draft.reasons.length === 0 && <span className={styles['quiet']}>{t('proposals.whyNone')}</span>}
      <ul className={styles['reasons']}>
        {draft.reasons.map(({ kind, start, end }) => (
          <li key={`${kind} ${start}`}>
            {t('proposals.because', { reason: t(`proposals.reason.${kind}`) })}{' '}
            <bdi>{text.slice(start, end)}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Repairs({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const kinds = [...new Set(draft.repairs.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <Section label={t('proposals.repairs')}>
      <Notice tone="plain">
        {kinds.map((kind) => t(`proposals.repair.${kind}`)).join(' ')} {t('proposals.repairsNote')}
      </Notice>
    </Section>
  );
}

/** Everything about the chosen proposal, to be looked at and changed before it is taken. */
export function ProposalInspector() {
  const { t } = useTranslation();
  const ready = useReady();
  const draft = chosenOf(useDrafts(), ready?.chosen ?? null);
  const text = useCase((store) => store.texts.get(ready?.documentId ?? '') ?? '');
  const actions = useProposalActions();
  if (!ready) return <div className={styles['inspector']} />;
  if (!draft) return <Empty title={t('proposals.chooseOne')} />;
  return (
    <div className={styles['inspector']} data-proposal={draft.key}>
      <Actions actions={actions} />
      {ready.asked === 'skip' && <SkipReasons key={draft.key} take={actions.take} />}
      <Section label={t('proposals.statement')} aside={<Kbd keys={['E']} />}>
        <Textarea
          id={STATEMENT_ID}
          aria-label={t('proposals.statement')}
          className={styles['wording'] ?? ''}
          autosize
          minRows={2}
          dir="auto"
          value={draft.statement}
          onChange={(event) => editDraft(draft.key, { statement: event.currentTarget.value })}
        />
      </Section>
      <Section label={t('proposals.words')}>
        {draft.spans.map(({ start, end }) => (
          <blockquote key={start} className={styles['words']} dir="auto">
            {text.slice(start, end)}
          </blockquote>
        ))}
      </Section>
      <ProposalVoice draft={draft} editing={ready.asked === 'ladder'} />
      <Repairs draft={draft} />
      <Subjects draft={draft} />
      <ProposalDetails draft={draft} text={text} written={ready.written} />
      <Reasons draft={draft} text={text} />
    </div>
  );
}
