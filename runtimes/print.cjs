console.log(require('./use.cjs'))
