'use strict'

const COMMENT_MARK = '  # '

/** What is to be added to a log, in the order of the offsets. The statuses come from a table. */
class Additions {
  #table
  #pending = []
  #comments = new Map()

  constructor(table) {
    this.#table = table
  }

  /** Adds the meaning of a code or of an exact status name at an offset. Nothing for success and for what the table lacks. */
  addComment(offset, key) {
    const comment = key === undefined ? undefined : this.#commentOf(key)
    if (comment !== undefined) this.#add(offset, comment)
  }

  /** Adds a member `statusName` to JSON whose quotes have so many backslashes. */
  addMember(offset, code, escapes) {
    if (this.#commentOf(code) === undefined) return
    const quote = `${'\\'.repeat(escapes)}"`
    this.#add(offset, `,${quote}statusName${quote}:${quote}${this.#table.lookup(code).name}${quote}`)
  }

  /** Removes and returns the additions up to an offset. */
  takeUntil(end) {
    return this.#pending.splice(0, this.#pending.filter(({ offset }) => offset <= end).length)
  }

  /** A second comment at the same offset follows after `; `, unless it's the same. */
  #add(offset, text) {
    let index = this.#pending.length
    while (index > 0 && this.#pending[index - 1].offset > offset) index--
    const addition = this.#pending[index - 1]
    if (addition === undefined || addition.offset < offset) this.#pending.splice(index, 0, { offset, text })
    else if (!addition.text.includes(text.slice(COMMENT_MARK.length))) addition.text += `; ${text.slice(COMMENT_MARK.length)}`
  }

  #commentOf(key) {
    if (this.#comments.has(key)) return this.#comments.get(key)
    const isNumber = typeof key === 'number'
    const status = !isNumber || (key | 0) === key ? this.#table.lookup(key) : undefined
    if (status === undefined || status.code === 0 || (!isNumber && status.name !== key)) return undefined
    const comment = COMMENT_MARK + (isNumber ? this.#table.format(key) : `${status.name} (${status.code}): ${status.description}`)
    this.#comments.set(key, comment)
    return comment
  }
}

module.exports = { Additions }
