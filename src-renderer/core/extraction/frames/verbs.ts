import { type Form, inflect } from './inflect.ts';

/**
 * How a reporting verb takes what is said (after the classes of Quirk et al., A Comprehensive
 * Grammar of the English Language, 16.30 ff., and Levin, English Verb Classes, 37):
 * `say`: a clause with or without "that", a quotation; `report`: a clause with "that", a quotation;
 * `tell`: a hearer first, then as `say`; `call`: somebody or something, or to do something, or a
 * quotation: only what is quoted, or the whole of it, is what they said.
 */
export type Taking = 'say' | 'report' | 'tell' | 'call';

export type SpeechVerb = {
  readonly lemma: string;
  readonly taking: Taking;
  readonly form: Form | 'participle';
};

const SAY =
  'say add claim argue insist acknowledge note believe contend assert allege maintain admit concede explain warn predict declare state suggest announce report confirm caution reiterate stress vow boast joke quip tweet complain lament recall conclude estimate hope fear think hint imply figure deny affirm attest aver avow swear testify agree guess reckon reply respond answer repeat exclaim opine';
const REPORT =
  'put write type chant reveal disclose emphasise emphasize underline underscore highlight remark observe comment continue ask wonder counter retort shout yell scream cry murmur mutter whisper muse proclaim pronounce propose recommend advise indicate point signal mention specify clarify elaborate find show demonstrate prove document reason rule decide counsel decree stipulate post blog chime interject intone pledge promise threaten assure confess confide profess grumble gripe fume protest object rejoin chant relate recount describe summarise summarize narrate preach sing bemoan marvel tout read begin inform conjecture speculate hypothesise hypothesize theorise theorize surmise posit postulate calculate project forecast foresee envision learn hear worry concur urge plead beg request demand require order instruct chide scold snap bark crow gush enthuse rant rail vent scoff sneer jest tease taunt banter rebut refute rebuff chronicle email text message sign caption headline agonise editorialize opt';
const TELL = 'tell inform remind assure notify advise brief warn convince persuade';
const CALL =
  'call describe label brand dub term name characterise characterize portray depict deem dismiss denounce condemn criticise criticize blast slam attack mock ridicule praise laud hail applaud welcome commend defend accuse blame charge fault chastise lambast decry deplore deride dispute reject question doubt cite quote reference invoke refer liken compare encourage advocate endorse back support oppose favor favour tout trumpet celebrate thank apologize apologise vow promise pledge threaten promote discuss address raise express voice speak talk acknowledge accept introduce discuss regard consider view see rate rank title entitle propose challenge credit admire disparage castigate berate rip pan bash pillory hammer assail excoriate scold rebuke upbraid admonish pound tar scorn skewer trash bemoan lampoon caricature sum';

const IRREGULAR: Readonly<Record<string, readonly [string, string, string]>> = {
  // Third person, past, participle.
  say: ['says', 'said', 'said'],
  tell: ['tells', 'told', 'told'],
  write: ['writes', 'wrote', 'written'],
  think: ['thinks', 'thought', 'thought'],
  find: ['finds', 'found', 'found'],
  show: ['shows', 'showed', 'shown'],
  read: ['reads', 'read', 'read'],
  begin: ['begins', 'began', 'begun'],
  swear: ['swears', 'swore', 'sworn'],
  hear: ['hears', 'heard', 'heard'],
  speak: ['speaks', 'spoke', 'spoken'],
  see: ['sees', 'saw', 'seen'],
  foresee: ['foresees', 'foresaw', 'foreseen'],
  forecast: ['forecasts', 'forecast', 'forecast'],
  put: ['puts', 'put', 'put'],
  sing: ['sings', 'sang', 'sung'],
};

/** Verbs that take a clause without "that" so readily that any words behind them are what was said. */
export const PLAIN_SAYING: ReadonlySet<string> = new Set(
  'say add claim argue insist acknowledge note believe contend allege maintain admit warn predict suggest think hope fear estimate guess tell'.split(
    ' ',
  ),
);

/** Words that are a form of a reporting verb but far more often something else. */
const NO_VERB = new Set([
  'put',
  'puts',
  'putting',
  'back',
  'backs',
  'charge',
  'charges',
  'report',
  'reports',
  'state',
  'states',
  'hope',
  'hopes',
  'fear',
  'fears',
  'point',
  'points',
  'question',
  'questions',
  'name',
  'names',
  'order',
  'orders',
  'request',
  'requests',
  'demand',
  'demands',
  'attack',
  'attacks',
  'support',
  'supports',
  'project',
  'projects',
  'post',
  'posts',
  'text',
  'texts',
  'email',
  'emails',
  'message',
  'messages',
  'document',
  'documents',
  'view',
  'views',
  'rate',
  'rates',
  'rank',
  'ranks',
  'reason',
  'reasons',
  'rule',
  'rules',
  'address',
  'addresses',
  'figure',
  'figures',
  'sign',
  'signs',
  'signal',
  'signals',
  'comment',
  'comments',
  'object',
  'objects',
  'protest',
  'protests',
  'answer',
  'answers',
  'cry',
  'cries',
  'remark',
  'remarks',
  'read',
  'reading',
  'title',
  'titles',
  'credit',
  'credits',
  'estimate',
  'estimates',
  'claim',
  'guess',
  'doubt',
  'doubts',
  'favor',
  'favour',
  'term',
  'terms',
  'label',
  'labels',
  'brand',
  'brands',
  'fault',
  'brief',
  'briefs',
  'respond',
  'reply',
  'caption',
  'headline',
  'reference',
  'references',
  'sum',
  'sums',
  'pan',
  'rip',
  'tar',
  'trash',
  'rail',
  'vent',
  'relate',
  'related',
  'relating',
  'considered',
  'saw',
  'see',
  'sees',
  'seeing',
  'seen',
  'begin',
  'began',
  'learning',
  'hearing',
  'hearings',
  'finding',
  'findings',
  'meeting',
  'writing',
  'building',
  'briefing',
  'ranking',
  'according',
  'snap',
  'crow',
  'bark',
  'jest',
  'opt',
  'opted',
  'show',
  'shows',
  'challenge',
  'challenges',
  'raise',
  'raises',
  'raised',
  'consider',
  'discuss',
  'discussed',
  'led',
  'found',
  'blame',
  'prove',
  'pound',
  'hammer',
  'text',
  'forecast',
  'praise',
  'speaking',
  'talk',
  'talks',
  'decide',
  'decided',
  'back',
  'backed',
  'backing',
  'titled',
  'entitled',
]);
/** Of those, the ones that are verbs where a subject stands before and "that", a quotation or a colon behind. */
export const MAYBE_VERB: ReadonlySet<string> = NO_VERB;

function formsOf(lemma: string, taking: Taking, forms: Map<string, SpeechVerb>): void {
  const regular = inflect(lemma);
  const irregular = IRREGULAR[lemma];
  const put = (word: string, form: SpeechVerb['form']): void => {
    if (!forms.has(word)) forms.set(word, { lemma, taking, form });
  };
  put(irregular?.[0] ?? regular.third, 'third');
  put(irregular?.[1] ?? regular.past, 'past');
  put(irregular?.[2] ?? regular.past, 'participle');
  put(regular.ing, 'ing');
  put(regular.base, 'base');
}

function lexicon(): Map<string, SpeechVerb> {
  const forms = new Map<string, SpeechVerb>();
  const classes: readonly (readonly [string, Taking])[] = [
    [TELL, 'tell'],
    [SAY, 'say'],
    [REPORT, 'report'],
    [CALL, 'call'],
  ];
  for (const [words, taking] of classes) for (const lemma of words.split(' ')) formsOf(lemma, taking, forms);
  return forms;
}

/** Every form of every reporting verb. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = lexicon();
