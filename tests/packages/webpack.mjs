// Builds the webpack app, as webpack does by itself for pages with Trusted Types; what it warns of is an error, but for the
// sizes of files.

import { fileURLToPath } from 'node:url';
import webpack from 'webpack';

const output = { path: fileURLToPath(new URL('dist/webpack', import.meta.url)), publicPath: '/webpack/', trustedTypes: 'webpack' };
webpack({ mode: 'production', entry: './apps/webpack/main.js', output, performance: false }, (error, stats) => {
  if (!error && !stats?.hasErrors() && !stats?.hasWarnings()) return;
  console.error(error ?? stats?.toString('errors-warnings'));
  process.exitCode = 1;
});
