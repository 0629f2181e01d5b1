import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/components/button.tsx';
import { pagesWith } from './pdf-search.ts';
import type { OpenPdf } from './use-pdf.ts';
import styles from './viewer.module.css';

/** The pages that hold some words, found while one looks on. */
function useFound({ document }: OpenPdf, words: string): readonly number[] {
  const [found, setFound] = useState<readonly number[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const search = async (): Promise<void> => {
      for await (const page of pagesWith(document, words, stop.signal)) {
        if (!stop.signal.aborted) setFound((pages) => [...pages, page]);
      }
    };
    // A page that cannot be read holds none of the words.
    search().catch(() => undefined);
    return () => stop.abort();
  }, [document, words]);
  return found;
}

function Found(props: {
  readonly pdf: OpenPdf;
  readonly words: string;
  readonly next: (found: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  const { pdf, words, next } = props;
  const found = useFound(pdf, words);
  return (
    <>
      <span role="status">{t('viewer.foundPages', { count: found.length })}</span>
      {found.length > 0 && (
        <Button look="quiet" onClick={() => next(found)}>
          {t('viewer.nextFound')}
        </Button>
      )}
    </>
  );
}

/** Looks for words in a PDF and leads from page to page that holds them. `at`: the page in view. */
export function PdfSearchForm(props: {
  readonly pdf: OpenPdf;
  readonly at: number;
  readonly go: (page: number) => void;
}) {
  const { t } = useTranslation();
  const { pdf, at, go } = props;
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const next = (found: readonly number[]): void => {
    const page = found.find((one) => one > at) ?? found[0];
    if (page !== undefined) go(page);
  };
  return (
    <form
      className={styles['search']}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(words);
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('viewer.search')}
        placeholder={t('viewer.search')}
        value={words}
        dir="auto"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {asked !== '' && <Found key={asked} pdf={pdf} words={asked} next={next} />}
    </form>
  );
}
