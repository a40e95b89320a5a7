// Why a sentence is linked as it is: a panel that tells its counterparts, how sure each is, and what both say.

import { alikeClauses } from '../../orders.js';
import { same } from '../../sentences.js';
import { chosen, counterparts } from '../pair.js';
import { Popup } from '../popup.js';
import { toast } from '../toast.js';
import { coreTrouble } from '../trouble.js';
import { gather } from './evidence.js';
import { whyContent } from './content.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('./evidence.js').Counterpart} Counterpart */

/** How long the panel waits for clauses, in milliseconds: later ones are added to it. */
const PATIENCE = 150;

/** @param {import('../tools.js').Bench} bench */
export function installWhy(bench) {
  const { desk, signal } = bench;
  const words = desk.words.why;
  /** @type {Place | null} the sentence that the panel is about */
  let about = null;
  const popup = new Popup(bench, { name: 'why', title: words.title, closed: () => (about = null) });

  bench.offer({ name: 'why', label: words.act, run: (place) => void open(place) });
  bench.shortcuts.add({ key: 'w', label: words.title, run: () => void open(chosen(desk)) }, signal);
  bench.on('linked', () => void (about && fill(about)));
  const leave = () => {
    // A panel that is still to come does not come any more.
    about = null;
    popup.close();
  };
  bench.on('gone', leave);
  signal.addEventListener('abort', leave, { once: true });

  /** @param {Place | null} place */
  async function open(place) {
    const anchor = place && desk.sentences?.element(place);
    if (!place || !anchor || !desk.alignment) return toast(bench, words.choose);
    about = place;
    try {
      await fill(place);
    } catch (error) {
      const trouble = await coreTrouble(desk, error);
      if (!trouble) throw error;
      toast(bench, trouble);
      return;
    }
    if (same(about, place)) popup.open(anchor);
  }

  /** @param {Place} place */
  async function fill(place) {
    const { alignment } = desk;
    const others = counterparts(desk, place);
    const all = gather(desk, place, others, alikeClauses);
    const some = pause(PATIENCE).then(() => gather(desk, place, others, async () => []));
    const show = (/** @type {Counterpart[]} */ found) => {
      // Meanwhile others may have been linked, or another sentence asked about.
      if (alignment && alignment === desk.alignment && same(about, place)) render(place, found);
    };
    const first = await Promise.race([all, some]);
    show(first);
    void all.then((found) => found !== first && show(found));
  }

  /** @param {Place} place @param {Counterpart[]} found */
  function render(place, found) {
    const buttons = () => [...popup.body.querySelectorAll('button')];
    const focused = buttons().findIndex((button) => button === desk.root.activeElement);
    popup.title = found.length ? words.title : words.noneTitle;
    popup.body.replaceChildren(...whyContent(desk, place, found, go));
    if (focused >= 0) (buttons()[focused] ?? popup.heading).focus({ preventScroll: true });
    popup.place();
  }

  /** @param {Place} place */
  function go(place) {
    popup.close();
    desk.goTo(place);
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
