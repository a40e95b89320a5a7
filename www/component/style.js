// The component's style sheet, fetched once and shared by all components on a page.

/** @type {Promise<CSSStyleSheet> | undefined} */
let loading;

/** @returns {Promise<CSSStyleSheet>} */
export function styleSheet() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const response = await fetch(new URL('en-face.css', import.meta.url));
  if (!response.ok) throw new Error(`en-face.css: HTTP ${response.status}`);
  const sheet = new CSSStyleSheet();
  return sheet.replace(await response.text());
}
