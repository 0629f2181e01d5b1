import type { CaptureElement } from '../../finding/capture-set.ts';
import type { CapturePart } from '../../model/capture.ts';

/** Words of a report for what an evidence item holds. */
export type EvidenceTerms = {
  readonly captureElement: Readonly<Record<CaptureElement, string>>;
  readonly capturePart: Readonly<Record<CapturePart, string>>;
};

export const EVIDENCE_TERMS: Readonly<Record<'en' | 'ar', EvidenceTerms>> = {
  en: {
    captureElement: {
      address: 'the web address',
      'source code': 'the source code',
      'full page': 'a full-page capture',
      'embedded media': 'embedded media',
      'embedded metadata': 'embedded metadata',
      context: 'contextual data',
      time: 'the time of a capture',
      tool: 'the tool of a capture',
      person: 'who took a capture',
      hash: 'a file with its hash value',
    },
    capturePart: {
      'source code': 'source code',
      'full page': 'full page',
      'embedded media': 'embedded media',
      'embedded metadata': 'embedded metadata',
      context: 'context',
    },
  },
  ar: {
    captureElement: {
      address: 'الرابط',
      'source code': 'الشيفرة المصدرية',
      'full page': 'صورة للصفحة كاملة',
      'embedded media': 'الوسائط المضمنة',
      'embedded metadata': 'البيانات الوصفية المضمنة',
      context: 'بيانات السياق',
      time: 'وقت إحدى النسخ',
      tool: 'أداة إحدى النسخ',
      person: 'من حفظ إحدى النسخ',
      hash: 'ملف مع قيمة البصمة',
    },
    capturePart: {
      'source code': 'الشيفرة المصدرية',
      'full page': 'الصفحة كاملة',
      'embedded media': 'وسائط مضمنة',
      'embedded metadata': 'بيانات وصفية مضمنة',
      context: 'سياق',
    },
  },
};
