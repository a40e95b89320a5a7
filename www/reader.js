// The reader page: the list of pages, files by button, drop or paste, the address, the colours.

import './en-face.js';

/** @typedef {{path: string, titles: Record<string, string>}} Entry */
/** @typedef {{name: string, pages: Entry[]}} Folder */

/** @template {Element} T @param {string} id @param {new () => T} type @returns {T} */
function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new TypeError(`#${id} is missing`);
  return element;
}

const view = /** @type {import('./en-face.js').EnFace} */ (byId('view', HTMLElement));
const folders = byId('folders', HTMLElement);
const menu = byId('pages', HTMLElement);
const file = byId('file', HTMLInputElement);
const drop = byId('drop', HTMLElement);

/** @type {Entry[]} */
let entries = [];

// The list of pages

/** @param {string} tag @param {string} text @param {string} [lang] */
function make(tag, text, lang) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (lang) element.lang = lang;
  return element;
}

/** @param {Entry} entry */
function item(entry) {
  const link = document.createElement('a');
  link.href = `?page=${encodeURIComponent(entry.path).replaceAll('%2F', '/')}`;
  link.dataset.path = entry.path;
  const titles = Object.entries(entry.titles);
  for (const [lang, title] of titles) link.append(make('span', title, lang));
  if (!titles.length) link.append(make('span', entry.path));
  const row = document.createElement('li');
  row.append(link);
  return row;
}

async function list() {
  const response = await fetch('pages.json');
  if (!response.ok) throw new Error(`pages.json: HTTP ${response.status}`);
  /** @type {{folders: Folder[]}} */
  const { folders: found } = await response.json();
  entries = found.flatMap((folder) => folder.pages);
  const sections = found.filter((folder) => folder.pages.length).map((folder) => {
    const section = document.createElement('section');
    const rows = document.createElement('ul');
    rows.append(...folder.pages.map(item));
    section.append(make('h3', folder.name), rows);
    return section;
  });
  folders.replaceChildren(...sections);
}

// What is shown, and the address

/** What is open: a page's path, or nothing that an address could name. @type {string | null} */
let open = null;
let opened = false;

// Links without the encoder, for comparison. Any other encoder is not for an address to choose.
if (new URLSearchParams(location.search).get('encoder') === 'none') view.setAttribute('encoder', 'none');

/** The page that the address names, if it is one of this site's. */
function chosen() {
  const path = new URLSearchParams(location.search).get('page');
  if (!path || !URL.canParse(path, document.baseURI)) return null;
  return new URL(path, document.baseURI).origin === location.origin ? path : null;
}

/** @param {string} path */
function show(path) {
  opened = true;
  if (path !== open) {
    open = path;
    view.setAttribute('deep-links', 'on');
    view.removeAttribute('format');
    view.setAttribute('src', path);
    if (view.text !== null) view.text = null;
  }
  label();
}

/** Marks the page in the list and names the window after it. */
function label() {
  const path = open;
  if (path === null) return;
  for (const link of folders.querySelectorAll('a')) {
    if (link.dataset.path === path) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  name(Object.values(entries.find((entry) => entry.path === path)?.titles ?? {}).join(' · '));
}

/** @param {string} title */
function name(title) {
  document.title = title ? `${title} – en-face` : 'en-face';
}

function follow() {
  const path = chosen() ?? entries[0]?.path;
  if (path) show(path);
}

folders.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.dataset.path || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  search = location.search;
  menu.hidePopover();
  follow();
  scrollTo(0, 0);
});
let search = location.search;
addEventListener('popstate', () => {
  // A jump within the page, as by the skip link, leaves open what is open.
  if (location.search !== search) follow();
  search = location.search;
});

// Files by button, drop and paste

/** @param {Uint8Array | string} text @param {string} title */
function openText(text, title) {
  opened = true;
  open = null;
  history.pushState(null, '', location.pathname);
  search = location.search;
  for (const link of folders.querySelectorAll('a[aria-current]')) link.removeAttribute('aria-current');
  // The address names no file.
  view.removeAttribute('deep-links');
  view.removeAttribute('src');
  view.setAttribute('format', /\.(md|markdown)$/i.test(title) ? 'markdown' : 'text');
  view.text = text;
  name(title);
  scrollTo(0, 0);
}

/** A file's bytes; none for a folder, which then reads as an empty page. @param {File} picked */
async function bytes(picked) {
  try {
    return new Uint8Array(await picked.arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}

/** @param {File} picked */
async function read(picked) {
  openText(await bytes(picked), picked.name);
}

byId('open', HTMLButtonElement).addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  if (file.files?.[0]) read(file.files[0]);
  file.value = '';
});

/** @param {DragEvent} event */
const carries = (event) => event.dataTransfer?.types.includes('Files') ?? false;
let depth = 0;
addEventListener('dragenter', (event) => {
  if (!carries(event)) return;
  depth += 1;
  drop.classList.add('shown');
});
addEventListener('dragleave', (event) => {
  if (carries(event) && (depth -= 1) <= 0) drop.classList.remove('shown');
});
addEventListener('dragover', (event) => {
  if (carries(event)) event.preventDefault();
});
addEventListener('drop', (event) => {
  depth = 0;
  drop.classList.remove('shown');
  const dropped = event.dataTransfer?.files[0];
  if (!dropped) return;
  event.preventDefault();
  read(dropped);
});
addEventListener('paste', (event) => {
  const pasted = event.clipboardData?.files[0];
  const text = event.clipboardData?.getData('text/plain');
  if (pasted) read(pasted);
  else if (text?.trim()) openText(text, '');
});

// Colours: the system's, or the reader's choice

const THEMES = /** @type {const} */ ({ auto: '颜色随系统 Colours: as the system', light: '浅色 Colours: light', dark: '深色 Colours: dark' });
const KEY = 'en-face-theme';

/** @param {string | null} theme */
function paint(theme) {
  const known = theme === 'light' || theme === 'dark' ? theme : 'auto';
  document.documentElement.dataset.theme = known;
  byId('theme-name', HTMLElement).textContent = THEMES[known];
  byId('theme', HTMLButtonElement).title = THEMES[known];
}

/** What was kept before; nothing where the browser keeps nothing for this site. @param {string} key */
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It holds until the page is left.
  }
}

byId('theme', HTMLButtonElement).addEventListener('click', () => {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(document.documentElement.dataset.theme ?? 'auto') + 1) % names.length];
  paint(next);
  keep(KEY, next);
});

paint(remembered(KEY));

// How to read, in one of the two languages, until it has been read

const HINT_KEY = 'en-face-hint';
const hint = byId('hint', HTMLElement);

const languages = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
document.documentElement.dataset.words = languages.find((tag) => tag === 'zh' || tag === 'en') ?? 'en';
hint.hidden = remembered(HINT_KEY) !== null;
byId('hint-close', HTMLButtonElement).addEventListener('click', () => {
  hint.hidden = true;
  byId('text', HTMLElement).focus({ preventScroll: true });
  keep(HINT_KEY, 'read');
});

if (chosen()) follow();
list().then(() => (opened ? label() : follow()), (error) => {
  folders.replaceChildren(make('p', '文章列表没有载入。 The list of pages did not load.'));
  console.error(error);
});
