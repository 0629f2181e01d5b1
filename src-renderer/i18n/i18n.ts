import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/en.ts';

/** Starts the words of the window; resolves when they can be used. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
