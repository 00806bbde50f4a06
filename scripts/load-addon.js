'use strict'

const findAddon = require('../find-addon')
const { version } = require('../package.json')

/** The addon of this checkout, with what only scripts ask it. */
module.exports = () => findAddon(version)
