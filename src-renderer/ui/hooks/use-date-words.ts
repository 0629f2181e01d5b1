import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { spanOf } from '#core/model/date-span.ts';
import { parseEdtf } from '#core/model/dates.ts';
import type { TimelineEntry } from '#core/queries/timeline.ts';
import { useEdtf } from './use-edtf.ts';

const DAY_MS = 86_400_000;

type Dated = Pick<TimelineEntry, 'edtf' | 'calendar'>;

/** A date in words; a Hijri one in both calendars, the Gregorian by the Umm al-Qura calendar. */
export function useDateWords(): (date: Dated) => string {
  const { t, i18n } = useTranslation();
  const edtf = useEdtf();
  return useCallback(
    ({ edtf: text, calendar }) => {
      if (calendar === 'gregorian') return edtf(text);
      const span = spanOf(text, 'hijri');
      const date = parseEdtf(text);
      if (!span || span.from === null || span.to === null || date?.kind !== 'point') {
        return t('timeline.hijri', { date: text });
      }
      const { month, day, year } = date.point;
      const hijri = new Intl.DateTimeFormat(`${i18n.language}-u-ca-islamic-umalqura`, {
        timeZone: 'UTC',
        ...(year.includes('X') ? {} : { year: 'numeric' as const }),
        ...(month === null ? {} : { month: 'long' as const }),
        ...(day === null ? {} : { day: 'numeric' as const }),
      });
      const gregorian = new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', dateStyle: 'medium' });
      const marks = `${span.approximate ? '~' : ''}${span.uncertain ? '?' : ''}`;
      return t('timeline.both', {
        hijri: (year.includes('X') ? text : hijri.format(span.from * DAY_MS)) + marks,
        gregorian:
          span.from === span.to
            ? gregorian.format(span.from * DAY_MS)
            : gregorian.formatRange(span.from * DAY_MS, span.to * DAY_MS),
      });
    },
    [t, i18n.language, edtf],
  );
}
