import { copyButtons } from './copy.ts';
import { tokenCalculator } from './token-calculator.ts';

copyButtons();
tokenCalculator();
