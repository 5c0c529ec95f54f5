// Node.js: JSON.parse and ajv, for bench/rivals.py. Prints the number of activities.
//
// usage: node ajv.cjs RUNS PLAN SCHEMA
const fs = require('fs')
const Ajv = require('ajv/dist/2020')
const formats = require('ajv-formats')

const [runs, plan, schema] = process.argv.slice(2)
const ajv = new Ajv({ strict: false })
formats(ajv)
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')))
const bytes = fs.readFileSync(plan)
let count = 0
for (let i = 0; i < Number(runs); i++) {
  const document = JSON.parse(bytes.toString('utf8'))
  if (!validate(document)) process.exit(1)
  count = document.activities.length
}
console.log(count)
