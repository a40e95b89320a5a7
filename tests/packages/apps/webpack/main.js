// A webpack app with the whole component.

import 'en-face';
