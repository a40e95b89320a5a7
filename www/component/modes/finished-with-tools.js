// The finished mode with the button that brings the tools.

import { ToolButton } from '../tool-button.js';
import { open as openFinished } from './finished.js';

/** @param {import('./mode.js').Stage} stage */
export const open = (stage) => openFinished(stage, (desk) => new ToolButton(stage, desk));
