// What is said of errors in English: a sentence and a remedy by an error's code.

/** @type {import('../words.js').Errors} */
export const WORDS = {
  errors: {
    network: ['The server that holds this page did not answer.', 'Check the connection and try again.'],
    'not-found': ['There is no page at this address.', 'Check the address.'],
    http: ['The server did not hand out this page.', 'Try again later, or tell whoever runs the site.'],
    file: ['A page opened from disk cannot read other files.', 'Open it over http, or use en-face-aligned.js.'],
    policy: ['This site’s security policy keeps a file from loading.', 'Whoever runs the site: add its origin to script-src and connect-src.'],
    empty: ['This file is empty.', 'A bilingual page needs text in two languages: choose another file.'],
    binary: ['This is not a text file.', 'Save the page as a .txt or .md file in UTF-8.'],
    'no-text': ['Only landmark lines were found, no text.', 'Put the texts after the lines 原始链接 and 原文.'],
    alignment: ['The finished alignment cannot be used.', 'Make it again with the same version of en-face.'],
    settings: ['The two texts on this page could not be handed over to be linked.', 'Reload; if it happens again, report it to en-face with the page’s address.'],
    'engine-unsupported': ['This browser has no WebAssembly.', 'Use a newer browser.'],
    'engine-blocked': ['This site’s security policy keeps WebAssembly from running.', 'Whoever runs the site: add wasm-unsafe-eval to script-src.'],
    'engine-missing': ['The reading component did not load completely.', 'Try again; whoever runs the site: publish the pkg folder too.'],
    'engine-version': ['The reading component’s files are of different versions.', 'Reload; whoever runs the site: publish all files of one version.'],
    'encoder-missing': ['The language model did not load: some links are missing.', 'Try again; whoever runs the site: publish the model’s file too.'],
    'encoder-damaged': ['The language model’s file is damaged: some links are missing.', 'Try again to download it anew, or tell whoever runs the site.'],
    'encoder-version': ['The language model is of another version than the component: some links are missing.', 'Reload; whoever runs the site: publish both of one version.'],
    'encoder-format': ['The encoder’s address leads to something else: some links are missing.', 'Whoever runs the site: check the attribute encoder.'],
    'encoder-failed': ['The language model stopped halfway: some links are missing.', 'Try again; close other tabs if memory is short.'],
    'mode-missing': ['The script on this page shows finished alignments only.', 'Whoever runs the site: load en-face.js instead.'],
    'text-selector': ['The attribute left or right is not a selector.', 'Whoever runs the site: write a CSS selector, such as #original.'],
    'text-missing': ['One of the two texts is not on this page.', 'Whoever runs the site: check the selectors left and right, or put two elements into en-face.'],
    'text-overlap': ['The two texts are one, or one lies in the other.', 'Whoever runs the site: name two elements side by side, neither around en-face.'],
    'text-other': ['The links on this page belong to other texts.', 'Whoever runs the site: make the links anew from the texts as they are now.'],
    internal: ['The reading component failed.', 'Reload; if it happens again, tell en-face’s developers which page it was.'],
  },
};
