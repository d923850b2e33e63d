export { accountPages } from './account/account-pages.ts';
export { adminPages } from './admin/admin-pages.ts';
export { type PageOptions, pages } from './pages.ts';
export { type SignInPagesOptions, signInPages } from './sign-in/sign-in-pages.ts';
