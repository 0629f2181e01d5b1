import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from './report-screen.module.css';

/** The logo travels with the case: larger ones would swell every copy of it. */
const MOST_BYTES = 500_000;
const DATA_URL = /^data:image\/(?:png|jpeg);base64,(.+)$/;

const read = (file: File): Promise<string | null> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve((typeof reader.result === 'string' && DATA_URL.exec(reader.result)?.[1]) || null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });

/** A picture for the head of the report. `logo`: base64, or null. */
export function LogoField(props: {
  readonly logo: string | null;
  readonly choose: (logo: string | null) => void;
}) {
  const { logo, choose } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [bad, setBad] = useState(false);
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const read64 = file.size > MOST_BYTES ? null : await read(file);
    setBad(read64 === null);
    if (read64 !== null) choose(read64);
  }
  const type = logo?.startsWith('/9j/') ? 'jpeg' : 'png';
  return (
    <div>
      <div className={styles['logo']}>
        <span>{t('report.logo')}</span>
        {logo && <img src={`data:image/${type};base64,${logo}`} alt="" />}
        <Button onClick={() => input.current?.click()}>{t('report.logoChoose')}</Button>
        {logo && <Button onClick={() => choose(null)}>{t('report.logoRemove')}</Button>}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label={t('report.logo')}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {bad && <Notice tone="warn">{t('report.logoBad')}</Notice>}
    </div>
  );
}
