import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  AUDIENCES,
  LANGUAGES,
  namesChecker,
  ORDERS,
  PAPERS,
  PRODUCTS,
  provesIntegrity,
  type ReportSetup,
  SECTIONS,
  STANDARDS,
} from '#core/report/setup.ts';
import { Choice } from '../fields/choice.tsx';
import { ClaimsChoice } from './claims-choice.tsx';
import { LogoField } from './logo-field.tsx';
import styles from './report-screen.module.css';
import type { ChangeSetup } from './use-setup.ts';

type Props = {
  readonly setup: ReportSetup;
  readonly chosen: readonly string[] | null;
  readonly change: ChangeSetup;
};

function Parts({ setup, change }: Omit<Props, 'chosen'>) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['sections']}>
      <legend>{t('report.sections')}</legend>
      {SECTIONS.map((section) => (
        <Checkbox
          key={section}
          size="xs"
          label={t(`report.section.${section}`)}
          checked={setup.sections[section]}
          onChange={(event) =>
            change({ sections: { ...setup.sections, [section]: event.currentTarget.checked } })
          }
        />
      ))}
    </fieldset>
  );
}

function Head({ setup, change }: Omit<Props, 'chosen'>) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        size="xs"
        dir="auto"
        label={t('report.organisation')}
        value={setup.organisation}
        maxLength={200}
        onChange={(event) => change({ organisation: event.currentTarget.value })}
      />
      <LogoField logo={setup.logo} choose={(logo) => change({ logo })} />
      <TextInput
        size="xs"
        dir="auto"
        label={t('report.mark')}
        value={setup.mark ?? ''}
        maxLength={100}
        onChange={(event) => change({ mark: event.currentTarget.value || null })}
      />
      <Checkbox
        size="xs"
        label={t('report.named')}
        checked={namesChecker(setup)}
        onChange={(event) => change({ named: event.currentTarget.checked })}
      />
    </>
  );
}

/** What the report is composed of. */
export function SettingsFields({ setup, chosen, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        autoFocus
        label={t('report.product')}
        value={setup.product}
        values={PRODUCTS}
        words={(value) => t(`report.products.${value}`)}
        choose={(product) => change({ product })}
      />
      <ClaimsChoice setup={setup} chosen={chosen} change={change} />
      <div className={styles['two']}>
        <Choice
          label={t('report.audience')}
          value={setup.audience}
          values={AUDIENCES}
          words={(value) => t(`report.audiences.${value}`)}
          // Whether to name the checker is asked anew for each audience.
          choose={(audience) => change({ audience, named: null })}
        />
        <Choice
          label={t('report.language')}
          value={setup.language}
          values={LANGUAGES}
          words={(value) => t(`report.languages.${value}`)}
          choose={(language) => change({ language })}
        />
        <Choice
          label={t('report.order')}
          value={setup.order}
          values={ORDERS}
          words={(value) => t(`report.orders.${value}`)}
          choose={(order) => change({ order })}
        />
        <Choice
          label={t('report.paper')}
          value={setup.paper}
          values={PAPERS}
          words={(value) => t(`report.papers.${value}`)}
          choose={(paper) => change({ paper })}
        />
      </div>
      <p className={styles['about']}>
        {t(provesIntegrity(setup) ? 'report.proves' : 'report.provesNot')} {t('report.namesSources')}
      </p>
      <Choice
        label={t('report.standard')}
        value={setup.standard}
        values={STANDARDS}
        words={(value) => t(`report.standards.${value}`)}
        choose={(standard) => change({ standard })}
      />
      <Head setup={setup} change={change} />
      <Parts setup={setup} change={change} />
    </>
  );
}
