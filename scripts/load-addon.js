'use strict'

const { readdirSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')

/** The addon of this checkout, with what only scripts ask it. */
module.exports = function loadAddon() {
  return require(
    join(
      root,
      readdirSync(root).find((name) => name.endsWith('.node')),
    ),
  )
}
