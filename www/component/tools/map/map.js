// A map of the original beside it: which parts the other text draws on and which it leaves out, what is seen now, where the
// counterparts of what is lit lie, and where a number is to be checked. It goes where it is pressed, and by keys.

import { make } from '../../dom.js';
import { listenToScrolls } from '../../scrolling.js';
import { Course, first } from './course.js';
import { MapDrawing } from './drawing.js';

/** @typedef {import('../../types.js').Place} Place */

/** The original's side. */
const SIDE = 1;
/** The layouts that show the original by itself. */
const LAYOUTS = ['columns', 'stacked', 'second'];
/** How far a pointer moves before it drags, in pixels. */
const SLACK = 4;

/** @param {import('../tools.js').Bench} bench */
export function installMap(bench) {
  const { desk, signal } = bench;
  const map = new OriginalMap(desk);
  let asked = 0;
  const draw = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      map.draw();
    });
  };
  bench.on('linked', () => (map.read(), draw()));
  bench.on('gone', () => map.forget());
  for (const moment of /** @type {const} */ (['lit', 'laid'])) bench.on(moment, draw);
  listenToScrolls(desk, draw, signal);
  window.addEventListener('resize', draw, { signal, passive: true });
  signal.addEventListener('abort', () => (cancelAnimationFrame(asked), map.remove()), { once: true });
}

class OriginalMap {
  #desk;
  #words;
  #drawing = new MapDrawing();
  #rail = make('div', 'map-rail');
  #control;
  #line;
  /** @type {Course | null} */
  #course = null;
  /** @type {number | null} the sentence that keys have led to, while the control has the focus */
  #cursor = null;

  /** @param {import('../tools.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.#words = desk.words.map;
    this.#line = make('p', 'map-line', { part: 'map-line', lang: desk.words.lang });
    const attributes = { role: 'slider', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': this.#words.name, 'aria-valuemin': '1', 'aria-valuenow': '1' };
    this.#control = make('div', 'map', { part: 'map', lang: desk.words.lang, ...attributes });
    this.#control.append(this.#drawing.element);
    this.#rail.append(this.#control);
    this.#listen();
  }

  remove() {
    this.#rail.remove();
    this.#line.remove();
  }

  /** The page has gone. */
  forget() {
    this.#course = null;
    this.#cursor = null;
    this.remove();
  }

  /** The page has links, or others. */
  read() {
    const { alignment, relations, surface } = this.#desk;
    if (!alignment || !relations) return;
    const { sentences } = alignment.sides[SIDE];
    if (this.#course?.length !== sentences.length) this.#cursor = null;
    this.#course = new Course(sentences);
    const used = [...sentences.keys()].filter((index) => relations.of({ side: SIDE, index }));
    const checked = [...new Set((alignment.checks ?? []).map(({ right }) => right))];
    this.#drawing.read(this.#course, used, checked);
    this.#control.setAttribute('aria-valuemax', String(sentences.length));
    this.#control.dataset.regime = alignment.regime;
    this.#line.replaceChildren(...this.#told(used.length, checked.length));
    this.#rail.hidden = !sentences.length;
    if (this.#rail.parentNode !== surface.page) surface.page.append(this.#rail);
  }

  draw() {
    const { layout, sentences, selection, relations } = this.#desk;
    const course = this.#course;
    if (!course?.length || !sentences) return;
    this.#placeLine();
    this.#rail.hidden = !LAYOUTS.includes(layout.kind);
    if (!this.#drawing.fit()) return;
    const shown = this.#seen();
    const lit = [selection.pinned, selection.active].flatMap((place) => {
      if (!place) return [];
      return place.side === SIDE ? [place.index] : (relations?.of(place)?.others ?? []);
    });
    this.#drawing.show(shown, lit, this.#cursor);
    this.#name(this.#cursor ?? course.at((shown[0] + shown[1]) / 2));
  }

  /** The line of words stands at the end of the row of tools where the style sheet finds room for it, else below the texts. */
  #placeLine() {
    const { bar, docks } = this.#desk.surface;
    if (!this.#line.parentNode) docks.below.before(this.#line);
    const beside = getComputedStyle(this.#line).getPropertyValue('--_place').trim() === 'bar';
    const next = beside ? bar : docks.below;
    // A style sheet that looked for what comes after the line would have browsers look at every sentence again.
    this.#line.toggleAttribute('data-beside', beside);
    if (this.#line.nextSibling !== next) next.before(this.#line);
  }

  /** The shares of the original between which it is seen. @returns {[number, number]} */
  #seen() {
    const { layout } = this.#desk;
    const section = layout.section(SIDE);
    if (!section) return [0, 0];
    const { top, bottom } = layout.seen(section);
    return [this.#shareAt(top), this.#shareAt(bottom)];
  }

  /** How far the original has come at a height of the window. @param {number} y */
  #shareAt(y) {
    const course = /** @type {Course} */ (this.#course);
    const box = (/** @type {number} */ index) => this.#desk.sentences?.element({ side: SIDE, index })?.getBoundingClientRect() ?? new DOMRect();
    const index = first(course.length, (at) => box(at).bottom > y, -1);
    if (index < 0) return 1;
    const { top, height } = box(index);
    const [from, to] = course.span(index);
    return from + (to - from) * Math.max(0, Math.min(1, (y - top) / (height || 1)));
  }

  /** Says which sentence the control is at. @param {number} index */
  #name(index) {
    const { relations, alignment } = this.#desk;
    const of = this.#words[alignment?.regime ?? 'summary'];
    const place = /** @type {Place} */ ({ side: SIDE, index });
    const told = [this.#words.sentence(index + 1, this.#course?.length ?? 0), relations?.of(place) ? of.used : of.unused];
    if (relations?.checks(place).length) told.push(this.#words.check);
    this.#control.setAttribute('aria-valuenow', String(index + 1));
    this.#control.setAttribute('aria-valuetext', told.join(this.#words.comma));
  }

  /** @param {number} used @param {number} checks @returns {(string | Element)[]} the map in words */
  #told(used, checks) {
    const { alignment, relations } = this.#desk;
    const regime = alignment?.regime ?? 'summary';
    const own = alignment?.sides[0].sentences ?? [];
    const bare = [...own.keys()].filter((index) => !relations?.of({ side: 0, index })).length;
    const more = make('span', 'map-more');
    if (bare) more.append(` † ${this.#words.bare(regime, bare)}`);
    if (checks) more.append(` ≠ ${this.#words.checks(checks)}`);
    return [this.#words[regime].told(used, this.#course?.length ?? 0), more];
  }

  #listen() {
    const control = this.#control;
    /** @type {{y: number, dragged: boolean} | null} */
    let press = null;
    control.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      press = { y: event.clientY, dragged: false };
      control.setPointerCapture(event.pointerId);
    });
    control.addEventListener('pointermove', (event) => {
      if (!press || (!press.dragged && Math.abs(event.clientY - press.y) < SLACK)) return;
      press.dragged = true;
      this.#scrollTo(this.#at(event));
    });
    control.addEventListener('pointercancel', () => (press = null));
    control.addEventListener('click', (event) => {
      // A tap beside the text lets go of everything.
      event.stopPropagation();
      // A screen reader presses without a place.
      if (!press) this.#go(this.#here);
      else if (!press.dragged) this.#go(this.#at(event));
      press = null;
    });
    control.addEventListener('keydown', (event) => this.#key(event));
    control.addEventListener('blur', () => (this.#cursor = null));
  }

  /** The sentence that the control is at. */
  get #here() {
    return Number(this.#control.getAttribute('aria-valuenow')) - 1;
  }

  /** @param {MouseEvent} event @returns {number} the sentence that is pointed at */
  #at({ clientY }) {
    const { top, height } = this.#control.getBoundingClientRect();
    return this.#course?.at((clientY - top) / (height || 1)) ?? 0;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const last = (this.#course?.length ?? 1) - 1;
    const here = this.#here;
    const leap = Math.max(2, Math.round(last / 10));
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === 'Enter' || key === ' ') this.#go(here);
    else {
      const to = {
        ArrowDown: here + 1,
        ArrowRight: here + 1,
        ArrowUp: here - 1,
        ArrowLeft: here - 1,
        PageDown: here + leap,
        PageUp: here - leap,
        Home: 0,
        End: last,
      }[key];
      if (to === undefined) return;
      this.#cursor = Math.max(0, Math.min(last, to));
      this.#scrollTo(this.#cursor);
      this.draw();
    }
    event.preventDefault();
  }

  /** @param {number} index */
  #scrollTo(index) {
    this.#element(index)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  /** Takes the reader to a sentence, and lights it up. @param {number} index */
  #go(index) {
    const element = this.#element(index);
    if (!element) return;
    element.focus({ preventScroll: true });
    this.#desk.reveal(element);
  }

  /** @param {number} index */
  #element(index) {
    return this.#desk.sentences?.element({ side: SIDE, index });
  }
}
