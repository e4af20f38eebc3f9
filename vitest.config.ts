import { defineConfig } from 'vitest/config'

// Real servers, on machines that may have two slow cores: limits are there to end a hang, never to judge speed.
export default defineConfig({
  test: {
    include: ['test/**/*.spec.{ts,tsx}'],
    globalSetup: ['test/support/global-postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
  },
})
