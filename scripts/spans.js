'use strict'

// The numbers of a name over the releases, as src/status.rs and __test__/data/status-history.json have them.

/**
 * @typedef {{ code: number, since: string, until?: string, export?: 'short_only' | 'unexported' }} Span
 *   `until` is the first release without it, `export` what `aerospike.status` had if not all of it
 */

/** Orders releases, `X.Y.Z`, as they are numbered. */
function compareReleases(a, b) {
  const [left, right] = [a.split('.'), b.split('.')]
  const at = left.findIndex((number, at) => number !== right[at])
  return at < 0 ? 0 : left[at] - right[at]
}

/** The last of the releases before one. */
const previous = (releases, release) => releases.filter((known) => compareReleases(known, release) < 0).at(-1)

/** Whether a release has the number of a span. */
const covers = ({ since, until }, release) =>
  compareReleases(since, release) <= 0 && (until === undefined || compareReleases(release, until) < 0)

/**
 * The spans of a name when it is known what one release exports, be it the newest or one between those that are known. What was
 * unexported there stays, since a package does not tell, but for a number that turns out to be exported.
 *
 * @param {Span[]} spans as they are now
 * @param {string[]} releases those that are known
 * @param {string} release the one that was read
 * @param {{ code: number, export?: 'short_only' } | undefined} exported what it exports
 * @returns {Span[]}
 */
function withRelease(spans, releases, release, exported) {
  const held = (at) => {
    const known = spans.filter((span) => covers(span, at))
    if (at !== release) return known
    const unexported = known.filter((span) => span.export === 'unexported' && span.code !== exported?.code)
    return exported === undefined ? unexported : [...unexported, exported]
  }

  const result = []
  let open = new Map()
  for (const at of [...new Set([...releases, release])].sort(compareReleases)) {
    const next = new Map()
    for (const { code, export: how } of held(at)) {
      const key = `${code} ${how}`
      next.set(key, open.get(key) ?? { code, since: at, until: undefined, export: how })
      if (!open.has(key)) result.push(next.get(key))
    }
    for (const [key, span] of open) if (!next.has(key)) span.until = at
    open = next
  }
  return result
}

module.exports = { compareReleases, covers, previous, withRelease }
