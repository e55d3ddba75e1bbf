import { defineConfig } from 'vitest/config';

// Files share their modules: loading wink-nlp and the lexicons for each of a hundred files would take longer than the tests.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], maxWorkers: 2, isolate: false, testTimeout: 600_000, hookTimeout: 600_000 },
});
