export { type PageOptions, pages } from './pages.ts';
