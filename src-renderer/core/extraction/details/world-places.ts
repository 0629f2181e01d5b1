/** Countries, capitals and large towns of the rest of the world, as in `gazetteer.ts`. Own list, from general knowledge. */
export const WORLD_PLACES = `
Portugal|البرتغال
Lisbon|لشبونة
Ireland|أيرلندا
Dublin|دبلن
Scotland|اسكتلندا
Wales|ويلز
England|إنجلترا
Northern Ireland|أيرلندا الشمالية
Norway|النرويج
Oslo|أوسلو
Denmark|الدنمارك
Copenhagen|كوبنهاغن
Finland|فنلندا
Helsinki|هلسنكي
Iceland|آيسلندا
Stockholm|ستوكهولم
Warsaw|وارسو
Czech Republic|Czechia|التشيك
Prague|براغ
Slovakia|سلوفاكيا
Hungary|هنغاريا|المجر
Budapest|بودابست
Romania|رومانيا
Bucharest|بوخارست
Bulgaria|بلغاريا
Sofia|صوفيا
Serbia|صربيا
Belgrade|بلغراد
Croatia|كرواتيا
Bosnia and Herzegovina|Bosnia|البوسنة والهرسك|البوسنة
Kosovo|كوسوفو
Albania|ألبانيا
Cyprus|قبرص
Malta|مالطا
Belarus|بيلاروسيا
Minsk|مينسك
Estonia|إستونيا
Latvia|لاتفيا
Lithuania|ليتوانيا
Armenia|أرمينيا
Azerbaijan|أذربيجان
Kazakhstan|كازاخستان
Uzbekistan|أوزبكستان
Turkmenistan|تركمانستان
Tajikistan|طاجيكستان
Kyrgyzstan|قيرغيزستان
Crimea|القرم
Chechnya|الشيشان
Kashmir|كشمير
Bangladesh|بنغلاديش
Sri Lanka|سريلانكا
Nepal|نيبال
Myanmar|Burma|ميانمار
Thailand|تايلاند
Bangkok|بانكوك
Vietnam|فيتنام
Cambodia|كمبوديا
Philippines|الفلبين
Manila|مانيلا
Singapore|سنغافورة
Jakarta|جاكرتا
Taiwan|تايوان
Hong Kong|هونغ كونغ
Mongolia|منغوليا
Tokyo|طوكيو
Seoul|سيول
Pyongyang|بيونغ يانغ
New Delhi|Delhi|نيودلهي
Mumbai|مومباي
Islamabad|إسلام آباد
Karachi|كراتشي
Lahore|لاهور
Shanghai|شنغهاي
Nigeria|نيجيريا
Lagos|لاغوس
Kenya|كينيا
Nairobi|نيروبي
Ethiopia|إثيوبيا
Eritrea|إريتريا
Somalia|الصومال
Mogadishu|مقديشو
Djibouti|جيبوتي
South Sudan|جنوب السودان
Darfur|دارفور
Uganda|أوغندا
Rwanda|رواندا
Congo|الكونغو
Central African Republic|أفريقيا الوسطى
Cameroon|الكاميرون
Niger|النيجر
Burkina Faso|بوركينا فاسو
Senegal|السنغال
Ghana|غانا
Ivory Coast|ساحل العاج
Sierra Leone|سيراليون
Liberia|ليبيريا
Mauritania|موريتانيا
Western Sahara|الصحراء الغربية
Rabat|الرباط
Casablanca|الدار البيضاء
Benghazi|بنغازي
Alexandria|الإسكندرية
Sinai|سيناء
Suez|السويس
Aden|عدن
Hodeidah|Hudaydah|الحديدة
Taiz|تعز
Jeddah|جدة
Medina|المدينة المنورة
Dubai|دبي
Abu Dhabi|أبوظبي|أبو ظبي
Kurdistan|كردستان
Tel Aviv|تل أبيب
Haifa|حيفا
Ramallah|رام الله
Hebron|الخليل
Nablus|نابلس
Rafah|رفح
Khan Younis|Khan Yunis|خان يونس
Golan Heights|Golan|الجولان
Zimbabwe|زيمبابوي
Zambia|زامبيا
Mozambique|موزمبيق
Angola|أنغولا
South Africa|جنوب أفريقيا
Johannesburg|جوهانسبرغ
Cape Town|كيب تاون
Cuba|كوبا
Havana|هافانا
Haiti|هايتي
Colombia|كولومبيا
Venezuela|فنزويلا
Caracas|كراكاس
Ecuador|الإكوادور
Peru|بيرو
Bolivia|بوليفيا
Chile|تشيلي
Argentina|الأرجنتين
Buenos Aires|بوينس آيرس
Rio de Janeiro|ريو دي جانيرو
Mexico City|مكسيكو سيتي
Guatemala|غواتيمالا
Honduras|هندوراس
El Salvador|السلفادور
Nicaragua|نيكاراغوا
Toronto|تورونتو
Ottawa|أوتاوا
Montreal|مونتريال
New York City|مدينة نيويورك
Los Angeles|لوس أنجلوس
San Francisco|سان فرانسيسكو
San Diego|سان دييغو
Las Vegas|لاس فيغاس
New Orleans|نيو أورلينز
New Jersey|نيوجيرسي
New Mexico|نيومكسيكو
New Hampshire|نيوهامبشير
North Carolina|كارولاينا الشمالية
South Carolina|كارولاينا الجنوبية
West Virginia|فرجينيا الغربية
Rhode Island|رود آيلاند
California|كاليفورنيا
Texas|تكساس
Florida|فلوريدا
Ohio|أوهايو
Michigan|ميشيغان
Pennsylvania|بنسلفانيا
Massachusetts|ماساتشوستس
Chicago|شيكاغو
Boston|بوسطن
Philadelphia|فيلادلفيا
Detroit|ديترويت
Baltimore|بالتيمور
Seattle|سياتل
Miami|ميامي
Atlanta|أتلانتا
Sydney|سيدني
Melbourne|ملبورن
Canberra|كانبرا
Wellington|ويلينغتون
Barcelona|برشلونة
Madrid|مدريد
Milan|ميلانو
Naples|نابولي
Hamburg|هامبورغ
Munich|ميونخ
Frankfurt|فرانكفورت
Amsterdam|أمستردام
The Hague|لاهاي
Marseille|مرسيليا
Lyon|ليون
Manchester|مانشستر
Birmingham|برمنغهام
Edinburgh|إدنبرة
Glasgow|غلاسكو
Belfast|بلفاست
Kharkiv|Kharkov|خاركيف
Odesa|Odessa|أوديسا
Mariupol|ماريوبول
Donetsk|دونيتسك
Luhansk|لوهانسك
Donbas|Donbass|دونباس
`;
