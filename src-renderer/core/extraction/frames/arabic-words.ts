import { shadowOf } from '../shadow.ts';

/** Words as the tokens of a shadow text are keyed: one letter for each family of variants. */
const set = (words: string): ReadonlySet<string> => new Set(shadowOf(words).split(/\s+/));

/** Reporting verbs of Arabic news, third person, both tenses. */
const VERBS = set(
  'قال قالت قالوا يقول تقول يقولون أضاف أضافت أضافوا يضيف تضيف أكد أكدت أكدوا يؤكد تؤكد أوضح أوضحت يوضح توضح صرح صرحت أعلن أعلنت يعلن تعلن ذكر ذكرت يذكر تذكر زعم زعمت يزعم تزعم ادعى ادعت يدعي تدعي اعتبر اعتبرت يعتبر تعتبر رأى رأت يرى ترى تابع تابعت يتابع أردف أردفت ختم اختتم كشف كشفت يكشف نفى نفت ينفي تنفي حذر حذرت يحذر تحذر أفاد أفادت أفادوا يفيد تفيد روى روت يروي تروي كتب كتبت علق علقت شدد شددت يشدد لفت لفتت يلفت نوه نوهت أشار أشارت أشاروا يشير تشير أقر أقرت يقر اعترف اعترفت توقع توقعت رد ردت سأل سألت تساءل شرح شرحت وصف وصفت نص ينص تنص نصت',
);
/** What opens the statement: أن and إن (one form in the shadow), with pronouns and the preposition ب. */
const THAT = /^(?:ب|ف)?ان(?:ه|ها|هم|هما|هن|نا|ي|ك)?$/;
/** Prepositions that stand before "that": أشار إلى أن, شدد على أن, حذر من أن. */
export const BEFORE_THAT = set('إلى على من عن ب في');
/** What ends the name of a speaker: time, place, occasion. */
export const ENDS_NAME = set(
  'في خلال عبر اليوم أمس يوم مساء صباح عقب بعد قبل أثناء حول على إلى من عن لدى ضمن ردا معلقا مضيفا مشيرا مؤكدا موضحا حيث وهو وهي الذي التي',
);
export const ACCORDING = set('وفقا طبقا وفق بحسب حسب نقلا');
/** Nouns for what somebody does or is, as they stand before a name. */
export const ROLES = set(
  'المتحدث متحدث الناطق ناطق الناشط ناشط الناشطة ناشطة الوزير وزير وزيرة رئيس الرئيس رئيسة مدير المدير مديرة قائد القائد مسؤول المسؤول مسؤولة الصحفي صحفي الصحفية صحفية مراسل المراسل مراسلة الطبيب طبيب الطبيبة طبيبة المحامي محامي المحامية الباحث باحث الباحثة باحثة الخبير خبير عضو العضو القاضي الأستاذ أستاذ الدكتور الدكتورة دكتور السيد السيدة الشيخ الحاج المهندس مهندس العميد العقيد اللواء المقدم الرائد النقيب الملازم أمين الأمين نائب النائب سفير السفير مندوب المندوب شاهد الشاهد المواطن مواطن النازح نازح النازحة نازحة السكان سكان أهالي الأهالي مصدر مصادر المصدر المصادر شهود نشطاء ناشطون معلم المعلم معلمة المعلمة مزارع المزارع ضابط الضابط',
);
export const ORGANISATIONS_AR = set(
  'وزارة الوزارة المرصد مرصد منظمة المنظمة وكالة الوكالة صحيفة الصحيفة قناة القناة هيئة الهيئة جمعية الجمعية حركة الحركة حزب الحزب التنظيم تنظيم الجيش جيش الشرطة شرطة الحكومة حكومة الأمم المجلس مجلس الاتحاد اتحاد مركز المركز شبكة الشبكة لجنة اللجنة مؤسسة المؤسسة قوات القوات الإدارة إدارة المحكمة محكمة بلدية البلدية الدفاع الهلال الصليب قيادة القيادة مكتب المكتب نقابة النقابة مديرية المديرية الفصائل الكتيبة كتيبة لواء غرفة',
);
export const DOCUMENTS_AR = set(
  'بيان البيان تقرير التقرير قرار القرار تعميم التعميم رسالة الرسالة وثيقة الوثيقة مرسوم المرسوم قانون القانون دراسة الدراسة كتاب فتوى الفتوى منشور المنشور لائحة اللائحة نص إحصائية',
);

/** Frequent verbs of news and what stands before verbs: never part of a name. */
const DEEDS = set(
  'كان كانت كانوا قد تم تمت شهد شهدت وقع وقعت قتل قتلت قتلوا أصيب أصيبت وصل وصلت وصلوا جرى جرت هرب هربت هربوا فر فرت فروا سرق سرقت سرقوا نهب نهبت نهبوا اعتقل اعتقلت خطف خطفت قصف قصفت دخل دخلت خرج خرجت عاد عادت غادر غادرت سيطر سيطرت انسحب انسحبت دفع دفعت باع باعت اشترى اشترت أرسل أرسلت أصدر أصدرت التقى التقت زار زارت ترأس اجتمع بدأ بدأت انتهى انتهت انضم انضمت انشق يعمل تعمل يقود تقود لم لن لا ما هو هي هم',
);

/** The word without the conjunctions that are written together with it: وقال, فقال. */
const bare = (key: string): string => (/^[وف]/.test(key) && key.length > 3 ? key.slice(1) : key);

export const isArabicVerb = (key: string): boolean => VERBS.has(key) || VERBS.has(bare(key));
export const isDeed = (key: string): boolean => DEEDS.has(key) || DEEDS.has(bare(key));
export const opensStatement = (key: string): boolean =>
  THAT.test(key) || (key.startsWith('و') && THAT.test(key.slice(1)));
export const accordingWord = (key: string): boolean => ACCORDING.has(key) || ACCORDING.has(bare(key));
