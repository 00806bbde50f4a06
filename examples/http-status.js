'use strict'

// Turns a failed call into an HTTP status, and responds with it in an Express error handler.

const { STATUS_CODES } = require('http')
const { forRelease } = require('aerospike-status')

const { format, is, isTransient, statusOf, toError } = forRelease('6.7.1') // your client's version: require('aerospike/package.json').version

function httpStatusOf(err) {
  if (is(err, 'ERR_RECORD_NOT_FOUND')) return 404
  if (is(err, 'ERR_RECORD_EXISTS', 'ERR_RECORD_GENERATION')) return 409
  if (is(err, 'ERR_TIMEOUT')) return 504
  return isTransient(err) ? 503 : 500
}

/** Add this after all routes: app.use(onError). The response reveals nothing about the database. The details are in the log. */
function onError(err, req, res, next) {
  if (res.headersSent || statusOf(err) === undefined) return next(err)
  const status = httpStatusOf(err)
  console.error(`${req.method} ${req.url} ${status}: ${format(err)}`)
  res.status(status).json({ error: STATUS_CODES[status] })
}

// Stand-ins for Express's objects:
const req = { method: 'GET', url: '/people/ann' }
const res = { headersSent: false, status: (code) => ({ json: (body) => console.log(code, body) }) }
const next = (err) => console.log('left to the next handler:', err.message)

onError(toError('ERR_RECORD_NOT_FOUND'), req, res, next)
onError(new Error('Could not load Ann', { cause: toError('ERR_DEVICE_OVERLOAD') }), req, res, next)
onError(new TypeError('name is missing'), req, res, next)
console.log(['ERR_RECORD_EXISTS', 'ERR_RECORD_GENERATION', 'ERR_TIMEOUT', 'ERR_PARAM'].map(toError).map(httpStatusOf).join(' '))
