'use strict'

/** The end of the input as far as it may still be needed. All positions are offsets in the input. */
class Window {
  #bytes = Buffer.alloc(0) // The kept bytes, and room for more.
  #length = 0
  /** Where the kept bytes begin. */
  start = 0
  /** Everything before this has been written. */
  written = 0
  /** Lines before this have been read. */
  read = 0

  get end() {
    return this.start + this.#length
  }

  /** The kept bytes up to an offset. They change with the next call of `append` or `forget`. */
  bytes(end) {
    return this.#bytes.subarray(0, end - this.start)
  }

  append(chunk) {
    const length = this.#length + chunk.length
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#bytes.length))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    chunk.copy(this.#bytes, this.#length)
    this.#length = length
  }

  /** Counts input as read and written that comes after everything kept, which must be nothing. */
  skip(length) {
    this.start += length
    this.written = this.start
    this.read = this.start
  }

  /** Returns a copy of what hasn't been written up to an offset, and counts it as written. */
  take(end) {
    if (end <= this.written) return Buffer.alloc(0)
    const taken = Buffer.from(this.#bytes.subarray(this.written - this.start, end - this.start))
    this.written = end
    return taken
  }

  /** Forgets what is before an offset. It must have been written. */
  forget(offset) {
    this.#bytes.copyWithin(0, offset - this.start, this.#length)
    this.#length = this.end - offset
    this.start = offset
    this.read = Math.max(this.read, offset)
  }
}

module.exports = { Window }
