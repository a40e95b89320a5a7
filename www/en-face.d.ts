// The types of <en-face>: the element, its events, and the alignment that it makes and shows. Frameworks have theirs beside
// this file: react.d.ts, preact.d.ts, solid.d.ts, vue.d.ts, svelte.d.ts.

/** How the two texts stand. */
export type Layout = 'columns' | 'interleaved' | 'stacked' | 'first' | 'second';

/** What a text is to the other: its summary, or its translation. */
export type Regime = 'summary' | 'parallel';

/** The first text on the page, or the second. */
export type Side = 0 | 1;

/** What the attributes of `<en-face>` may say. */
export interface EnFaceAttributes {
  /** The page’s address. */
  src?: string;
  /** The address of links that were made before, as JSON. The property of this name is another thing. */
  alignment?: string;
  /** A selector for the first of two texts of the page’s own, for one element or several, looked for in the element first. */
  left?: string;
  /** The same of the second text. */
  right?: string;
  /** `eager` starts at once; else it starts when the element is within about a screen of what is seen, or is printed. */
  loading?: 'eager' | 'lazy';
  /** What the page is written in, where its address does not end in `.txt` or `.md`. */
  format?: 'text' | 'markdown';
  /** `none` leaves the row of tools out; `full` brings the tools at once where links are given, which else wait for a button. */
  controls?: 'none' | 'full';
  /** `on` lets the page’s address name the pinned sentence; several elements need an `id` each. */
  'deep-links'?: 'on';
  /** How the two texts stand, or `auto` for what fits the width; left out, what the reader has chosen. */
  layout?: Layout | 'auto';
  /** The language of the first text as a BCP 47 tag, instead of the one that it seems to be in. */
  'left-lang'?: string;
  /** The language of the second text. */
  'right-lang'?: string;
  /** Whether the first text is a summary of the second or a translation, instead of what they look like. */
  regime?: Regime | 'auto';
  /** The sentence encoder’s address, optionally with `#sha256-…` to pin its content; `none` for links without it. */
  encoder?: string;
}

/** The properties of `<en-face>` that can be set. Those that stand for an attribute are empty where that is missing or unknown. */
export interface EnFaceProperties {
  /** The page’s address. */
  src: string;
  /** A selector for the first of two texts of the page’s own, for one element or several, looked for in the element first. */
  left: string;
  /** The same of the second text. */
  right: string;
  /** `eager` starts at once; else it starts when the element is within about a screen of what is seen, or is printed. */
  loading: 'eager' | 'lazy' | '';
  /** What the page is written in, where its address does not end in `.txt` or `.md`. */
  format: 'text' | 'markdown' | '';
  /** `none` leaves the row of tools out; `full` brings the tools at once where links are given, which else wait for a button. */
  controls: 'none' | 'full' | '';
  /** `on` lets the page’s address name the pinned sentence; several elements need an `id` each. */
  deepLinks: 'on' | '';
  /** How the two texts stand, or `auto` for what fits the width; empty, what the reader has chosen. */
  layout: Layout | 'auto' | '';
  /** The language of the first text as a BCP 47 tag, instead of the one that it seems to be in. */
  leftLang: string;
  /** The language of the second text. */
  rightLang: string;
  /** Whether the first text is a summary of the second or a translation, instead of what they look like. */
  regime: Regime | 'auto' | '';
  /** The sentence encoder’s address, optionally with `#sha256-…` to pin its content; `none` for links without it. */
  encoder: string;
  /** The page itself instead of its address: a string, or a file’s bytes. */
  text: string | Uint8Array | null;
  /** The links as JSON; set it to show links that were made before. */
  alignment: Alignment | null;
  /** What the reader has corrected, as `enface-corrected` tells it; set it to bring that back, null to drop it. */
  corrections: Saved | null;
}

/** `<en-face>`: a text and its translation or summary side by side. */
export interface EnFace extends EnFaceProperties {}
export declare class EnFace extends HTMLElement {
  /** The names of the attributes. */
  static readonly observedAttributes: readonly string[];
  /** The encoder of every element without an `encoder` attribute; null, as with `en-face/no-encoder`, for none. */
  static encoder: Encoder | null;
  /** Loads the page again, after an error or a change at its address. */
  reload(): void;
  /** Gives the focus to the text, where the reader was last; to the element itself where it has a `tabindex`. */
  focus(options?: FocusOptions): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: EnFace, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: EnFace, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The file of a sentence encoder. */
export interface Encoder {
  address: string;
  /** Of the whole file, in hexadecimal digits; empty when any content will do. */
  sha256: string;
  /** How many the file has; 0 when that is not known. */
  bytes: number;
  /** BCP 47 tags of what it was made for: pages in others do not ask for it. */
  languages: string[];
}

/** The events of `<en-face>`; all bubble, out of shadow trees too. */
export interface EnFaceEventMap {
  /** The text is rendered. */
  'enface-ready': CustomEvent<Ready>;
  /** There are links; again when better ones replace them, or the reader corrects them. */
  'enface-aligned': CustomEvent<Alignment>;
  /** Another sentence is lit. */
  'enface-activate': CustomEvent<Activation>;
  /** The reader has corrected links. */
  'enface-corrected': CustomEvent<Correction>;
  /** How far better links are. */
  'enface-progress': CustomEvent<Progress>;
  /** Something kept the page from being read, or better links from being made. */
  'enface-error': CustomEvent<Failure>;
}

/**
 * What JSX and templates may say of `<en-face>`: attributes, properties, and a listener for each event, by the names that React,
 * Preact and Svelte want them under.
 */
export type EnFaceProps = Omit<EnFaceAttributes, 'alignment'> &
  Partial<Omit<EnFaceProperties, 'alignment'>> & {
    /** The address of links that were made before, or the links themselves. */
    alignment?: string | Alignment | null;
  } & { [Name in keyof EnFaceEventMap as `on${Name}`]?: (event: EnFaceEventMap[Name]) => void };

/** The detail of `enface-ready`. */
export interface Ready {
  /** What was found odd about the page’s bytes. */
  notices: Notice[];
  /** In place, with links that were made before: how many sentences of each text the page does not have. Told again when it changes. */
  missing?: [left: number, right: number];
}

/** Something odd about a page that does not keep it from being read. */
export interface Notice {
  /** The line where it was found, from 1. */
  line: number;
  message: string;
}

/** The detail of `enface-activate`: a sentence and the indices of its counterparts on the other side. */
export interface Activation {
  side: Side;
  index: number;
  counterparts: number[];
}

/** The detail of `enface-corrected`. */
export interface Correction {
  corrections: Saved | null;
  alignment: Alignment | null;
}

/** The detail of `enface-progress`. */
export interface Progress {
  phase: 'download' | 'load' | 'encode';
  /** Bytes of the encoder, 0 or 1, or sentences. */
  loaded: number;
  /** Of the same; 0 when it is not known. */
  total: number;
}

/** The detail of `enface-error`. */
export interface Failure {
  /** Such as `not-found`. */
  code: string;
  /** A sentence in the reader’s language. */
  message: string;
  /** What can be done about it. */
  remedy: string;
}

/** A page with its links, as `en-face align` prints it too. */
export interface Alignment {
  version: 1;
  page: PageInfo;
  regime: Regime;
  /** The first text on the page, and the second. */
  sides: [Text, Text];
  links: Link[];
  /** Places where linked sentences disagree. */
  checks?: Check[];
  /** What a reader has decided about the links. */
  corrections?: Decision[];
}

/** What stands around the two texts. */
export interface PageInfo {
  /** The page’s title in each language that it has one in. */
  titles?: Record<string, string>;
  /** The address of the original, http or https. */
  source?: string | null;
  related?: Related[];
}

/** A page that is listed as related. */
export interface Related {
  titles: Record<string, string>;
  /** Such as `2024-08-19`. */
  date?: string | null;
}

/** One text. */
export interface Text {
  /** A BCP 47 tag. */
  lang: string;
  /** In reading order. */
  blocks: Block[];
  /** Numbered from 0. */
  sentences: Sentence[];
}

/** What a page shows around sentences. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'quote' | 'list-item' | 'byline' | 'comment-header' | 'code';
  /** The numbers of its first sentence and of the one after its last. */
  sentences: [number, number];
  /** A list item’s number or bullet, where that is markup. */
  marker?: string;
}

/** A sentence and its place. */
export interface Sentence {
  /** The slice of the page’s text, Markdown included. */
  text: string;
  /** In UTF-16 code units into the page’s text. */
  start: number;
  end: number;
  /** What a reader sees, piece by piece, where that is not `text` as it stands. */
  runs?: Run[];
}

/** A piece of a sentence in one style. */
export interface Run {
  text: string;
  emphasis?: boolean;
  strong?: boolean;
  code?: boolean;
  struck?: boolean;
  /** The words that stand for an image. */
  image?: boolean;
  /** The address it links to, http or https. */
  link?: string;
}

/** Sentences that belong together, by their numbers in each text. */
export interface Link {
  left: number[];
  right: number[];
  /** The one pair that belongs together most. */
  best: [number, number];
  /** The probability that the link is right, 0 to 1. */
  score: number;
  /** Who decided on it; nobody where it was found. */
  by?: 'reader';
}

/** A place where two linked sentences disagree. */
export interface Check {
  left: number;
  right: number;
  kind: 'quantity' | 'percentage' | 'money' | 'date';
  /** What the left sentence says. */
  found: string;
  /** What the right sentence says. */
  expected: string;
}

/**
 * What a reader has decided: these sentences belong together and to no others. One empty side: the other one’s sentences have
 * no counterpart.
 */
export interface Decision {
  left: number[];
  right: number[];
}

/** A reader’s corrections in the form in which they are saved; `texts` names the two texts that they are about. */
export interface Saved {
  version: 1;
  texts: string;
  decisions: Decision[];
}

declare global {
  interface HTMLElementTagNameMap {
    'en-face': EnFace;
  }
  // They bubble: whoever listens on a parent or on the document gets them, too.
  interface GlobalEventHandlersEventMap extends EnFaceEventMap {}
}
