// Prints figures as lines: the value, the ratio, and the bar if there is one.

/** Whether QUICK is set: the figures then mean little. */
export const quick = Boolean(process.env.QUICK)

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

// Rounds are compared one by one, because a shared machine is sometimes slow and sometimes fast.
const compared = (row, other, compare) => median(row.rounds.map((value, round) => compare(value, other.rounds[round])))
const ratio = (row, other) => compared(row, other, (value, base) => value / base)
const excess = (row, other) => compared(row, other, (value, base) => value - base)

/**
 * Prints rows in groups. The ratio of a row is to the first row of its group. Figures that may be 0 or less have no ratio.
 *
 * @param {string} title
 * @param {string} unit
 * @param {Row[][]} groups
 * @typedef {object} Row
 * @property {string} name
 * @property {number[]} rounds the figure of each round, in which all rows took their turn
 * @property {Bar[]} [bars]
 * @typedef {object} Bar an upper limit for a row
 * @property {number} [times] at most this many times the first row of the group
 * @property {number} [more] at most the first row of the group plus this
 * @property {string} [of] compare with the row of this name instead of the first
 * @property {number} [most] at most this, whatever the other rows are
 */
export function print(title, unit, groups) {
  console.log(`\n${title}\n`)
  const rows = groups.flat()
  const nameWidth = Math.max(...rows.map(({ name }) => name.length))
  const digits = Math.min(...rows.map(({ rounds }) => median(rounds))) < 100 ? 1 : 0
  const valueWidth = Math.max(...rows.map(({ rounds }) => median(rounds).toFixed(digits).length))
  groups.forEach((group, index) => {
    if (index > 0) console.log()
    for (const row of group) {
      const value = median(row.rounds).toFixed(digits).padStart(valueWidth)
      const bars = (row.bars || []).map((bar) => verdict(row, bar, group, unit)).join('; ')
      const shown = row.rounds.concat(group[0].rounds).every((value) => value > 0) ? ratio(row, group[0]).toFixed(2) : ''
      const line = `  ${row.name.padEnd(nameWidth)}  ${value} ${unit}  ${shown.padStart(7)}   ${bars}`
      console.log(line.trimEnd())
    }
  })
}

function verdict(row, { times, more, of, most }, group, unit) {
  if (most !== undefined) return `bar ${most} ${unit}, ${median(row.rounds) <= most ? 'met' : 'missed'}`
  const other = of === undefined ? group[0] : group.find(({ name }) => name === of)
  const met = (more === undefined ? ratio(row, other) <= times : excess(row, other) <= more) ? 'met' : 'missed'
  if (more !== undefined) return `bar ${more} ${unit} more, ${met} (${excess(row, other).toFixed(1)})`
  return of === undefined ? `bar ${times}, ${met}` : `bar ${times} of ${of}, ${met} (${ratio(row, other).toFixed(2)})`
}
