// Reading aloud, where the browser has voices for the page: a sentence, with its counterparts, or on from there.

import { either } from '../../either.js';
import { remember, remembered } from '../../memory.js';
import { same } from '../../sentences.js';
import { placeInView } from '../lines.js';
import { chosen, counterparts } from '../pair.js';
import { toast } from '../toast.js';
import { AloudStrip } from './strip.js';
import { Reciter } from './reciter.js';
import { speaker, spokenLanguage, voiceFor } from './voices.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {import('./reciter.js').Piece} Piece */

/** So many sentences tell in which script a text is. */
const SAMPLE = 60;

/** What the reader has chosen. @typedef {{pair: boolean, on: boolean, rate: number}} Choice */

/** @param {import('../tools.js').Bench} bench */
export function installAloud(bench) {
  const { desk, signal } = bench;
  const voices = speaker();
  if (!voices) return;
  const aloud = new Aloud(bench);
  // Voices come late in some browsers, and languages with the page.
  voices.addEventListener('voiceschanged', () => aloud.settle(), { signal });
  bench.on('ready', () => aloud.settle());
  bench.on('linked', () => aloud.settle());
  bench.on('gone', () => aloud.end());
  window.addEventListener('pagehide', () => aloud.end(), { signal });
  signal.addEventListener('abort', () => aloud.end());
}

class Aloud {
  #bench;
  #desk;
  #strip;
  #reciter;
  /** @type {Choice} */
  #choice;
  /** @type {(SpeechSynthesisVoice | null)[]} for each side */
  #voices = [null, null];
  /** @type {Place | null} the sentence that is read, or whose counterparts are */
  #place = null;
  /** @type {Place[]} it, and what is read with it */
  #parts = [];
  /** @type {Element[]} what is marked as being read */
  #marked = [];
  /** @type {HTMLButtonElement | null} in the bar, once there have been voices */
  #button = null;
  /** @type {AbortController | null} takes keys and offers back, where there are no voices any more */
  #offered = null;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    this.#desk = bench.desk;
    this.#choice = choiceFrom(remembered('aloud'));
    this.#strip = new AloudStrip(bench, {
      play: () => this.#play(),
      chosen: (choice) => this.#choose(choice),
      closed: () => this.#stop(),
    });
    this.#reciter = new Reciter({
      piece: (index) => this.#mark(this.#parts[index]),
      done: () => this.#goOn(),
      changed: () => this.#show(),
      failed: () => toast(bench, this.#desk.words.aloud.failed),
    });
    this.#reciter.rate = this.#choice.rate;
  }

  /** Looks which voices there are for this page, and shows the button or takes it away. */
  settle() {
    const all = speaker()?.getVoices() ?? [];
    this.#voices = /** @type {Side[]} */ ([0, 1]).map((side) => voiceFor(this.#language(side), all, navigator.languages));
    const any = this.#voices.some(Boolean);
    if (any && !this.#offered) this.#offer();
    if (!any) this.end();
    if (this.#button) this.#button.hidden = !any;
    this.#show();
  }

  /** The language of a side, by its first sentences. @param {Side} side */
  #language(side) {
    const { sentences } = this.#desk;
    const texts = [];
    for (let index = 0; index < SAMPLE; index += 1) texts.push(sentences?.original({ side, index })?.textContent ?? '');
    const lang = sentences?.original({ side, index: 0 })?.closest('section')?.lang ?? '';
    return spokenLanguage(lang, texts.join(''));
  }

  #offer() {
    const { bar, desk, shortcuts, signal } = this.#bench;
    const words = desk.words.aloud;
    this.#offered = new AbortController();
    const until = either(signal, this.#offered.signal);
    this.#button ??= bar.add({ name: 'aloud', label: words.open, icon: 'aloud', key: 'r', run: () => this.#toggle() });
    this.#bench.offer({ name: 'read-aloud', label: words.act, run: (place) => this.#begin(place) }, until);
    shortcuts.add({ key: 'r', label: words.key, run: () => this.#play() }, until);
    const stop = () => (this.#reciter.state === 'idle' ? false : this.#strip.close());
    shortcuts.add({ key: 'Escape', label: words.stop, run: stop }, until);
  }

  /** There is nothing to read any more, or nothing to read it with. */
  end() {
    this.#strip.close();
    this.#stop();
    if (this.#voices.some(Boolean) && this.#desk.sentences) return;
    this.#offered?.abort();
    this.#offered = null;
  }

  #toggle() {
    if (this.#strip.isOpen) this.#strip.close();
    else this.#play();
  }

  /** Begins, pauses, goes on: what the key does, and the strip's first button. */
  #play() {
    const wanted = chosen(this.#desk);
    const { state } = this.#reciter;
    if (state === 'reading') this.#reciter.pause();
    else if (state === 'paused' && (!wanted || same(wanted, this.#place))) this.#reciter.resume();
    else this.#begin(wanted ?? placeInView(this.#desk));
  }

  /** @param {Place | null} place */
  #begin(place) {
    if (!place) return;
    this.#strip.open();
    if (!this.#voices[place.side]) return toast(this.#bench, this.#desk.words.aloud.voiceless);
    this.#read(place);
  }

  /** @param {Place} place */
  #read(place) {
    this.#place = place;
    const pair = this.#choice.pair ? counterparts(this.#desk, place) : [];
    this.#parts = [place, ...pair].filter(({ side }) => this.#voices[side]);
    this.#bench.turnTo(place);
    this.#reciter.read(this.#parts.flatMap((part) => this.#piece(part) ?? []));
  }

  /** @param {Place} place @returns {Piece | null} */
  #piece(place) {
    const voice = this.#voices[place.side];
    const text = this.#desk.sentences?.original(place)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return voice && { text, lang: voice.lang.replaceAll('_', '-'), voice };
  }

  /** A sentence has been read: to the next one, if the reader wants that. */
  #goOn() {
    const { sentences } = this.#desk;
    const next = this.#place && { ...this.#place, index: this.#place.index + 1 };
    if (this.#choice.on && next && sentences && next.index < sentences.counts[next.side]) this.#read(next);
    else this.#mark(null);
  }

  /** @param {Choice} choice */
  #choose(choice) {
    const { rate } = this.#choice;
    this.#choice = choice;
    remember('aloud', choice);
    if (choice.rate !== rate) this.#reciter.setRate(choice.rate);
    this.#show();
  }

  #stop() {
    this.#reciter.stop();
    this.#mark(null);
    this.#place = null;
    this.#show();
  }

  /** Marks what is being read. @param {Place | null} place */
  #mark(place) {
    for (const element of this.#marked) element.part.remove('spoken');
    this.#marked = place ? this.#bench.elements(place) : [];
    for (const element of this.#marked) element.part.add('spoken');
  }

  #show() {
    const both = this.#voices.every(Boolean);
    this.#strip.show(this.#reciter.state === 'reading', this.#choice, both);
    this.#button?.setAttribute('aria-expanded', String(this.#strip.isOpen));
  }
}

/** @param {unknown} kept anything: others write there too @returns {Choice} */
function choiceFrom(kept) {
  const { pair, on, rate } = /** @type {Partial<Choice>} */ (kept && typeof kept === 'object' ? kept : {});
  return { pair: pair === true, on: on === true, rate: typeof rate === 'number' && rate >= 0.5 && rate <= 2 ? rate : 1 };
}
