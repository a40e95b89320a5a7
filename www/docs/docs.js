// A page of the documentation: the colours' button, code that can be copied, wide things that can be scrolled by keyboard.

const THEMES = /** @type {const} */ ({ auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' });
const KEY = 'en-face-theme';

// Colours

/** @param {HTMLButtonElement} button */
function listen(button) {
  const root = document.documentElement;
  const name = () => {
    const theme = /** @type {keyof typeof THEMES} */ (root.dataset.theme ?? 'auto');
    button.title = THEMES[theme];
    button.querySelector('.visually-hidden')?.replaceChildren(THEMES[theme]);
  };
  button.addEventListener('click', () => {
    const names = Object.keys(THEMES);
    const next = names[(names.indexOf(root.dataset.theme ?? 'auto') + 1) % names.length];
    root.dataset.theme = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // It holds until the page is left.
    }
    name();
  });
  // Chosen on another page.
  addEventListener('storage', name);
  name();
  button.hidden = false;
}

const theme = document.querySelector('.theme');
if (theme instanceof HTMLButtonElement) listen(theme);

// Copying

/** @param {HTMLElement} block */
function copyable(block) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    button.textContent = await navigator.clipboard.writeText(block.textContent).then(
      () => 'Copied',
      () => 'Select it and copy by hand',
    );
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  button.ariaLive = 'polite';
  const around = document.createElement('div');
  around.className = 'copied';
  block.replaceWith(around);
  around.append(block, button);
}

for (const block of document.querySelectorAll('.code')) if (block instanceof HTMLElement) copyable(block);

// Scrolling

/** What is wider or higher than its place is a stop of the Tab key. @param {Element} box */
function reachable(box) {
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  if (!scrolls) {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    return;
  }
  box.setAttribute('tabindex', '0');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', box.matches('.table') ? 'Table' : 'Code');
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) reachable(target);
});
for (const box of document.querySelectorAll('.code, .table')) sizes.observe(box);

// The list of pages closes when a section of this page was chosen in it.

const pages = document.getElementById('_pages');
pages?.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('a') && pages.matches(':popover-open')) pages.hidePopover();
});
