import { shadowOf } from '../shadow.ts';
import { WORLD_PLACES } from './world-places.ts';

/**
 * Places with their spellings, the first of each the one they are told by: countries, capitals and
 * large towns that news name most, governorates and towns of Syria and Iraq. Own list, from general knowledge.
 */
const PLACES = `
Deir ez-Zor|Deir Ezzor|Dier Ezzor|Deir al-Zor|Deir Ezzour|Der Zor|Deir Azzour|Dayr az-Zawr|دير الزور
Al-Mayadin|Almayadeen|Mayadin|Mayadeen|الميادين
Albu Kamal|Abu Kamal|Al-Bukamal|Albukamal|Boukamal|البوكمال|البو كمال
Raqqa|Rakka|Ar-Raqqah|Raqqah|الرقة
Aleppo|Halab|حلب
Damascus|Dimashq|دمشق
Rif Dimashq|Damascus countryside|ريف دمشق
Homs|Hims|حمص
Hama|Hamah|حماة
Idlib|Idleb|إدلب
Latakia|Lattakia|اللاذقية
Tartus|Tartous|طرطوس
Daraa|Dar'a|Deraa|درعا
Suwayda|As-Suwayda|Sweida|السويداء
Quneitra|القنيطرة
Hasakah|Al-Hasakah|Hasaka|Hassakeh|الحسكة
Qamishli|Kamishli|القامشلي
Palmyra|Tadmur|Tadmor|تدمر
Manbij|Membij|منبج
Kobani|Ayn al-Arab|Kobane|عين العرب|كوباني
Al-Bab|الباب
Azaz|A'zaz|أعزاز|إعزاز
Jarabulus|Jarablus|جرابلس
Tell Abyad|Tal Abyad|تل أبيض
Douma|Duma|دوما
Ghouta|Eastern Ghouta|الغوطة|الغوطة الشرقية
Yarmouk|اليرموك
Madaya|مضايا
Baghuz|Baghouz|الباغوز
Iraq|العراق
Baghdad|بغداد
Mosul|الموصل
Nineveh|Ninawa|نينوى
Anbar|Al-Anbar|الأنبار
Ramadi|الرمادي
Fallujah|Falluja|الفلوجة
Al-Qaim|Qaim|القائم
Kirkuk|كركوك
Erbil|Arbil|Irbil|أربيل
Sulaymaniyah|Sulaimaniya|السليمانية
Duhok|Dohuk|دهوك
Basra|Basrah|البصرة
Najaf|النجف
Karbala|Kerbala|كربلاء
Tikrit|تكريت
Samarra|سامراء
Salah al-Din|Saladin|صلاح الدين
Diyala|ديالى
Sinjar|Shingal|سنجار
Tal Afar|Tel Afar|تلعفر
Syria|سوريا|سورية
Turkey|Türkiye|تركيا
Ankara|أنقرة
Istanbul|إسطنبول|اسطنبول
Gaziantep|غازي عنتاب|عنتاب
Urfa|Sanliurfa|Şanlıurfa|أورفا
Lebanon|لبنان
Beirut|بيروت
Jordan|الأردن
Amman|عمّان
Israel|إسرائيل
Palestine|فلسطين
Gaza|غزة
West Bank|الضفة الغربية
Jerusalem|القدس
Egypt|مصر
Cairo|القاهرة
Saudi Arabia|السعودية
Riyadh|الرياض
Mecca|Makkah|مكة
Kuwait|الكويت
Qatar|قطر
Doha|الدوحة
United Arab Emirates|UAE|الإمارات
Bahrain|البحرين
Oman|سلطنة عمان
Yemen|اليمن
Sanaa|Sana'a|صنعاء
Iran|إيران
Tehran|طهران
Libya|ليبيا
Tripoli|طرابلس
Tunisia|تونس
Algeria|الجزائر
Morocco|المغرب
Sudan|السودان
Khartoum|الخرطوم
Afghanistan|أفغانستان
Kabul|كابول
Pakistan|باكستان
India|الهند
China|الصين
Beijing|بكين
Japan|اليابان
South Korea|كوريا الجنوبية
North Korea|كوريا الشمالية
Indonesia|إندونيسيا
Malaysia|ماليزيا
Australia|أستراليا
New Zealand|نيوزيلندا
Russia|روسيا
Moscow|موسكو
Ukraine|أوكرانيا
Kyiv|Kiev|كييف
United States|United States of America|USA|U.S.|U.S.A.|الولايات المتحدة
Washington|Washington D.C.|واشنطن
New York|نيويورك
Canada|كندا
Mexico|المكسيك
Brazil|البرازيل
United Kingdom|UK|Britain|بريطانيا
London|لندن
France|فرنسا
Paris|باريس
Germany|ألمانيا
Berlin|برلين
Italy|إيطاليا
Rome|روما
Spain|إسبانيا
Netherlands|هولندا
Belgium|بلجيكا
Brussels|بروكسل
Sweden|السويد
Switzerland|سويسرا
Geneva|جنيف
Austria|النمسا
Vienna|فيينا
Greece|اليونان
Athens|أثينا
Poland|بولندا
`;

/** A name as it is looked up: small letters, no hyphens, apostrophes or article al-. */
export const placeKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("'", '')
    .replaceAll(/[- ]+/g, ' ')
    .replace(/^(?:al|el|ar|as) (?=\p{L})/u, '');

/** Spelling, as {@link placeKey} makes it, to the place's first name. */
export const GAZETTEER: ReadonlyMap<string, string> = new Map(
  `${PLACES.trim()}\n${WORLD_PLACES.trim()}`.split('\n').flatMap((line) => {
    const [first = '', ...others] = line.split('|');
    return [first, ...others].map((name) => [placeKey(shadowOf(name)), first] as const);
  }),
);
