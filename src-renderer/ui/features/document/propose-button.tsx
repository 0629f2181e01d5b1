import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { stretchOf, usePropose } from '../proposals/use-propose.ts';

/** Reads the article, or the words selected in it, for its claims. */
export function ProposeButton({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation();
  const propose = usePropose();
  const text = useCase((store) => store.texts.get(documentId) ?? '');
  const selected = useView((view) => stretchOf(view.selection, documentId, text) !== null);
  return (
    <Button
      look="quiet"
      title={t(selected ? 'proposals.actionSelected' : 'proposals.action')}
      onClick={() => void propose()}
    >
      <IconListSearch size={15} aria-hidden /> {t('proposals.action')} <Kbd keys={['P']} />
    </Button>
  );
}
