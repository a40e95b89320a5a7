// A React page: attributes, properties and events of <en-face> as props, and elements that come and go.

import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'en-face/no-encoder';
import type { Alignment } from 'en-face';
import type {} from 'en-face/react';

function App({ links }: { links: Alignment }) {
  const [src, setSrc] = useState('/pages/ceasefire.txt');
  const [shown, setShown] = useState(true);
  const [ready, setReady] = useState(0);
  const [lit, setLit] = useState('');
  return (
    <>
      <h1>A React page</h1>
      <button id="toggle" onClick={() => setShown(!shown)}>
        {shown ? 'Take away' : 'Put back'}
      </button>
      <button id="other" onClick={() => setSrc('/pages/old-maps.md')}>
        Another page
      </button>
      <output id="ready">{ready}</output>
      <output id="lit">{lit}</output>
      {shown && <en-face id="finished" controls="none" alignment={links} />}
      {shown && (
        <en-face
          id="page"
          className="wide"
          src={src}
          layout="stacked"
          onenface-ready={() => setReady((count) => count + 1)}
          onenface-activate={({ detail: { side, index } }) => setLit(`${side}-${index}`)}
        />
      )}
    </>
  );
}

/** Fetches the links that the page is to show. */
function Loader() {
  const [links, setLinks] = useState<Alignment | null>(null);
  useEffect(() => {
    fetch('/short.json')
      .then((response) => response.json())
      .then(setLinks, console.error);
  }, []);
  return links && <App links={links} />;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Loader />
    </StrictMode>,
  );
}
