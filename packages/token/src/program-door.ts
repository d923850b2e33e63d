export { questions, type Terminal } from './ask.ts';
export { type ProgramContext, runProgram } from './program.ts';
