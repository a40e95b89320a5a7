// A script for a page without voices: a speaker of the test's own, instead of the browser's.

/** A speaker that says nothing and ends when it is told to. */
export const SPEAKER = `(() => {
  class Speaker extends EventTarget {
    voices = [];
    said = [];
    cancelled = 0;
    current = null;
    getVoices() { return this.voices; }
    speak(utterance) {
      this.current = utterance;
      const { text, lang, rate, voice } = utterance;
      this.said.push({ text, lang, rate, voice: voice.name });
    }
    cancel() {
      this.cancelled += 1;
      this.end("error", "interrupted");
    }
    end(type = "end", error = "") {
      const utterance = this.current;
      this.current = null;
      if (utterance) utterance.dispatchEvent(Object.assign(new Event(type), { error }));
    }
    come(voices) {
      this.voices = voices;
      this.dispatchEvent(new Event("voiceschanged"));
    }
  }
  class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; }
  }
  Object.defineProperty(window, "speechSynthesis", { configurable: true, value: new Speaker() });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { configurable: true, value: Utterance });
})();`;
