// Deep links: the page's address names the pinned sentence, and a page that is opened at such an address has it pinned.
// For this the address is the page's own: an embedder says so with `deep-links="on"`.

import { either } from '../../either.js';
import { said } from '../../properties.js';
import { same } from '../../sentences.js';
import { copy } from '../clipboard.js';
import { chosen } from '../pair.js';
import { toast } from '../toast.js';
import { findTarget, fragmentOf, parseFragment } from './fragment.js';

/** @typedef {import('../../types.js').Place} Place */

/** @param {import('../tools.js').Bench} bench */
export function installDeepLinks(bench) {
  const { desk, signal } = bench;
  const link = new DeepLink(bench);
  /** @type {AbortController | null} takes back what is offered while the links are on */
  let offered = null;
  const settle = () => {
    if (link.isOn === (offered !== null)) return;
    offered?.abort();
    offered = link.isOn ? new AbortController() : null;
    if (offered) offer(bench, link, either(signal, offered.signal));
  };
  settle();
  const watch = new MutationObserver(settle);
  watch.observe(desk.host, { attributeFilter: ['deep-links'] });
  bench.on('linked', () => link.arrive());
  bench.on('lit', () => link.write());
  bench.on('gone', () => link.leave());
  window.addEventListener('hashchange', () => link.follow(true), { signal });
  signal.addEventListener('abort', () => {
    watch.disconnect();
    link.leave();
  });
}

/** @param {import('../tools.js').Bench} bench @param {DeepLink} link @param {AbortSignal} signal */
function offer(bench, link, signal) {
  const { desk } = bench;
  const words = desk.words.deepLink;
  const run = async (/** @type {Place | null} */ place) => {
    const address = place && link.address(place);
    if (!address) return toast(bench, desk.words.copy.choose);
    toast(bench, (await copy(address, desk)) ? words.copied : desk.words.copy.refused);
  };
  bench.offer({ name: 'copy-link', label: words.act, run: (place) => void run(place) }, signal);
  bench.shortcuts.add({ key: 'c', shift: true, label: words.copy, run: () => void run(chosen(desk)) }, signal);
}

class DeepLink {
  #bench;
  #desk;
  /** @type {Place | null} what was pinned when the address was looked at last */
  #pinned = null;
  /** The fragment that the address got from here, and the page that it was for. */
  #written = { hash: '', src: /** @type {string | null} */ (null) };
  /** The fragment that nothing was found for: that is said once. */
  #lost = '';
  #arrived = false;
  /** @type {AbortController | null} ends the looking for a sentence */
  #looking = null;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    this.#desk = bench.desk;
  }

  get isOn() {
    return said(this.#desk.host, 'deep-links') === 'on';
  }

  /** @param {Place} place */
  address(place) {
    const { host, sentences } = this.#desk;
    return sentences && new URL(fragmentOf(host.id, place, sentences), location.href).href;
  }

  /** A page has its first links. */
  arrive() {
    if (this.#arrived) return;
    this.#arrived = true;
    const { hash, src } = this.#written;
    // The page that the fragment was made for is not this one.
    if (hash && hash === location.hash && src !== this.#desk.host.getAttribute('src')) this.#replace('');
    else this.follow(false);
  }

  leave() {
    this.#looking?.abort();
    this.#pinned = null;
    this.#arrived = false;
  }

  /** Pins what the address names. @param {boolean} asked whether the reader has just gone to that address */
  async follow(asked) {
    const { hash } = location;
    const target = parseFragment(hash);
    const { host, sentences } = this.#desk;
    if (!this.isOn || !this.#arrived || !target || target.id !== host.id || !sentences) return;
    this.#looking?.abort();
    const { signal } = (this.#looking = new AbortController());
    try {
      const place = await findTarget(target, sentences, signal);
      signal.throwIfAborted();
      if (place) this.#pin(place, asked);
      else if (this.#lost !== hash) {
        this.#lost = hash;
        toast(this.#bench, this.#desk.words.deepLink.lost);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** @param {Place} place @param {boolean} asked */
  #pin(place, asked) {
    const element = this.#desk.reach(place);
    if (!element) return;
    this.#desk.selection.set({ hovered: null, pinned: place });
    if (asked) this.#desk.reveal(element);
    else element.scrollIntoView({ block: 'center', behavior: 'instant' });
    // Who has gone elsewhere meanwhile, as by a skip link, stays there.
    if (asked || document.activeElement === document.body) element.focus({ preventScroll: true });
  }

  /** Writes what is pinned into the address, as soon as that changes. */
  write() {
    const { host, selection, sentences } = this.#desk;
    const { pinned } = selection;
    if (same(pinned, this.#pinned) || !sentences) return;
    this.#pinned = pinned;
    if (!this.isOn) return;
    if (pinned) this.#replace(fragmentOf(host.id, pinned, sentences));
    else if (parseFragment(location.hash)?.id === host.id) this.#replace('');
  }

  /** @param {string} hash */
  #replace(hash) {
    this.#looking?.abort();
    this.#written = { hash, src: this.#desk.host.getAttribute('src') };
    const address = new URL(location.href);
    address.hash = hash;
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // A page without an address of its own, or one that has changed it too often: the pin holds without.
    }
  }
}
