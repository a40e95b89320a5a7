// The encoder file that ships with the component. The build fills in what is empty here when it has such a file.

export const ASSET = {
  address: new URL('./encoder/zh-en.enface', import.meta.url).href,
  /** Of the whole file, in hexadecimal digits; the build fills it in. */
  sha256: '',
  /** How many bytes it has; the build fills it in. */
  bytes: 0,
  /** The languages that it was made for: pages in others do not ask for it. */
  languages: ['zh', 'en'],
};
