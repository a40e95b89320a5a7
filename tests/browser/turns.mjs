// A script for a page that notes, for every turn of its thread, what the core is asked to do in it.

/**
 * A module that keeps the turns in `window.turns`, each a list of names. A turn ends when no promise has anything left to do:
 * what goes on before a hundred of them are through has not given the thread back.
 *
 * @param {[type: string, method: string][]} asked what is noted
 * @param {string} [counts] whether a call with these `args` is work
 */
export const noting = (asked, counts = "true") => `import { ${[...new Set(asked.map(([type]) => type))].join(", ")} } from "/pkg/en_face.js";
  const turns = (window.turns = []);
  let turn = null;
  for (const [{ prototype }, name] of [${asked.map(([type, method]) => `[${type}, "${method}"]`).join(", ")}]) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      if (${counts}) {
        if (!turn) {
          turns.push((turn = []));
          (async () => {
            for (let promise = 0; promise < 100; promise += 1) await null;
            turn = null;
          })();
        }
        turn.push(name);
      }
      return original.apply(this, args);
    };
  }`;
