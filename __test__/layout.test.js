'use strict'

// The layout of the shipped JavaScript: no file requires itself through others, and none is too long to read.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { files } = require('../package.json')
const { root } = require('./helpers')

/** The shipped JavaScript files: those that the manifest names, and those in its folders. */
const scriptsIn = (name) => {
  const file = path.join(root, name)
  if (fs.statSync(file).isDirectory()) return fs.readdirSync(file).flatMap((entry) => scriptsIn(path.join(name, entry)))
  return name.endsWith('.js') ? [file] : []
}
const scripts = files.flatMap(scriptsIn)

const read = (file) => fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n')

/** The scripts that a script requires by a relative path. */
const requiredBy = (file) =>
  [...read(file).matchAll(/\brequire\(\s*['"`](\.[^'"`]*)['"`]/g)]
    .map(([, name]) => require.resolve(path.resolve(path.dirname(file), name)))
    .filter((required) => required.endsWith('.js'))

/** The first circle that `requiredBy` makes from a script, as a list of files, or undefined. */
function circleFrom(file, way = []) {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
  for (const required of requiredBy(file)) {
    const circle = circleFrom(required, [...way, file])
    if (circle !== undefined) return circle
  }
}

test('no script requires itself through others', () => {
  assert.ok(scripts.flatMap(requiredBy).length > 0)
  for (const script of scripts) {
    const circle = circleFrom(script)
    assert.equal(circle && circle.map((file) => path.relative(root, file)).join(' -> '), undefined)
  }
})

test('every script that another requires is shipped', () => {
  for (const script of scripts) for (const required of requiredBy(script)) assert.ok(scripts.includes(required), required)
})

test('no script has more than 330 lines, and index.js has no more than 680', () => {
  for (const script of scripts) {
    const name = path.relative(root, script)
    const lines = read(script).split('\n').length - 1
    assert.ok(lines <= (name === 'index.js' ? 680 : 330), `${name} has ${lines} lines`)
  }
})
