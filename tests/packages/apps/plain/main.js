// A page without a bundler: the import map in its head says where the package is.

import { EnFace } from 'en-face';

document.title += document.querySelector('en-face') instanceof EnFace ? '' : ': no element';
