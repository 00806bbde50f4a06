import text from './use.mjs'

console.log(text)
