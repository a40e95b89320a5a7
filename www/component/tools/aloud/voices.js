// The browser's voices, and which of them is right for a text: by its language, for Chinese also by its script. A voice
// of the reader's own device comes before one that sends the text to a server.

/** Characters that only simplified, only traditional, and only written Cantonese texts have; common ones are enough. */
const SIMPLIFIED = /[们这国来时说会对发个为过还没么样动种学实现与机关开点两间长见业从义门问东车马风电话书写]/g;
const TRADITIONAL = /[們這國來時說説會對發個為過還沒麼樣動種學實現與機關開點兩間長見業從義門問東車馬風電話書寫]/g;
const CANTONESE = /[嘅咗唔喺冇佢啲嚟嘢咁]/g;
/**
 * Which voices read which Chinese, the best first: Mandarin of another region reads on, Cantonese is another language.
 *
 * @type {Record<string, string[]>}
 */
const CHINESE = {
  'zh-cn': ['zh-cn', 'zh-sg', 'zh', 'zh-tw'],
  'zh-tw': ['zh-tw', 'zh', 'zh-cn', 'zh-sg'],
  'zh-hk': ['zh-hk', 'zh-mo', 'zh-tw', 'zh', 'zh-cn'],
};

/** What can be spoken with; nothing where the browser has no such thing. @returns {SpeechSynthesis | null} */
export function speaker() {
  return globalThis.speechSynthesis && globalThis.SpeechSynthesisUtterance ? globalThis.speechSynthesis : null;
}

/**
 * The language that a text is to be read in: its own tag, made more exact where that says nothing of the script.
 *
 * @param {string} lang a BCP 47 tag
 * @param {string} text
 */
export function spokenLanguage(lang, text) {
  const tag = plain(lang);
  if (tag !== 'zh') return tag;
  const count = (/** @type {RegExp} */ signs) => text.match(signs)?.length ?? 0;
  const traditional = count(TRADITIONAL);
  if (traditional <= count(SIMPLIFIED)) return 'zh-cn';
  return count(CANTONESE) * 10 > traditional ? 'zh-hk' : 'zh-tw';
}

/**
 * @param {string} language as `spokenLanguage` gives it
 * @param {readonly SpeechSynthesisVoice[]} voices
 * @param {readonly string[]} readers the reader's own languages
 * @returns {SpeechSynthesisVoice | null} none where no voice speaks that language
 */
export function voiceFor(language, voices, readers) {
  /** @type {SpeechSynthesisVoice | null} */
  let best = null;
  let most = 0;
  for (const voice of voices) {
    const fit = fits(plain(voice.lang), language, readers.map(plain));
    const score = fit && fit * 10 + Number(voice.localService) * 4 + Number(voice.default);
    if (score > most) [best, most] = [voice, score];
  }
  return best;
}

/** How well a voice's language fits; 0 for not at all. @param {string} voice @param {string} wanted @param {string[]} readers */
function fits(voice, wanted, readers) {
  const wide = Object.hasOwn(CHINESE, wanted) && CHINESE[wanted];
  if (wide) return wide.includes(voice) ? wide.length - wide.indexOf(voice) : 0;
  if (primary(voice) !== primary(wanted)) return 0;
  // English is read as the reader's own, or as it comes.
  return voice === wanted ? 3 : readers.includes(voice) ? 2 : 1;
}

/**
 * A tag as voices and pages write it, in one form: language and region, in small letters.
 *
 * @param {string} tag such as `zh_CN`, `cmn-Hans-CN`, `yue-HK`, `zh-Hant`
 */
function plain(tag) {
  const [language, ...rest] = tag.toLowerCase().replaceAll('_', '-').split('-');
  if (language === 'yue') return 'zh-hk';
  const region = rest.find((part) => /^([a-z]{2}|\d{3})$/.test(part));
  if (language !== 'cmn' && language !== 'zh') return [language, region].filter(Boolean).join('-');
  const where = region ?? (rest.includes('hant') ? 'tw' : rest.includes('hans') ? 'cn' : '');
  return where ? `zh-${where}` : 'zh';
}

/** @param {string} tag */
function primary(tag) {
  return tag.split('-')[0];
}
