// <en-face> in the templates of Vue and Svelte: what their own checkers look the element up in.
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';
import type {} from 'en-face/svelte';
import type {} from 'en-face/vue';

type Vue = InstanceType<GlobalComponents['en-face']>['$props'];
export const vue: Vue = { class: 'wide', src: '/page.txt', 'left-lang': 'zh', layout: 'stacked', 'onEnface-aligned': ({ detail }) => detail.links };
// @ts-expect-error There is no such layout.
export const wrongVue: Vue = { layout: 'sideways' };

type Svelte = SvelteHTMLElements['en-face'];
export const svelte: Svelte = { class: 'wide', src: '/page.txt', alignment: null, 'onenface-activate': ({ detail }) => detail.counterparts };
// @ts-expect-error There is no such layout.
export const wrongSvelte: Svelte = { layout: 'sideways' };
