/** The tab whose waiting rows the view パスワード shows. */
export const PASSWORD_TAB = 'パスワード送付';
