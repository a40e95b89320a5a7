// The types that come with en-face-in-place.js: it defines <en-face> and exports nothing.

export type * from './en-face.js';
