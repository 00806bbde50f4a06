export { default } from '../pages.mjs'
