/**
 * The tier of everybody who signs in, and of the tokens that they make for themselves. A larger one costs money or is agreed
 * on, and is for the operator to give: `token create --tier`.
 */
export const SIGN_IN_TIER = 'discover';
