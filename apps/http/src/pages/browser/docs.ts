import { copyButtons } from './copy.ts';
import { tokenCalculator } from './token-calculator.ts';

copyButtons();
// The page about connecting has none.
if (document.querySelector('.calculator') !== null) tokenCalculator();
