// A Vite app that publishes no encoder.

import 'en-face/no-encoder';
