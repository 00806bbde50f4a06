'use strict'

// Records a failure in an OpenTelemetry span, with the attributes of OpenTelemetry's database conventions.
//
// node opentelemetry.js 127.0.0.1:3000

const Aerospike = require('aerospike')
const { SpanKind, SpanStatusCode, trace } = require('@opentelemetry/api')
const { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-base')
const { forRelease } = require('aerospike-status')

const { format, statusOf } = forRelease(require('aerospike/package.json').version)

function fail(span, err) {
  // Use the name for error.type, because numbers depend on the client's release.
  const { code, name } = statusOf(err) ?? err
  if (code !== undefined) span.setAttribute('db.response.status_code', String(code))
  span.setAttribute('error.type', name)
  span.setStatus({ code: SpanStatusCode.ERROR, message: format(err) })
  span.recordException(err)
}

// A stand-in for your OpenTelemetry setup.
const exporter = new InMemorySpanExporter()
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }))

async function main() {
  const client = Aerospike.client({ hosts: process.argv[2] })
  const span = trace.getTracer('example').startSpan('put people', { kind: SpanKind.CLIENT })
  try {
    await client.connect()
    await client.put(new Aerospike.Key('test', 'people', 'ann@example.com'), { phone: '555-0100' })
  } catch (err) {
    fail(span, err)
  }
  client.close()
  span.end()

  for (const { name, status, attributes, events } of exporter.getFinishedSpans()) {
    console.log(JSON.stringify({ name, status, attributes, events }))
  }
}
main()
