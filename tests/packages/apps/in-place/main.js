// A Vite app whose own two texts were linked before, and that needs no core.

import 'en-face/in-place';
