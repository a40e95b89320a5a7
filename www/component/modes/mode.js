// What a mode is, and what the element lends it. A mode is a file beside this one, loaded when an element asks for it:
// `reading` reads a page with the core, `finished` shows an alignment that was made before, `in-place` works on two texts of the
// page around the element.

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('../types.js').Saved} Saved */

/** @typedef {'reading' | 'finished' | 'in-place'} Kind */

/** @typedef {{src?: string, text?: string | Uint8Array}} PageSource where a page comes from: an address, or the property */

/**
 * Where a finished alignment comes from: one of the property, an address, the text of an inline script. `finishedAlignment` of
 * `given.js` makes the alignment of it, checked.
 *
 * @typedef {{alignment?: Alignment, address?: string, json?: string}} LinksSource
 */

/**
 * What an element asks for: `page` is for the reading mode alone, `links` are never missing in the finished one, and may be
 * there in place.
 *
 * @typedef {{mode: Kind, page?: PageSource | null, links?: LinksSource | null}} Asked
 */

/**
 * States of the element, for `:state()`: `empty`, or `loading`, then `ready` (its text can be read), `linked` (it has links),
 * `by-meaning` (an encoder had its say in them), or `error`. With them the kind of its mode.
 *
 * @typedef {'loading' | 'ready' | 'linked' | 'by-meaning' | 'empty' | 'error' | Kind} State
 */

/**
 * The element's own parts, all of them in `frame`, which stands below the default slot: `bar` is the row of buttons, `page` what
 * the two texts are rendered into, `docks` the edges where the card comes, `live` a live region.
 *
 * @typedef {object} Surface
 * @property {HTMLElement} frame
 * @property {HTMLElement} hairline without a height, as wide as the element
 * @property {HTMLElement} bar
 * @property {HTMLElement} page
 * @property {HTMLElement} notice below the page: why links are missing
 * @property {HTMLElement} live
 * @property {{above: HTMLElement, below: HTMLElement}} docks
 */

/**
 * What the element lends a mode, from when that is opened until `signal` ends it: when another mode is asked for, or the element
 * leaves the document. Listeners, observers and workers end with the signal.
 *
 * @typedef {object} Stage
 * @property {HTMLElement} host the element: its attributes, its children
 * @property {ShadowRoot} root
 * @property {Surface} surface
 * @property {import('../words.js').Words} words filled when `spoken` has come, and the same object ever after
 * @property {AbortSignal} signal
 * @property {(sheet: CSSStyleSheet) => void} wear has the shadow root adopt a sheet; one that it has stays where it is
 * @property {(type: string, detail: unknown) => void} tell an event for the page around: bubbling and composed
 * @property {(name: State, on: boolean) => void} state sets or clears one of the element's states, and the frame's `data-state`
 * @property {() => void} again has everything shown again, after something that `show` reads has changed
 */

/**
 * A mode at work. `open` of its file makes one: `export const open = (stage) => new Mode(stage)`.
 *
 * @typedef {object} Mode
 * @property {(asked: Asked, signal: AbortSignal, spoken: Promise<void>) => Promise<void>} show shows what is asked for, in place of
 *   what was shown: called once a change, whatever changed. The signal ends it when something else is asked for meanwhile; the
 *   words have come with `spoken`. What it throws becomes the element's error state
 * @property {() => void} forget drops what is shown: before something else is shown, before an error is, and at the end
 * @property {(attribute: string) => void} [changed] hears of every attribute but those that say which mode
 * @property {() => void} [moved] the element stands elsewhere in the same document, with everything that it shows
 * @property {Alignment | null} alignment the links that are shown
 * @property {Saved | null} corrections the reader's
 */

export {};
