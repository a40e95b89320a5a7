// How Vite builds and serves the apps: as it does by itself, but for the sample pages, which all of them share.

import { defineConfig } from 'vite';

export default defineConfig({ publicDir: '../../public', build: { copyPublicDir: false, emptyOutDir: true } });
