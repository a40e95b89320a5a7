// Why something that only the core can do was not done: where a finished alignment is shown, a tool is the first to ask for the core.

import { EnFaceError } from '../errors.js';
import { told } from '../status.js';
import { bringWords } from '../words.js';

/**
 * @param {import('../desk.js').Desk} desk
 * @param {unknown} thrown
 * @returns {Promise<string | null>} a sentence and a remedy; nothing where it was not for want of a core
 */
export async function coreTrouble({ words }, thrown) {
  const error = EnFaceError.from(thrown);
  if (!/^(engine|policy|file)/.test(error.code)) return null;
  await bringWords(words, 'errors').catch(() => {});
  const { message, remedy } = told(error, words);
  return `${message} ${remedy}`;
}
