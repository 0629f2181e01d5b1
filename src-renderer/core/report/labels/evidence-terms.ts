import type { CaptureElement } from '../../finding/capture-set.ts';
import type { CapturePart } from '../../model/capture.ts';
import type { Credibility, Pillar, PillarState, Reliability } from '../../model/grading.ts';

/** Words of a report for what an evidence item holds. */
export type EvidenceTerms = {
  readonly captureElement: Readonly<Record<CaptureElement, string>>;
  readonly capturePart: Readonly<Record<CapturePart, string>>;
  readonly reliability: Readonly<Record<Reliability, string>>;
  readonly credibility: Readonly<Record<Credibility, string>>;
  readonly pillar: Readonly<Record<Pillar, string>>;
  readonly pillarState: Readonly<Record<PillarState, string>>;
  /** `{grade}` and what it says. */
  readonly grade: string;
};

export const EVIDENCE_TERMS: Readonly<Record<'en' | 'ar', EvidenceTerms>> = {
  en: {
    reliability: {
      A: 'Completely reliable',
      B: 'Usually reliable',
      C: 'Fairly reliable',
      D: 'Not usually reliable',
      E: 'Unreliable',
      F: 'Reliability cannot be judged',
    },
    credibility: {
      1: 'Confirmed by other sources',
      2: 'Probably true',
      3: 'Possibly true',
      4: 'Doubtful',
      5: 'Improbable',
      6: 'Truth cannot be judged',
    },
    pillar: {
      provenance: 'provenance',
      source: 'source',
      date: 'date',
      location: 'location',
      motivation: 'motivation',
    },
    pillarState: {
      established: 'established',
      'in part': 'established in part',
      'not established': 'not established',
    },
    grade: 'graded {grade}',
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
    reliability: {
      A: 'موثوق تماماً',
      B: 'موثوق عادة',
      C: 'موثوق إلى حد ما',
      D: 'غير موثوق عادة',
      E: 'غير موثوق',
      F: 'لا يمكن الحكم على الموثوقية',
    },
    credibility: {
      1: 'أكدته مصادر أخرى',
      2: 'صحيح على الأرجح',
      3: 'ربما كان صحيحاً',
      4: 'مشكوك فيه',
      5: 'مستبعد',
      6: 'لا يمكن الحكم على صحته',
    },
    pillar: {
      provenance: 'الأصل',
      source: 'المصدر',
      date: 'التاريخ',
      location: 'المكان',
      motivation: 'الدافع',
    },
    pillarState: {
      established: 'ثابت',
      'in part': 'ثابت جزئياً',
      'not established': 'غير ثابت',
    },
    grade: 'التقييم {grade}',
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
