'use strict'

// A call for each class of the client's commands. The name of the set, index, module, user or role says what the server answers: see server.js.

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { after } = require('node:test')
const { Aerospike, keyIn, version } = require('./client')

const { admin, batchType, operations, privilegeCode } = Aerospike
const is6 = Number(version.split('.')[0]) >= 6

const operation = [operations.incr('bin', 1)]
const udf = { module: 'm', funcname: 'f', args: [] }
const keys = (name) => [keyIn(name), new Aerospike.Key('test', name, 'other')]
const privileges = () => [new admin.Privilege(privilegeCode.READ)]
const ended = (stream) =>
  new Promise((resolve, reject) =>
    stream
      .on('data', () => {})
      .on('error', reject)
      .on('end', resolve),
  )

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-udf-'))
after(() => fs.rmSync(folder, { recursive: true }))
function moduleFile(name) {
  const file = path.join(folder, `${name}.lua`)
  fs.writeFileSync(file, 'function f() return 1 end')
  return file
}

const single = {
  PutCommand: (client, name, policy) => client.put(keyIn(name), { bin: 1 }, {}, policy),
  OperateCommand: (client, name, policy) => client.operate(keyIn(name), operation, {}, policy),
  RemoveCommand: (client, name, policy) => client.remove(keyIn(name), policy),
  ApplyCommand: (client, name, policy) => client.apply(keyIn(name), udf, policy),
}

const parts = {
  BatchWriteCommand: (client, name, policy) =>
    client.batchWrite(
      keys(name).map((key) => ({ type: batchType.BATCH_WRITE, key, ops: operation })),
      policy,
    ),
  BatchApplyCommand: (client, name, policy) => client.batchApply(keys(name), udf, policy),
  BatchRemoveCommand: (client, name, policy) => client.batchRemove(keys(name), policy),
  QueryBackgroundCommand: (client, name, policy) => client.query('test', name).background('m', 'f', [], policy),
  QueryOperateCommand: (client, name, policy) => client.query('test', name).operate(operation, policy),
  ScanBackgroundCommand: (client, name, policy) => client.scan('test', name).background('m', 'f', [], policy),
  ScanOperateCommand: (client, name, policy) => client.scan('test', name).operate(operation, policy),
}

const info = {
  TruncateCommand: (client, name, policy) => client.truncate('test', name, 0, policy),
  IndexCreateCommand: (client, name, policy) =>
    client.createIntegerIndex({ ns: 'test', set: name, bin: 'bin', index: 'i' }, policy),
  IndexRemoveCommand: (client, name, policy) => client.indexRemove('test', name, policy),
  UdfRegisterCommand: (client, name, policy) => client.udfRegister(moduleFile(name), policy),
  UdfRemoveCommand: (client, name, policy) => client.udfRemove(name, policy),
  InfoAnyCommand: (client, name, policy) => client.infoAny(`set-config:context=${name}`, policy),
  InfoForeachCommand: (client, name, policy) => client.infoAll(`set-config:context=${name}`, policy),
  InfoNodeCommand: (client, name, policy) => client.infoNode(`set-config:context=${name}`, client.getNodes()[0], policy),
  InfoHostCommand: (client, name, policy, port) => client.info(`set-config:context=${name}`, { addr: '127.0.0.1', port }, policy),
}

/** 5.x never reports that these failed. 6.x waits for the answer on the JavaScript thread. */
const administration = {
  SetXDRFilterCommand: (client, name) => client.setXDRFilter(null, name, 'test', undefined),
  UserCreateCommand: (client, name, policy) => client.createUser(name, 'secret', ['read'], policy),
  UserCreatePKICommand: (client, name, policy) => client.createPKIUser(name, ['read'], policy),
  UserDropCommand: (client, name, policy) => client.dropUser(name, policy),
  RoleGrantCommand: (client, name, policy) => client.grantRoles(name, ['read'], policy),
  RoleRevokeCommand: (client, name, policy) => client.revokeRoles(name, ['read'], policy),
  RoleCreateCommand: (client, name, policy) => client.createRole(name, privileges(), policy, [], 0, 0),
  RoleDropCommand: (client, name, policy) => client.dropRole(name, policy),
  PrivilegeGrantCommand: (client, name, policy) => client.grantPrivileges(name, privileges(), policy),
  PrivilegeRevokeCommand: (client, name, policy) => client.revokePrivileges(name, privileges(), policy),
  RoleSetQuotasCommand: (client, name, policy) => client.setQuotas(name, 1, 1, policy),
  RoleSetWhitelistCommand: (client, name, policy) => client.setWhitelist(name, ['1.1.1.1'], policy),
}

const reads = {
  GetCommand: (client, name, policy) => client.get(keyIn(name), policy),
  ExistsCommand: (client, name, policy) => client.exists(keyIn(name), policy),
  SelectCommand: (client, name, policy) => client.select(keyIn(name), ['bin'], policy),
  BatchGetCommand: (client, name, policy) => client.batchGet(keys(name), policy),
  BatchExistsCommand: (client, name, policy) => client.batchExists(keys(name), policy),
  BatchSelectCommand: (client, name, policy) => client.batchSelect(keys(name), ['bin'], policy),
  QueryCommand: (client, name, policy) => ended(client.query('test', name).foreach(policy)),
  QueryPagesCommand: (client, name, policy) =>
    ended(client.query('test', name, { paginate: true, maxRecords: 5 }).foreach(policy)),
  ScanCommand: (client, name, policy) => ended(client.scan('test', name).foreach(policy)),
  ScanPagesCommand: (client, name, policy) => ended(client.scan('test', name, { paginate: true, maxRecords: 5 }).foreach(policy)),
}

const queriesOfUsers = {
  QueryUserCommand: (client, name, policy) => client.queryUser(name, policy),
  QueryRoleCommand: (client, name, policy) => client.queryRole(name, policy),
}

/** Calls by their command's class. Those of `blocking` keep the JavaScript thread busy, so make them one by one. */
const writes = { ...single, ...parts, ...info }
const blocking = is6 ? { writes: administration, reads: queriesOfUsers } : { writes: {}, reads: {} }

module.exports = { single, writes, reads, blocking }
