// Calls that must work in every runtime, with named imports and the default import.
import aerospike, { AEROSPIKE_ERR_RECORD_NOT_FOUND, describe, forRelease, status } from 'aerospike-status'

export default [
  describe(AEROSPIKE_ERR_RECORD_NOT_FOUND),
  describe(status.AEROSPIKE_ERR_TIMEOUT),
  forRelease('6.7.1').describe(-8),
  aerospike.describe(2),
  aerospike.format({ code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND' }),
  aerospike.toError(602).statusName,
].join('\n')
