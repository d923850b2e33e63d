export { type PageOptions, pages } from './pages.ts';
export { type SignInPagesOptions, signInPages } from './sign-in/sign-in-pages.ts';
