/** @jsxImportSource preact */
// <en-face> in Preact's JSX.
import { createRef } from 'preact';
import type { EnFace } from 'en-face';
import type {} from 'en-face/preact';

const view = createRef<EnFace>();

export const page = (
  <en-face ref={view} class="wide" src="/pages/ceasefire.txt" regime="summary" deepLinks="on" onenface-error={({ detail }) => detail.remedy}>
    <p>A text that is there before.</p>
  </en-face>
);
// @ts-expect-error There is no such regime.
export const wrong = <en-face regime="poem" />;
