// The strip of reading aloud: play and pause, what is read after a sentence, how fast.

import { make } from '../../dom.js';
import { icon } from '../icons.js';
import { Strip, stripButton } from '../strip.js';

/** @typedef {import('./aloud.js').Choice} Choice */

/** How fast, as a part of the voice's own pace. */
const RATES = [0.6, 0.8, 1, 1.25, 1.5];

export class AloudStrip {
  #strip;
  #words;
  #play;
  #pair;
  #on;
  #rate = make('select', 'aloud-rate');
  /** @type {Choice} */
  #choice = { pair: false, on: false, rate: 1 };

  /**
   * @param {import('../tools.js').Bench} bench
   * @param {{play: () => void, chosen: (choice: Choice) => void, closed: () => void}} does
   */
  constructor(bench, { play, chosen, closed }) {
    const words = (this.#words = bench.desk.words.aloud);
    this.#strip = new Strip(bench, { name: 'aloud', label: words.open, closed: () => this.#close(bench, closed) });
    this.#play = stripButton('play', words.play, play);
    this.#pair = toggle(words.pair, () => chosen({ ...this.#choice, pair: !this.#choice.pair }));
    this.#on = toggle(words.on, () => chosen({ ...this.#choice, on: !this.#choice.on }));
    this.#rate.setAttribute('aria-label', words.rate);
    for (const rate of RATES) this.#rate.append(make('option', '', { value: String(rate) }, `${rate} ×`));
    this.#rate.addEventListener('change', () => chosen({ ...this.#choice, rate: Number(this.#rate.value) }));
    this.#strip.body.prepend(this.#play, this.#pair, this.#on, this.#rate);
  }

  get isOpen() {
    return this.#strip.isOpen;
  }

  open() {
    this.#strip.open();
  }

  close() {
    this.#strip.close();
  }

  /** @param {boolean} reading @param {Choice} choice @param {boolean} both whether both texts have a voice */
  show(reading, choice, both) {
    this.#choice = choice;
    const name = reading ? 'pause' : 'play';
    if (this.#play.getAttribute('aria-label') !== this.#words[name]) {
      this.#play.setAttribute('aria-label', this.#words[name]);
      this.#play.title = this.#words[name];
      this.#play.replaceChildren(icon(name));
    }
    this.#pair.setAttribute('aria-pressed', String(choice.pair && both));
    this.#pair.disabled = !both;
    this.#pair.title = both ? '' : this.#words.voiceless;
    this.#on.setAttribute('aria-pressed', String(choice.on));
    this.#rate.value = String(RATES.reduce((best, rate) => (Math.abs(rate - choice.rate) < Math.abs(best - choice.rate) ? rate : best)));
  }

  /** @param {import('../tools.js').Bench} bench @param {() => void} closed */
  #close({ desk }, closed) {
    const inside = this.#strip.body.contains(desk.root.activeElement);
    const { active, pinned } = desk.selection;
    const place = active ?? pinned;
    closed();
    if (inside) (place && desk.sentences?.element(place))?.focus({ preventScroll: true });
  }
}

/** @param {string} label @param {() => void} run */
function toggle(label, run) {
  const button = make('button', 'aloud-toggle', { type: 'button', 'aria-pressed': 'false' }, label);
  button.addEventListener('click', run);
  return button;
}
