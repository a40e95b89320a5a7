// The reader's choice of colours on every page of the documentation, before anything is painted; live examples follow it.

(() => {
  const KEY = 'en-face-theme';
  const paint = (/** @type {string | null} */ theme) => {
    document.documentElement.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
  };
  try {
    paint(localStorage.getItem(KEY));
  } catch {
    // A browser that keeps nothing has no choice to tell of.
    paint(null);
  }
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) paint(newValue);
  });
})();
