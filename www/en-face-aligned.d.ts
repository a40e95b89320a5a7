// The types that come with en-face-aligned.js: it defines <en-face> and exports nothing.

export type * from './en-face.js';
