// Which encoder an element wants: the one that ships with the component, another, or none.

import { EnFaceError } from './errors.js';

/**
 * The encoder that ships with the component.
 *
 * @typedef {object} Shipped
 * @property {string} address
 * @property {string} sha256 of the whole file in hexadecimal digits; empty on a site that was built without an encoder
 * @property {number} bytes how many the file has; 0 when that is not known
 * @property {string[]} languages BCP 47 tags of what it was made for: pages in others do not ask for it
 */

/**
 * @typedef {object} Choice
 * @property {string} address
 * @property {string} sha256 of the whole file in hexadecimal digits; empty when any content will do
 * @property {number} bytes how many the file has; 0 when that is not known
 * @property {boolean} shipped whether it is the one that ships with the component
 * @property {boolean} keptOnly whether it is only wanted if it need not be fetched
 */

/**
 * What an `encoder` attribute asks for; null for no encoder.
 *
 * @param {string | null} attribute
 * @param {string} base what a relative address is relative to
 * @param {string[]} languages the page's, as BCP 47 tags
 * @param {Shipped | null} shipped what an absent attribute stands for
 * @returns {Choice | null}
 * @throws {EnFaceError} `encoder-missing`, for an address that is none
 */
export function chooseEncoder(attribute, base, languages, shipped) {
  const wanted = attribute?.trim() ?? '';
  if (wanted === 'none') return null;
  if (!wanted) {
    if (!shipped || !languages.every((tag) => shipped.languages.includes(tag.split('-')[0]))) return null;
    const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
    return { ...shipped, shipped: true, keptOnly: connection?.saveData === true };
  }
  if (!URL.canParse(wanted, base)) throw new EnFaceError('encoder-missing', new Error(`no address: ${wanted}`));
  const url = new URL(wanted, base);
  // A pin with a slip in it fits no file: better than one that is passed over.
  const sha256 = /^#sha256-(.*)/i.exec(url.hash)?.[1].toLowerCase() ?? '';
  url.hash = '';
  return { address: url.href, sha256, bytes: 0, shipped: false, keptOnly: false };
}
