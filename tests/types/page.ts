// What a page's own TypeScript does with <en-face>. A line below `@ts-expect-error` must not be accepted.
import { EnFace } from 'en-face';
import type { Activation, Alignment, EnFaceAttributes, Failure, Saved, Sentence } from 'en-face';

const view: EnFace = document.createElement('en-face');
const found: EnFace | null = document.querySelector('en-face');
const made = new EnFace();
const host: HTMLElement = view;

view.src = '/pages/ceasefire.txt';
view.layout = 'columns';
view.layout = '';
view.text = new Uint8Array(8);
view.text = '…';
view.deepLinks = 'on';
view.reload();
// @ts-expect-error There is no such layout.
view.layout = 'sideways';
// @ts-expect-error Properties are in camel case.
view['deep-links'] = 'on';
// @ts-expect-error No attribute takes numbers.
view.leftLang = 7;
// @ts-expect-error It takes nothing.
view.reload('now');
// @ts-expect-error The browser reads it.
EnFace.observedAttributes.push('mine');

view.addEventListener('enface-aligned', ({ detail }) => {
  const { links, sides }: Alignment = detail;
  const [first]: Sentence[] = sides[1].sentences;
  const score: number = links[0].score + first.end - first.start;
  const pair: [number, number] = links[0].best;
  return [score, pair];
});
view.addEventListener('enface-ready', ({ detail: { notices } }) => notices.map(({ line, message }) => `${line.toFixed()}: ${message}`));
view.addEventListener('enface-progress', ({ detail }) => detail.phase === 'download' && detail.loaded / detail.total);
view.addEventListener('enface-error', function (event) {
  const told: Failure = event.detail;
  const self: EnFace = this;
  return [told.code, told.message, told.remedy, self.src];
});
// They bubble.
document.addEventListener('enface-activate', ({ detail }) => {
  const { side, index, counterparts }: Activation = detail;
  return [side, index, ...counterparts];
});
document.body.addEventListener('enface-corrected', ({ detail }) => {
  const saved: Saved | null = detail.corrections;
  view.corrections = saved;
});
view.addEventListener('click', ({ clientX }) => clientX);
// @ts-expect-error An alignment has no words.
view.addEventListener('enface-aligned', ({ detail }) => detail.words);
// @ts-expect-error A sentence is a number.
view.addEventListener('enface-activate', ({ detail }) => detail.index.trim());

view.alignment = {
  version: 1,
  page: { titles: { zh: '灯塔', en: 'The Lighthouse' }, source: 'https://example.org/', related: [{ titles: { en: 'Ferries' }, date: '2024-08-19' }] },
  regime: 'parallel',
  sides: [
    { lang: 'zh', blocks: [{ kind: 'paragraph', sentences: [0, 1] }], sentences: [{ text: '灯。', start: 0, end: 2 }] },
    { lang: 'en', blocks: [{ kind: 'list-item', sentences: [0, 1], marker: '1.' }], sentences: [{ text: '*Lamp.*', start: 4, end: 11, runs: [{ text: 'Lamp.', emphasis: true }] }] },
  ],
  links: [{ left: [0], right: [0], best: [0, 0], score: 0.9 }],
  checks: [{ left: 0, right: 0, kind: 'quantity', found: '1', expected: '2' }],
};
view.alignment = null;
// @ts-expect-error There is one version.
const other: Alignment = { version: 2, page: {}, regime: 'summary', sides: [{ lang: 'zh', blocks: [], sentences: [] }, { lang: 'en', blocks: [], sentences: [] }], links: [] };
// @ts-expect-error Two texts, no less.
const half: Pick<Alignment, 'sides'> = { sides: [{ lang: 'zh', blocks: [], sentences: [] }] };

const attributes: EnFaceAttributes = { src: '/page.md', format: 'markdown', 'left-lang': 'zh-Hant', regime: 'auto', controls: 'none' };
// @ts-expect-error There is no such format.
const wrong: EnFaceAttributes = { format: 'html' };

export { attributes, found, half, host, made, other, wrong };
