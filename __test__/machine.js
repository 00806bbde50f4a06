'use strict'

const { spawnSync } = require('node:child_process')

/** Why a test that needs some programs is skipped on this machine; false where it has them. */
function lacks(...programs) {
  const missing = programs.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0)
  return missing !== undefined && `there is no ${missing} here`
}

module.exports = { lacks }
