import { useTranslation } from 'react-i18next';
import { releaseOfFile } from '#core/release/releases-holding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useMoment } from './release-row.tsx';

/** Which release of the open case a file is, byte for byte. */
export function ReleaseOfFile({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const state = useCase((store) => store.state);
  if (state.release.size === 0) return null;
  const release = releaseOfFile(state, sha256);
  if (!release) return <p>{t('release.noRelease')}</p>;
  return (
    <Notice tone="plain">
      {t('release.isRelease', {
        when: moment(release.madeAt),
        what: t(`terms.release.${release.kind}`),
        audience: t(`terms.audience.${release.audience}`),
      })}
    </Notice>
  );
}
