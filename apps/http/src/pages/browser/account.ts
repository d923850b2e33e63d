import { copyButtons } from './copy.ts';

copyButtons();
document.getElementById('problem')?.focus();
