/** Words of the part that checks the page, by language. */
export const CHECK_LABELS = {
  en: {
    heading: 'This file checks itself',
    waiting: 'Not checked: this browser does not run the check. Touchstone can verify the file, too.',
    same: 'Checked: everything on this page is as it was when the file was written.',
    altered:
      'ALTERED: this page is not as it was when the file was written. (An extension of the browser can cause this as well: try another one.)',
    fingerprint: 'Fingerprint (SHA-256):',
    proves:
      'What this proves: no damage and no careless change since the file was written. What it does not prove: who wrote it, or that it is true. Whoever changes the page on purpose can change the fingerprint with it. Compare the fingerprint with the one the sender gives you by another way, by telephone for instance.',
    offline: 'The page asks nothing of any network.',
  },
  ar: {
    heading: 'هذا الملف يفحص نفسه',
    waiting: 'لم يُفحص: هذا المتصفح لا يشغّل الفحص. يستطيع Touchstone التحقق من الملف أيضاً.',
    same: 'فُحص: كل ما في هذه الصفحة كما كان عند كتابة الملف.',
    altered:
      'تغيّر: هذه الصفحة ليست كما كانت عند كتابة الملف. (قد يكون السبب إضافة في المتصفح: جرّب متصفحاً آخر.)',
    fingerprint: 'البصمة (SHA-256):',
    proves:
      'ما يثبته هذا: لا تلف ولا تغيير غير مقصود منذ كتابة الملف. وما لا يثبته: من كتبه، أو أنه صحيح. من يغيّر الصفحة عمداً يستطيع تغيير البصمة معها. قارن البصمة بما يعطيك إياه المرسل بطريق آخر، بالهاتف مثلاً.',
    offline: 'لا تطلب الصفحة شيئاً من أي شبكة.',
  },
} as const;
