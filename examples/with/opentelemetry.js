'use strict'

// Records a failure in a span of OpenTelemetry, with the attributes of its conventions for databases.
//
// node opentelemetry.js 127.0.0.1:3000

const Aerospike = require('aerospike')
const { SpanKind, SpanStatusCode, trace } = require('@opentelemetry/api')
const { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-base')
const { forRelease } = require('aerospike-status')

const { format, statusOf } = forRelease(require('aerospike/package.json').version)

function fail(span, err) {
  // The name is better than the number for error.type: numbers depend on the client's release.
  const { code, name } = statusOf(err) ?? err
  if (code !== undefined) span.setAttribute('db.response.status_code', String(code))
  span.setAttribute('error.type', name)
  span.setStatus({ code: SpanStatusCode.ERROR, message: format(err) })
  span.recordException(err)
}

// Stands for your setup of OpenTelemetry.
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
