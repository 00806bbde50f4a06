import said from './use.mjs'

console.log(said)
