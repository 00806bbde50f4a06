// Prints figures as lines, with the unit, the ratio and the bars of a row.

/** Whether QUICK is set. If it is, the programs only show that they work, and you can't rely on the figures. */
export const quick = Boolean(process.env.QUICK)

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

// Compares round by round, because a machine that others use is slow for a while and then fast again.
const compared = (row, other, compare) => median(row.rounds.map((value, round) => compare(value, other.rounds[round])))
const ratio = (row, other) => compared(row, other, (value, base) => value / base)
const excess = (row, other) => compared(row, other, (value, base) => value - base)

/**
 * Prints rows in groups, each with its ratio to the first row of its group. There is no ratio if a figure is 0 or less.
 *
 * @param {string} title
 * @param {string} unit
 * @param {Row[][]} groups
 * @typedef {object} Row
 * @property {string} name
 * @property {number[]} rounds the figures, one per round; each round measures all rows
 * @property {Bar[]} [bars]
 * @typedef {object} Bar an upper limit for a row
 * @property {number} [times] this many times the first row of the group
 * @property {number} [more] the first row of the group and this much more
 * @property {string} [of] the name of a row that `times` refers to instead of the first
 * @property {number} [most] this much, whatever the other rows are
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
      const relative = row.rounds.concat(group[0].rounds).every((value) => value > 0) ? ratio(row, group[0]).toFixed(2) : ''
      const line = `  ${row.name.padEnd(nameWidth)}  ${value} ${unit}  ${relative.padStart(7)}   ${bars}`
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
