/** @jsxImportSource solid-js */
// <en-face> in Solid's JSX.
import type { Alignment, EnFace } from 'en-face';
import type {} from 'en-face/solid';

let view: EnFace | undefined;

export const page = (alignment: Alignment) => (
  <en-face ref={view} class="wide" right-lang="en" prop:alignment={alignment} on:enface-aligned={({ detail }) => detail.links.length}>
    <p>A text that is there before.</p>
  </en-face>
);
// @ts-expect-error An alignment is no text.
export const wrong = <en-face prop:alignment="{}" />;
