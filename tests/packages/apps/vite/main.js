// A Vite app with the whole component.

import 'en-face';
