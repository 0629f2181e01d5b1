import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { usePropose } from '../proposals/use-propose.ts';

/** Reads the article, or the words selected in it, for its claims. */
export function ProposeButton({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation();
  const propose = usePropose();
  const selected = useView((view) => view.selection?.documentId === documentId);
  return (
    <Button
      look="quiet"
      title={t(selected ? 'proposals.actionSelected' : 'proposals.action')}
      onClick={() => void propose()}
    >
      <IconListSearch size={15} aria-hidden /> {t('proposals.action')} <kbd>P</kbd>
    </Button>
  );
}
