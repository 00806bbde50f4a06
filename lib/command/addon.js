'use strict'

// The addon, for what the module doesn't export: whether a word is a code, which client uses a name, the nearest names in all releases,
// ranges of releases in words, and the previous release.

module.exports = require('../find-addon')(require('../../package.json').version)
