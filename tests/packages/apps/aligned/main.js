// A Vite app that shows what was linked before, and needs no core.

import 'en-face/aligned';
