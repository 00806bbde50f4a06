// What a TypeScript user of CommonJS writes. It is compiled, never run.

import aerospike = require('aerospike-status')

const ok: 0 = aerospike.AEROSPIKE_OK
const text: string = aerospike.describe(aerospike.status.AEROSPIKE_ERR_TIMEOUT)
const info: aerospike.StatusInfo | undefined = aerospike.forRelease('6.7.1').lookup(9)
const nine: 9 = aerospike.forRelease('6.7.1').status.ERR_TIMEOUT
const exact: aerospike.StatusOf<'latest'> = aerospike.forRelease('latest').status
export = { ok, text, info, nine, exact }
