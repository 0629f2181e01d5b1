const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Closed classes of English words, all that the chunker needs of a grammar. */
export const DETERMINERS = set(
  'a an the this that these those his her its their our my your some many several most all both each every another other any no one two three four five six seven eight nine ten dozens hundreds thousands few fewer more such certain various former',
);
export const PRONOUNS = set(
  'he she they it we i you who everyone somebody someone nobody others another many some both',
);
export const OBJECT_PRONOUNS = set(
  'him her them me us you it himself herself themselves reporters journalists',
);
export const RELATIVES = set('who which that whom whose');
export const PREPOSITIONS = set(
  'of in on at for from with by to into about over under against between among during after before since until without within through across near around behind beyond despite like amid per via toward towards upon outside inside along including',
);
export const STOPPERS = set(
  'that because if when while as although though but whether which who whom whose where than so then since until unless how why what nor yet however meanwhile instead still once',
);
export const AUXILIARIES = set(
  "is was were are be been being am has had have having does did do will would can could may might must shall should isn't wasn't weren't aren't hasn't hadn't haven't doesn't didn't don't won't wouldn't can't couldn't cannot shouldn't he's she's it's they're we're i'm he'd she'd they'd he'll she'll they'll i've we've they've",
);
export const ADVERBS = set(
  'also later then not never once again even just still now often always previously earlier first only further ever too soon already thus today yesterday tomorrow tonight instead meanwhile nevertheless reportedly rather simply actually initially finally recently all himself herself themselves then flatly',
);
export const WEEKDAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
/** Frequent verbs besides reporting ones, which end a noun phrase. */
export const VERBS = set(
  'said says told tells thinks believes found finds wrote writes made make makes took take takes went go goes got get gets gave give gives came come comes became become becomes began begin begins left leave leaves kept keep keeps held hold holds ran run runs won win wins lost lose loses met meet meets sent send sends put puts set sets let lets saw see sees knew know knows want wants need needs seem seems seemed sought seek seeks brought fell fled grew rose led leads spent stood sat paid built bought sold caught fought drew drove broke chose wore ate appeared remained followed',
);
/** Nouns for a text: who says something there is a document. */
export const DOCUMENTS = set(
  'report statement regulation law decree letter memo memorandum email e-mail document documents study survey poll paper ruling order verdict indictment complaint lawsuit filing affidavit resolution constitution bill treaty agreement accord charter manifesto communique communiqué bulletin circular directive fatwa declaration review analysis article editorial essay book survey polls studies reports audit dossier transcript record records leaflet pamphlet notice decision press release tweet tweets post posts message ad advert advertisement video audio recording slide page website site sign signs headline banner map data figures statistics petition note',
);
export const PARTICLES = set(
  'abu umm bin ibn bint al el abd abdul de van von der den ter di da do dos das du la le del della st y i',
);
export const TITLES = set(
  'mr mrs ms miss dr prof professor president sen senator rep representative gov governor gen general lt lieutenant col colonel maj major capt captain sgt sergeant sir lord lady dame judge justice king queen prince princess sheikh sheik imam ayatollah rev reverend father sister brother pope bishop archbishop cardinal minister chancellor secretary ambassador mayor chief detective inspector commissioner attorney coach emir shaykh haji hajji mullah',
);

/** -ly and the listed ones. */
export const isAdverb = (key: string): boolean =>
  ADVERBS.has(key) ||
  (key.length > 4 &&
    key.endsWith('ly') &&
    !/^(?:family|assembly|rally|july|ally|anomaly|italy|reply|supply|monopoly|daily|weekly|monthly)$/.test(
      key,
    ));

/** Words for what a person does, written before a name in capitals as well: FBI Director James Comey. */
export const OFFICES = set(
  'goalkeeper striker midfielder defender coach captain boss prosecutor barrister solicitor detective superintendent inspector constable curator trustee coordinator organiser organizer principal superintendent treasurer producer columnist blogger director spokesman spokeswoman spokesperson manager chairman chairwoman chair candidate nominee strategist adviser advisor analyst leader commander activist reporter correspondent officer ceo economist pollster host author doctor lawyer founder co-founder editor executive head member critic historian researcher scientist engineer resident student teacher journalist photographer farmer nurse baker witness survivor',
);
/** Words that only names of organisations hold. */
export const ORGANISATIONS = set(
  'times post party ministry department committee university army council agency group church court police union bank company inc institute center centre office commission association house senate congress news tv press journal state states network foundation parliament government administration authority forces front movement organization organisation society federation league club corporation corp service bureau coalition campaign magazine newspaper radio television channel network observatory brigade battalion division nations',
);
