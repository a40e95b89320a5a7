/** @jsxImportSource react */
// <en-face> in React's JSX.
import { useRef } from 'react';
import type { Alignment, EnFace } from 'en-face';
import type {} from 'en-face/react';

export function Page({ alignment }: { alignment: Alignment }) {
  const view = useRef<EnFace>(null);
  return (
    <>
      <en-face
        ref={view}
        id="page"
        className="wide"
        src="/pages/ceasefire.txt"
        layout="columns"
        left-lang="zh"
        rightLang="en"
        alignment={alignment}
        style={{ maxInlineSize: '80rem' }}
        onenface-aligned={({ detail }) => detail.links.length}
        onenface-activate={({ detail: { side, index } }) => view.current?.alignment?.sides[side].sentences[index].text}
        onClick={() => view.current?.reload()}
      >
        <p>A text that is there before.</p>
      </en-face>
      {/* @ts-expect-error There is no such layout. */}
      <en-face layout="sideways" />
      {/* @ts-expect-error No event has that detail. */}
      <en-face onenface-ready={({ detail }) => detail.links} />
      {/* @ts-expect-error There is no such attribute. */}
      <en-face source="/pages/ceasefire.txt" />
    </>
  );
}
