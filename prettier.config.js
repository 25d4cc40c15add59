/** @type {import('prettier').Config} */
export default { semi: false, singleQuote: true, tabWidth: 2, printWidth: 120, trailingComma: 'all' }
