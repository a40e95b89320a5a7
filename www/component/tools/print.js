// On paper nothing can be pointed at: sentences get numbers there. Each of the first text has its own, each of the second
// those of the sentences that it goes with. They are there only while the browser prints, from its own menu too.

/** @param {import('./tools.js').Bench} bench */
export function installPrint({ desk, signal }) {
  window.addEventListener('beforeprint', () => number(desk), { signal });
  window.addEventListener('afterprint', () => clear(desk), { signal });
  signal.addEventListener('abort', () => clear(desk), { once: true });
}

/** @param {import('../desk.js').Desk} desk */
function number({ sentences, relations, surface, words }) {
  if (!sentences || !relations) return;
  surface.page.dataset.legend = words.take.legend;
  for (let index = 0; index < sentences.counts[0]; index += 1) {
    sentences.original({ side: 0, index })?.setAttribute('data-number', String(index + 1));
  }
  for (let index = 0; index < sentences.counts[1]; index += 1) {
    const others = relations.of({ side: 1, index })?.others.map((other) => other + 1);
    if (others) sentences.original({ side: 1, index })?.setAttribute('data-number', others.join(', '));
  }
}

/** @param {import('../desk.js').Desk} desk */
function clear({ surface }) {
  delete surface.page.dataset.legend;
  for (const element of surface.page.querySelectorAll('[data-number]')) element.removeAttribute('data-number');
}
